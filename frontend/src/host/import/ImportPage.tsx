import { t } from '../../i18n';
import { Icon } from '../layout/Icon';
import { useTitle } from '../layout/useTitle';
import { loadQuizzes } from '../library/quizzes';
import { go } from '../navigation';
import { href } from '../route';
import { importQuiz } from '../server';
import { Importer } from './Importer';

/** A new quiz from elsewhere. */
export default function ImportPage() {
  useTitle(t('import.title'));
  return (
    <Importer
      title={t('import.title')}
      back={
        <a class="back-link" href={href({ page: 'library' })}>
          <Icon name="back" />
          {t('nav.library')}
        </a>
      }
      takeText={n => t('import.make', { n })}
      onTake={async ({ file, mapping }, reply) => {
        // What was guessed has been looked at by now.
        const read = mapping ?? (reply.table?.guessed ? reply.table : undefined);
        const made = await importQuiz(file, read);
        if (!made.ok) return made.problem;
        await loadQuizzes();
        go({ page: 'editor', quiz: made.value.quiz.id });
      }}
    />
  );
}

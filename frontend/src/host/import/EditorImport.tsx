import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import type { Editing } from '../editor/editing';
import { QUESTIONS_MAX } from '../editor/limits';
import { fromQuiz } from '../editor/model';
import { Icon } from '../layout/Icon';
import type { QuizQuestion } from '../library/quiz';
import { keepMedia } from '../server';
import { Importer } from './Importer';

/** Questions from elsewhere, behind those of the quiz that is open: a step that can be undone, saved like any other. */
export default function EditorImport({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const room = QUESTIONS_MAX - editing.draft.value.entries.length;
  return (
    <Importer
      title={t('import.titleInto')}
      back={
        <Button look="ghost" class="back-link" onClick={onClose}>
          <Icon name="back" />
          {t('import.back')}
        </Button>
      }
      takeText={n => t('import.add', { n: Math.min(n, room) })}
      onTake={async ({ file, mapping }, reply) => {
        const questions = reply.rows.flatMap(row => (row.question ? [row.question] : []));
        if (JSON.stringify(questions).includes('"/media/')) {
          const kept = await keepMedia(file, mapping);
          if (!kept.ok) return kept.problem;
        }
        const { entries } = fromQuiz({ title: '', questions: questions as unknown as QuizQuestion[] });
        const added = entries.slice(0, room);
        const before = editing.draft.peek().entries;
        editing.change({ entries: [...before, ...added] }, 'questions', added[0]?.key);
        onClose();
        return undefined;
      }}
    />
  );
}

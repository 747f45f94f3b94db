import { useState } from 'preact/hooks';
import { t } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { moveQuizzes } from '../../server';
import { say } from '../../toast';
import { inParts, refresh } from '../moves';
import type { QuizSummary } from '../quiz';
import { DialogFrame } from './DialogFrame';
import { FolderField } from './FolderField';

/** Into which folder. */
export function MoveDialog({ quizzes, onClose }: { quizzes: QuizSummary[]; onClose: () => void }) {
  const [folder, setFolder] = useState(quizzes[0]?.folder ?? '');
  const n = quizzes.length;
  return (
    <DialogFrame title={t('move.title', { n })} onClose={onClose}>
      {close => (
        <form
          class="form"
          onSubmit={async event => {
            event.preventDefault();
            const ids = quizzes.map(({ id }) => id);
            close();
            if (!(await inParts(ids, some => moveQuizzes(some, folder || null)))) return;
            say({ text: t('move.done', { n }) });
            await refresh();
          }}
        >
          <FolderField label={t('move.to')} value={folder} onChoose={setFolder} />
          <div class="dialog-do">
            <Button look="primary" type="submit">
              {t('move.submit')}
            </Button>
            <Button onClick={close}>{t('close')}</Button>
          </div>
        </form>
      )}
    </DialogFrame>
  );
}

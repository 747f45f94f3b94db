import type { Problem } from '../../api';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { fieldText } from '../errors';
import { href } from '../route';
import { type ImportReply, importQuiz } from '../server';

export type Imported = { name: string } & ({ reply: ImportReply } | { problem: Problem });

export async function readImport(file: File): Promise<Imported> {
  const reply = await importQuiz(file);
  return reply.ok ? { name: file.name, reply: reply.value } : { name: file.name, problem: reply.problem };
}

/** What became of a file, row by row where something was refused. */
export function ImportReport({ imported, onClose }: { imported: Imported; onClose: () => void }) {
  const refused = 'reply' in imported ? imported.reply.rows.filter(row => row.status === 'refused') : [];
  const bad = 'problem' in imported || refused.length > 0;
  return (
    <div class={bad ? 'notice notice-bad' : 'notice notice-good'} role="status">
      <div class="notice-words">
        {'problem' in imported ? (
          <p>{refusal(imported.name, imported.problem)}</p>
        ) : (
          <p>
            {t('import.done', {
              n: imported.reply.rows.length - refused.length,
              title: imported.reply.quiz.title,
            })}{' '}
            <a href={href({ page: 'editor', quiz: imported.reply.quiz.id })}>{t('import.open')}</a>
          </p>
        )}
        {refused.length > 0 && (
          <ul class="notice-rows">
            {refused.map(row => (
              <li key={`${row.row} ${row.field}`}>
                {t('import.row', { n: row.row })} {fieldText({ code: row.code ?? 'invalid' })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button onClick={onClose}>{t('close')}</Button>
    </div>
  );
}

function refusal(name: string, problem: Problem): string {
  if (problem.status === 413) return t('import.tooLarge', { name });
  if (problem.status === 422 || problem.status === 400) return t('import.notOurs', { name });
  return problemText(problem);
}

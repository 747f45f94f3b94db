import type { Problem } from '../../api';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { mistakeText } from '../errors';
import { href } from '../route';
import { type ImportReply, importQuiz } from '../server';

export type Imported = { name: string } & ({ reply: ImportReply } | { problem: Problem });

export async function readImport(file: File): Promise<Imported> {
  const reply = await importQuiz(file);
  return reply.ok ? { name: file.name, reply: reply.value } : { name: file.name, problem: reply.problem };
}

/** What became of a file, row by row where something was refused. */
export function ImportReport({ imported, onClose }: { imported: Imported; onClose: () => void }) {
  const rows = 'reply' in imported ? imported.reply.rows : [];
  const odd = rows.filter(row => row.status !== 'imported');
  const refused = rows.filter(row => row.status === 'refused');
  const look = 'problem' in imported || refused.length > 0 ? 'bad' : odd.length > 0 ? 'note' : 'good';
  return (
    <div class={`notice notice-${look}`} role="status">
      <div class="notice-words">
        {'problem' in imported ? (
          <p>{refusal(imported.name, imported.problem)}</p>
        ) : (
          <p>
            {t('import.done', {
              n: rows.length - refused.length,
              title: imported.reply.quiz.title,
            })}{' '}
            <a href={href({ page: 'editor', quiz: imported.reply.quiz.id })}>{t('import.open')}</a>
          </p>
        )}
        {odd.length > 0 && (
          <ul class="notice-rows">
            {odd.map(row => (
              <li key={row.row}>
                {mistakeText(row.row, row.field ?? '', row.code ?? 'invalid')}{' '}
                {row.status === 'draft' ? t('import.draft') : t('import.refused')}
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

import { signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { mistakeText } from '../errors';
import { href } from '../route';
import { type ImportReply, importQuiz } from '../server';

export type Imported = { name: string } & ({ reply: ImportReply } | { problem: Problem });

/** The last import, wherever the host goes meanwhile, until it is closed. */
export const imported = signal<Imported | null>(null);

export async function readImport(file: File): Promise<void> {
  const reply = await importQuiz(file);
  imported.value = { name: file.name, ...(reply.ok ? { reply: reply.value } : { problem: reply.problem }) };
}

type Row = ImportReply['rows'][number];
type Odd = Row & { status: Exclude<Row['status'], 'imported'> };
const isOdd = (row: Row): row is Odd => row.status !== 'imported';

/** What became of a file, row by row where something was refused. */
export function ImportReport({ onClose }: { onClose: () => void }) {
  const last = imported.value;
  if (!last) return null;
  const rows = 'reply' in last ? last.reply.rows : [];
  const counted = 'reply' in last && last.reply.format !== 'podium' ? 'import.line' : 'import.row';
  const odd = rows.filter(isOdd);
  const refused = rows.filter(row => row.status === 'refused');
  const look = 'problem' in last || refused.length > 0 ? 'bad' : odd.length > 0 ? 'note' : 'good';
  return (
    <div class={`notice notice-${look}`} role="status">
      <div class="notice-words">
        {'problem' in last ? (
          <p>{refusal(last.name, last.problem)}</p>
        ) : (
          <p>
            {t('import.done', {
              n: rows.length - refused.length,
              title: last.reply.quiz.title,
            })}{' '}
            <a href={href({ page: 'editor', quiz: last.reply.quiz.id })}>{t('import.open')}</a>
          </p>
        )}
        {odd.length > 0 && (
          <ul class="notice-rows">
            {odd.map(row => (
              <li key={row.row}>
                {mistakeText(row.row, row.field ?? '', row.code ?? 'invalid', counted)}{' '}
                {t(`import.${row.status}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button
        onClick={() => {
          imported.value = null;
          onClose();
        }}
      >
        {t('close')}
      </Button>
    </div>
  );
}

function refusal(name: string, problem: Problem): string {
  if (problem.status === 413) return t('import.tooLarge', { name });
  if (problem.status === 422 || problem.status === 400) return t('import.notOurs', { name });
  return problemText(problem);
}

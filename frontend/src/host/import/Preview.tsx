import { type Key, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Written } from '../../ui/Written';
import { Icon } from '../layout/Icon';
import type { ImportReply, ImportRow, Mapping } from '../server';
import { answersOf, kept, noteText } from './reply';
import type { Source } from './source';
import { TableColumns } from './TableColumns';

/** A quiz has at most 500 questions; more rows nobody reads here. */
const MOST_SHOWN = 600;
const OF_LINES = 'import.line' satisfies Key;
/** Rows nobody can count in the file. */
const OF_QUESTIONS = 'import.question' satisfies Key;
const ODD = ['changed', 'draft', 'refused'] as const;

interface Props {
  source: Source;
  reply: ImportReply;
  busy: boolean;
  takeText: (n: number) => string;
  onMapping: (mapping: Mapping) => void;
  onTake: () => void;
  onAnother: () => void;
}

/** What a file would give, before anything is stored. */
export function Preview({ source, reply, busy, takeText, onMapping, onTake, onAnother }: Props) {
  const n = kept(reply);
  const counted = reply.format === 'podium' || reply.format === 'opentdb' ? OF_QUESTIONS : OF_LINES;
  return (
    <>
      <div class="import-result">
        <div>
          <p class="import-name">
            <bdi>{source.file.name}</bdi>
          </p>
          <p class="import-counts" role="status">
            <strong>
              {reply.rows.length === 0
                ? t('import.nothing', { name: source.file.name })
                : t('import.found', { n: reply.rows.length })}
            </strong>
            {ODD.map(status => {
              const of = reply.rows.filter(row => row.status === status).length;
              return (
                of > 0 && (
                  <span key={status} class={`tag import-tag-${status}`}>
                    {t(`import.count.${status}`, { n: of })}
                  </span>
                )
              );
            })}
          </p>
        </div>
        <div class="import-do">
          <Button onClick={onAnother}>{t('import.another')}</Button>
          {n > 0 && (
            <Button look="primary" busy={busy} onClick={onTake}>
              <Icon name="add" />
              {takeText(n)}
            </Button>
          )}
        </div>
      </div>
      {reply.table && <TableColumns table={reply.table} mapped={!!source.mapping} onMapping={onMapping} />}
      <ol class="import-rows">
        {reply.rows.slice(0, MOST_SHOWN).map(row => (
          <Row key={row.row} row={row} counted={counted} />
        ))}
      </ol>
      {reply.rows.length > MOST_SHOWN && (
        <p class="quiet">{t('import.more', { n: reply.rows.length - MOST_SHOWN })}</p>
      )}
    </>
  );
}

function Row({ row, counted }: { row: ImportRow; counted: Key }) {
  const note = noteText(row);
  const answers = answersOf(row.question);
  const format = row.question?.format === 'markdown' ? 'markdown' : undefined;
  return (
    <li class="import-row">
      <p class="import-where">
        <span class="quiet numbers">{t(counted, { n: row.row })}</span>
        <span class={`tag import-tag-${row.status}`}>{t(`import.status.${row.status}`)}</span>
      </p>
      <div class="import-words">
        <p class="import-text">
          <bdi>
            <Written text={String(row.question?.text ?? '')} format={format} />
          </bdi>
        </p>
        {answers.length > 0 && (
          <ul class="import-answers">
            {answers.map((answer, index) => (
              <li key={index} class={answer.right ? 'import-right' : undefined} dir="auto">
                {answer.right && <Icon name="check" />}
                {answer.media && <Icon name="image" />}
                <Written text={answer.text || (answer.media?.alt ?? '')} format={format} inline />
              </li>
            ))}
          </ul>
        )}
        {note && <p class={`import-note import-note-${row.status}`}>{note}</p>}
      </div>
    </li>
  );
}

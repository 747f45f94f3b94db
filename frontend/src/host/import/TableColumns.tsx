import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Field } from '../../ui/Field';
import type { ImportTable, Mapping } from '../server';
import { COLUMNS } from './reply';

interface Props {
  table: ImportTable;
  /** Somebody has said already what the columns hold. */
  mapped: boolean;
  onMapping: (mapping: Mapping) => void;
}

/** How a table was read, and the way to say that it is meant otherwise. */
export function TableColumns({ table, mapped, onMapping }: Props) {
  const { guessed, lines } = table;
  // What was chosen last counts, also while the answer to the choice before is under way.
  const [chosen, setChosen] = useState<Mapping>(table);
  const { columns, first } = chosen;
  const width = Math.max(columns.length, ...lines.map(line => line.cells.length));
  const each = Array.from({ length: width }, (_, i) => columns[i] ?? 'none');

  function map(mapping: Mapping) {
    setChosen(mapping);
    onMapping(mapping);
  }
  function choose(index: number, word: string) {
    const many = word === 'choice' || word === 'wrong' || word === 'none';
    const next = each.map((old, i) => (i === index ? word : !many && old === word ? 'none' : old));
    map({ columns: next, first });
  }
  return (
    <details class="import-table" open={guessed || mapped}>
      <summary>{t('import.columns')}</summary>
      {guessed && !mapped && <p class="notice notice-note">{t('import.columnsGuessed')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys */}
      <div class="import-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {each.map((word, i) => (
                <th key={i} scope="col">
                  <select
                    class="input"
                    aria-label={t('import.columnOf', { n: i + 1 })}
                    value={word}
                    onChange={event => choose(i, event.currentTarget.value)}
                  >
                    {COLUMNS.map(it => (
                      <option key={it} value={it}>
                        {t(`import.column.${it}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.row} class={line.row < first ? 'import-above' : undefined}>
                <th scope="row" class="numbers">
                  {line.row}
                </th>
                {each.map((_, i) => (
                  <td key={i} dir="auto">
                    {line.cells[i]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Field
        label={t('import.first')}
        control={described => (
          <input
            {...described}
            class="input import-first numbers"
            type="number"
            min={1}
            max={10_000}
            value={first}
            // At once: an answer that comes meanwhile would put the number back.
            onInput={event => {
              const row = Math.trunc(Number(event.currentTarget.value));
              if (row >= 1 && row <= 10_000) map({ columns: each, first: row });
            }}
          />
        )}
      />
    </details>
  );
}

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Written } from '../../ui/Written';
import { Icon } from '../layout/Icon';
import { Menu } from '../layout/Menu';
import { SearchField } from '../layout/SearchField';
import { useRows } from '../layout/useRows';
import { isKind, KINDS, type QuizKind } from '../library/quiz';
import { copied, followCopied } from './copied';
import type { Editing } from './editing';
import { finds } from './find';
import { KindIcon } from './KindIcon';
import { QUESTIONS_MAX } from './limits';
import { added, blank, type Entry, keysWithMistakes, moved } from './model';
import { type Selection, toggled } from './selection';
import { stepOf, useSortable } from './sortable';
import { steady } from './steady';

/** What is written on the quiz's own canvas. */
const ABOUT = [' description', ' language'];
/** Fewer are found by looking. */
const SEARCHED = 8;
/** Of a row and the gap below it, as `editor.css` has them. */
const ROW_REM = 3.75;

/**
 * All questions in their order. A row is dragged by hand, or moved with Alt and the arrow keys. Drawn are those in sight, and
 * wherever they are the one on the canvas and the one last held or focused: neither a drag nor the focus ends by scrolling.
 */
export function QuestionList({ editing, selection }: { editing: Editing; selection: Selection }) {
  const { draft, chosen, mistakes } = editing;
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  useEffect(followCopied, []);

  const { entries } = draft.value;
  const wrong = useMemo(() => keysWithMistakes(mistakes.value), [mistakes.value]);
  const picked = selection.value;
  const matches = useMemo(() => finds(typed), [typed]);
  const shown = typed.trim() ? entries.filter(({ question }) => matches(question)) : entries;
  const latest = useRef(shown);
  latest.current = shown;
  const held = useRef<string | undefined>(undefined);
  const hold = ({ target }: Event) => {
    held.current = (target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
  };
  const { start, end } = useRows(shown.length, ROW_REM, list);
  const drawn = new Set(shown.slice(start, end));
  for (const key of [chosen.value, held.current]) {
    const entry = shown.find(it => it.key === key);
    if (entry) drawn.add(entry);
  }
  useLayoutEffect(() => {
    const row = list.current?.querySelector('.row-current');
    if (row) bringIntoSight(row, list.current!);
  }, [chosen.value, matches]);

  /** The same for all rows and all times: rows that are as they were need not be drawn again. */
  const acts = useMemo<Acts>(() => {
    /** Where a row of picked ones begins, for Shift. */
    let anchor: string | null = null;
    const focusRow = (key: string) =>
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>(`[data-key="${key}"] .row-open`)?.focus(),
      );
    const move = (from: number, to: number) => {
      const now = draft.peek().entries;
      if (to < 0 || to >= now.length) return;
      editing.change({ entries: moved(now, from, to) });
      if (spoken.current) spoken.current.textContent = t('editor.movedTo', { n: to + 1, all: now.length });
    };
    return {
      move,
      choose: key => editing.choose(key),
      pick(key, on, through) {
        const keys = latest.current.map(it => it.key);
        const [from, to] = [keys.indexOf(anchor ?? key), keys.indexOf(key)].sort((a, b) => a - b);
        const some = through && from! >= 0 ? keys.slice(from, to! + 1) : [key];
        anchor = key;
        selection.value = toggled(selection.peek() ?? new Set(), some, on);
      },
      key(event, key, index) {
        const step = stepOf(event);
        if (step !== 0) {
          event.preventDefault();
          move(index, index + step);
          focusRow(key);
          return;
        }
        const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const next = by && latest.current[latest.current.findIndex(it => it.key === key) + by];
        if (!next) return;
        event.preventDefault();
        editing.choose(next.key);
        focusRow(next.key);
      },
    };
  }, [editing, selection]);

  function add(kind: QuizKind) {
    // Who writes Markdown goes on with it.
    const before = entries.find(({ key }) => key === chosen.value) ?? entries.at(-1);
    const result = added(draft.value, blank(kind, before?.question.format), chosen.value);
    editing.change({ entries: result.draft.entries }, 'questions', result.key);
  }

  return (
    <nav class="list-pane" aria-label={t('editor.list')}>
      <button
        type="button"
        class="row-about"
        aria-current={chosen.value === null ? 'true' : undefined}
        onClick={() => editing.choose(null)}
      >
        {t('editor.about')}
        {ABOUT.some(field => mistakes.value.has(field)) && <Wrong />}
      </button>
      {entries.length > SEARCHED && (
        <SearchField
          label={t('editor.find')}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          class="list-find"
        />
      )}
      {typed.trim() && (
        <p class="list-hint quiet" role="status">
          {t('editor.found', { n: shown.length })}
        </p>
      )}
      {entries.length > 1 && (
        <div class="list-tools">
          {picked ? (
            <>
              <Button
                look="ghost"
                onClick={() => {
                  const all = shown.every(({ key }) => picked.has(key));
                  selection.value = toggled(
                    picked,
                    shown.map(({ key }) => key),
                    !all,
                  );
                }}
              >
                {t('editor.pickAll')}
              </Button>
              <Button
                look="ghost"
                onClick={() => {
                  selection.value = null;
                }}
              >
                {t('editor.pickDone')}
              </Button>
            </>
          ) : (
            <Button
              look="ghost"
              onClick={() => {
                selection.value = new Set();
              }}
            >
              {t('editor.pick')}
            </Button>
          )}
        </div>
      )}
      <ol
        class="rows"
        ref={list}
        style={{ gridTemplateRows: shown.length ? `repeat(${shown.length}, ${ROW_REM}rem)` : 'none' }}
        onFocusIn={hold}
        onPointerDown={hold}
      >
        {shown.map((entry, at) => {
          if (!drawn.has(entry)) return null;
          const index = shown === entries ? at : entries.indexOf(entry);
          return (
            <SteadyRow
              key={entry.key}
              entry={entry}
              place={at + 1}
              of={shown.length}
              index={index}
              last={index === entries.length - 1}
              current={entry.key === chosen.value}
              wrong={wrong.has(entry.key)}
              picked={picked ? picked.has(entry.key) : null}
              acts={acts}
            />
          );
        })}
      </ol>
      <p class="unseen" role="status" ref={spoken} />
      {entries.length < QUESTIONS_MAX && (
        <>
          <Menu
            class="add-question"
            summary={
              <>
                <Icon name="add" />
                {t('editor.add')}
              </>
            }
          >
            {KINDS.map(kind => (
              <button key={kind} type="button" onClick={() => add(kind)}>
                <KindIcon kind={kind} />
                {t(`kind.${kind}`)}
              </button>
            ))}
          </Menu>
          {copied.value && (
            <Button look="ghost" onClick={() => editing.addAll(copied.value!.questions)}>
              <Icon name="copy" />
              {t('editor.paste', { n: copied.value.questions.length })}
            </Button>
          )}
        </>
      )}
      <p class="list-hint quiet">{t('editor.moveHint')}</p>
    </nav>
  );
}

/** Scrolls `box` and nothing around it. */
function bringIntoSight(row: Element, box: Element): void {
  const it = row.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  box.scrollTop += Math.min(0, it.top - seen.top) + Math.max(0, it.bottom - seen.bottom);
}

interface Acts {
  choose(key: string): void;
  /** `through`: with all between it and the one before. */
  pick(key: string, on: boolean, through: boolean): void;
  key(event: KeyboardEvent, key: string, index: number): void;
  move(from: number, to: number): void;
}
interface RowProps {
  entry: Entry;
  /** Among those that are listed. */
  place: number;
  of: number;
  /** In the quiz. */
  index: number;
  last: boolean;
  current: boolean;
  wrong: boolean;
  /** Null while none are being picked. */
  picked: boolean | null;
  acts: Acts;
}

function Row({ entry, place, of, index, last, current, wrong, picked, acts }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  const { dragged, edge } = useSortable({ row, list: 'questions', index, onMove: acts.move });
  const { key, question } = entry;
  const classes = ['row', current && 'row-current', dragged && 'row-dragged', edge && `row-${edge}`];
  const name = question.text || t('editor.noText');
  const picture = question.media && (question.media.kind ?? 'image') === 'image' ? question.media : undefined;
  return (
    <li
      ref={row}
      class={classes.filter(Boolean).join(' ')}
      style={{ gridRow: place }}
      aria-posinset={place}
      aria-setsize={of}
      data-key={key}
    >
      {picked !== null && (
        <input
          type="checkbox"
          class="row-pick"
          aria-label={t('editor.pickOne', { name })}
          checked={picked}
          onClick={event => acts.pick(key, event.currentTarget.checked, event.shiftKey)}
        />
      )}
      <button
        type="button"
        class="row-open"
        aria-current={current ? 'true' : undefined}
        onClick={() => acts.choose(key)}
        onKeyDown={event => acts.key(event, key, index)}
      >
        <span class="row-number numbers">{index + 1}</span>
        <span class="row-face" data-theme="hall">
          {picture ? (
            <img src={picture.phone?.url ?? picture.url} alt="" loading="lazy" />
          ) : (
            <KindIcon kind={question.kind} />
          )}
        </span>
        <span class="unseen">{isKind(question.kind) ? t(`kind.${question.kind}`) : question.kind}</span>
        <span class={question.text ? 'row-text' : 'row-text quiet'} dir="auto">
          <Written text={name} format={question.format} inline />
        </span>
        {wrong && <Wrong />}
      </button>
      {current && (
        <span class="row-moves">
          <button
            type="button"
            class="row-move"
            aria-label={t('editor.up', { name })}
            disabled={index === 0}
            onClick={() => acts.move(index, index - 1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            class="row-move"
            aria-label={t('editor.down', { name })}
            disabled={last}
            onClick={() => acts.move(index, index + 1)}
          >
            <Icon name="down" />
          </button>
        </span>
      )}
    </li>
  );
}
const SteadyRow = steady(Row);

function Wrong() {
  return (
    <span class="row-wrong">
      <span class="unseen">{t('editor.hasMistake')}</span>
    </span>
  );
}

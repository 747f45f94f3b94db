import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { Icon } from '../layout/Icon';
import { Menu } from '../layout/Menu';
import { isKind, KINDS, type QuizKind } from '../library/quiz';
import type { Editing } from './editing';
import { KindIcon } from './KindIcon';
import { QUESTIONS_MAX } from './limits';
import { added, blank, type Entry, hasMistakes, moved } from './model';
import { stepOf, useSortable } from './sortable';

/** What is written on the quiz's own canvas. */
const ABOUT = [' description', ' language'];

/** All questions in their order. A row is dragged by hand, or moved with Alt and the arrow keys. */
export function QuestionList({ editing }: { editing: Editing }) {
  const { draft, chosen, mistakes } = editing;
  const list = useRef<HTMLOListElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);

  const move = useRef((from: number, to: number) => {
    const { entries } = draft.peek();
    if (to < 0 || to >= entries.length) return;
    editing.change({ entries: moved(entries, from, to) });
    if (spoken.current) spoken.current.textContent = t('editor.movedTo', { n: to + 1, all: entries.length });
  }).current;
  const focusRow = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('.row-open')[index]?.focus());

  function onKey(event: KeyboardEvent, index: number) {
    const step = stepOf(event);
    const { entries } = draft.value;
    if (step !== 0) {
      event.preventDefault();
      move(index, index + step);
      focusRow(Math.min(entries.length - 1, Math.max(0, index + step)));
      return;
    }
    const next = event.key === 'ArrowDown' ? index + 1 : event.key === 'ArrowUp' ? index - 1 : -1;
    if (!entries[next]) return;
    event.preventDefault();
    editing.choose(entries[next].key);
    focusRow(next);
  }

  function add(kind: QuizKind) {
    const result = added(draft.value, blank(kind), chosen.value);
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
      <ol class="rows" ref={list}>
        {draft.value.entries.map((entry, index) => (
          <Row
            key={entry.key}
            entry={entry}
            index={index}
            last={index === draft.value.entries.length - 1}
            current={entry.key === chosen.value}
            wrong={hasMistakes(mistakes.value, entry.key)}
            onChoose={() => editing.choose(entry.key)}
            onKey={event => onKey(event, index)}
            onMove={move}
          />
        ))}
      </ol>
      <p class="unseen" role="status" ref={spoken} />
      {draft.value.entries.length < QUESTIONS_MAX && (
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
      )}
      <p class="list-hint quiet">{t('editor.moveHint')}</p>
    </nav>
  );
}

interface RowProps {
  entry: Entry;
  index: number;
  last: boolean;
  current: boolean;
  wrong: boolean;
  onChoose: () => void;
  onKey: (event: KeyboardEvent) => void;
  onMove: (from: number, to: number) => void;
}

function Row({ entry, index, last, current, wrong, onChoose, onKey, onMove }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  const { dragged, edge } = useSortable({ row, list: 'questions', index, onMove });
  const { question } = entry;
  const classes = ['row', current && 'row-current', dragged && 'row-dragged', edge && `row-${edge}`];
  const name = question.text || t('editor.noText');
  const picture = question.media && (question.media.kind ?? 'image') === 'image' ? question.media : undefined;
  return (
    <li ref={row} class={classes.filter(Boolean).join(' ')}>
      <button
        type="button"
        class="row-open"
        aria-current={current ? 'true' : undefined}
        onClick={onChoose}
        onKeyDown={onKey}
      >
        <span class="row-number numbers">{index + 1}</span>
        <span class="row-face" data-theme="hall">
          {picture ? <img src={picture.url} alt="" loading="lazy" /> : <KindIcon kind={question.kind} />}
        </span>
        <span class="unseen">{isKind(question.kind) ? t(`kind.${question.kind}`) : question.kind}</span>
        <span class={question.text ? 'row-text' : 'row-text quiet'} dir="auto">
          {name}
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
            onClick={() => onMove(index, index - 1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            class="row-move"
            aria-label={t('editor.down', { name })}
            disabled={last}
            onClick={() => onMove(index, index + 1)}
          >
            <Icon name="down" />
          </button>
        </span>
      )}
    </li>
  );
}

function Wrong() {
  return (
    <span class="row-wrong">
      <span class="unseen">{t('editor.hasMistake')}</span>
    </span>
  );
}

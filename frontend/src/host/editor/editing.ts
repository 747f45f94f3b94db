/**
 * One quiz open in the editor: what is written, what is saved, and what lies between. Every change is a step that can be
 * undone, stored in this browser after a moment and saved on the server after another, one save at a time.
 */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { stepMs } from '../../transport/backoff';
import { uuid } from '../../transport/env';
import { problemText } from '../../ui/problem';
import type { Quiz, QuizKind, QuizQuestion } from '../library/quiz';
import { NEW } from '../route';
import { createQuiz, listMistakes, loadQuiz, moveQuizzes, restoreVersion, storeQuiz } from '../server';
import { say } from '../toast';
import { type LocalDraft, readDraft, removeDraft, removeOwnDraft, writeDraft } from './drafts';
import { amended, begun, changed, redone, undone } from './history';
import { QUESTIONS_MAX } from './limits';
import {
  type Draft,
  type Entry,
  emptyDraft,
  forgiven,
  fromQuiz,
  type Mistakes,
  mistakes,
  stableText,
  toQuiz,
  turned,
} from './model';

export type Status =
  | { name: 'loading' | 'ready' | 'saving' }
  /** It could not be loaded. */
  | { name: 'missing'; problem: Problem }
  /** It could not be saved; `again`: another try will come by itself. */
  | { name: 'failed'; problem: Problem; again: boolean }
  /** Somebody saved another version meanwhile. */
  | { name: 'conflict' }
  /** Somebody deleted it meanwhile. */
  | { name: 'deleted' };

export interface Editing {
  readonly id: ReadonlySignal<string>;
  readonly draft: ReadonlySignal<Draft>;
  /** The key of the question on the canvas; null for the quiz as a whole. */
  readonly chosen: ReadonlySignal<string | null>;
  readonly mistakes: ReadonlySignal<Mistakes>;
  readonly status: ReadonlySignal<Status>;
  readonly dirty: ReadonlySignal<boolean>;
  /** When the changes were made that an earlier visit left behind. */
  readonly restored: Signal<number | null>;
  /** False when this browser stores nothing. */
  readonly lasting: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** The quiz is loaded, or cannot be. */
  readonly loaded: Promise<void>;
  choose(key: string | null): void;
  /** `chosen`: what is on the canvas afterwards. Typing in one field (`touched`) is one step. */
  change(part: Partial<Draft>, touched?: string, chosen?: string | null): void;
  changeQuestion(key: string, question: QuizQuestion, touched: string): void;
  turn(key: string, kind: QuizKind): void;
  /** Puts a question (back) in its place. */
  insert(entry: Entry, index: number): void;
  /** Puts copies of questions behind the chosen one, as far as there is room: one step. */
  addAll(questions: readonly QuizQuestion[]): void;
  undo(): void;
  redo(): void;
  /** True once everything is on the server. */
  save(): Promise<boolean>;
  /** Saves, and shows what keeps the quiz from being played; true when nothing does. */
  check(): Promise<boolean>;
  /** Back to what is saved; a step like any other. */
  discard(): Promise<void>;
  /** Back to what an earlier version was; a step like any other. What kept it from being done, if anything. */
  restore(version: number): Promise<Problem | undefined>;
  /** After a conflict: over the other version. */
  overwrite(): Promise<boolean>;
  /** After a conflict or a deletion: as a quiz of its own. */
  saveCopy(title: string): Promise<boolean>;
  /** What is written is given up. */
  drop(): void;
  /** The page is left; what is not saved yet still is. */
  close(): Promise<boolean>;
}

/** Typing rests this long before it is stored here, and before it is saved. */
const STORE_MS = 400;
const SAVE_MS = 1_000;
/** Changes to these as a whole are always steps of their own. */
const LISTS: ReadonlySet<string | undefined> = new Set([
  undefined,
  '',
  'questions',
  'choices',
  'accept',
  'items',
]);

/** What is written waits for somebody to decide, and a version would be restored over it. */
const UNSAVED: Problem = { type: 'about:blank', title: 'Unsaved', status: 412 };

/** Those that are open now, by the id of their quiz. */
const open = new Map<string, Editing>();

interface Written {
  draft: Draft;
  chosen: string | null;
}

/**
 * `onId` hears the quiz's id once it is worth an address of its own: with the first change, or as a copy. A new quiz lands in
 * `folder`, if there is one.
 */
export function openEditing(
  start: string,
  language: string,
  onId: (id: string) => void,
  folder?: string,
): Editing {
  const id = signal(start === NEW ? uuid() : start);
  const history = signal(begun<Written>({ draft: emptyDraft(language), chosen: null }));
  const draft = computed(() => history.value.present.draft);
  const found = signal<Mistakes>(new Map());
  const status = signal<Status>({ name: 'loading' });
  const restored = signal<number | null>(null);
  const lasting = signal(true);
  const savedText = signal('');
  const dirty = computed(() => stableText(toQuiz(draft.value)) !== savedText.value);
  /** Null as long as the quiz is not on the server. */
  let etag: string | null = null;
  let addressed = start !== NEW;
  /** Where it still has to be put. */
  let into = folder;
  /** What was sent last, where it is not known whether it arrived. */
  let unanswered: string | null = null;
  let failures = 0;
  let closed = false;
  let dropped = false;
  let storing: ReturnType<typeof setTimeout> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;

  // ---- loading

  function take(written: Draft, saved: Quiz): void {
    batch(() => {
      history.value = begun({ draft: written, chosen: written.entries[0]?.key ?? null });
      savedText.value = stableText(toQuiz(fromQuiz(saved)));
      status.value = { name: 'ready' };
    });
  }

  function takeNew(mine: LocalDraft | null): void {
    const empty = emptyDraft(language);
    take(mine ? fromQuiz(mine.quiz) : empty, toQuiz(empty));
    restored.value = mine?.at ?? null;
  }

  async function load(): Promise<void> {
    if (start === NEW) return takeNew(null);
    const mine = readDraft(start);
    into ??= mine?.folder;
    if (mine?.etag === null) return takeNew(mine);
    const reply = await loadQuiz(start);
    if (!reply.ok) {
      const gone = reply.problem.status === 404 && mine;
      if (gone) take(fromQuiz(mine.quiz), { title: '', questions: [] });
      status.value = gone ? { name: 'deleted' } : { name: 'missing', problem: reply.problem };
      return;
    }
    etag = mine?.etag ?? reply.etag;
    take(fromQuiz(mine?.quiz ?? reply.value), reply.value);
    // From now on it is this tab's.
    if (mine) writeDraft(start, mine);
    void putAway();
    if (reply.value.questions.some(it => 'draft' in it)) void showMistakes();
    if (!mine || !dirty.value) return;
    restored.value = mine.at;
    if (mine.etag !== reply.etag) status.value = { name: 'conflict' };
  }

  // ---- storing here

  function storeNow(): void {
    clearTimeout(storing);
    if (status.peek().name === 'loading' || status.peek().name === 'missing' || dropped) return;
    if (!dirty.peek() && !(into && etag !== null)) {
      removeOwnDraft(id.peek());
      return;
    }
    lasting.value = writeDraft(id.peek(), {
      quiz: toQuiz(draft.peek()),
      etag,
      at: Date.now(),
      ...(into && { folder: into }),
    });
    address();
  }
  function address(): void {
    if (addressed || closed) return;
    addressed = true;
    onId(id.peek());
  }
  const stop = effect(() => {
    draft.value;
    savedText.value;
    clearTimeout(storing);
    storing = setTimeout(storeNow, STORE_MS);
  });
  const onOnline = () => {
    if (status.peek().name === 'failed') void save();
  };
  addEventListener('pagehide', storeNow);
  addEventListener('online', onOnline);

  // ---- changing

  function step(next: Written, field: string | null): void {
    history.value = changed(history.peek(), next, field, Date.now());
    saveSoon(SAVE_MS);
  }
  function go(next: typeof history.value): void {
    if (next === history.peek()) return;
    history.value = next;
    saveSoon(SAVE_MS);
  }
  const written = () => history.peek().present;

  // ---- saving

  function saveSoon(ms: number): void {
    clearTimeout(saving);
    // These wait for somebody to decide.
    if (status.peek().name === 'conflict' || status.peek().name === 'deleted') return;
    saving = setTimeout(() => void save(), ms);
  }

  /** Whoever asks while a save is under way gets the same one, which goes on until nothing is left. */
  function save(): Promise<boolean> {
    clearTimeout(saving);
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  async function saveAll(): Promise<boolean> {
    while (dirty.peek() || etag === null) if (!(await write())) return false;
    return true;
  }

  async function write(): Promise<boolean> {
    const quiz = toQuiz(draft.peek());
    const text = stableText(quiz);
    const titled = quiz.title ? quiz : { ...quiz, title: t('editor.untitled') };
    status.value = { name: 'saving' };
    const reply =
      etag === null ? await createQuiz(id.peek(), titled) : await storeQuiz(id.peek(), titled, etag);
    if (reply.ok) saved(text, reply.etag);
    else if (reply.problem.status !== 412 || !(await wasMine())) return refuse(reply.problem, text);
    await putAway();
    return true;
  }

  async function putAway(): Promise<void> {
    if (!into) return;
    const reply = await moveQuizzes([id.peek()], into);
    into = undefined;
    storeNow();
    if (!reply.ok) say({ text: problemText(reply.problem) });
  }

  function saved(text: string, version: string | null): true {
    etag = version;
    unanswered = null;
    failures = 0;
    batch(() => {
      savedText.value = text;
      restored.value = null;
      status.value = { name: 'ready' };
    });
    address();
    storeNow();
    return true;
  }

  /** The version in the way is our own: it was saved, and only the answer was lost. */
  async function wasMine(): Promise<boolean> {
    if (etag !== null && unanswered === null) return false;
    const reply = await loadQuiz(id.peek());
    if (!reply.ok) return false;
    const theirs = stableText(toQuiz(fromQuiz(reply.value)));
    return (etag === null || theirs === unanswered) && saved(theirs, reply.etag);
  }

  function refuse(problem: Problem, text: string): false {
    if (problem.status === 0) unanswered = text;
    if (problem.status === 412) status.value = { name: 'conflict' };
    else if (problem.status === 404) status.value = { name: 'deleted' };
    else {
      const again = problem.status === 0 || problem.status === 429 || problem.status >= 500;
      status.value = { name: 'failed', problem, again };
      if (problem.errors) minded(problem.errors);
      if (again && !closed) saveSoon(problem.retryAfterMs ?? stepMs(failures++, Math.random()));
    }
    return false;
  }

  // ---- what the server minds

  function minded(errors: NonNullable<Problem['errors']>): void {
    found.value = mistakes(errors, draft.peek());
  }

  async function showMistakes(): Promise<boolean> {
    const reply = await listMistakes(id.peek());
    if (reply.ok) minded(reply.value);
    return reply.ok && reply.value.length === 0;
  }

  /** What is on the server now takes the place of what is written. */
  function stepTo(saved: Quiz, version: string | null): void {
    etag = version;
    const theirs = fromQuiz(saved);
    batch(() => {
      step({ draft: theirs, chosen: theirs.entries[0]?.key ?? null }, null);
      savedText.value = stableText(toQuiz(theirs));
      found.value = new Map();
      status.value = { name: 'ready' };
    });
    removeDraft(id.peek());
  }

  async function saveCopy(title: string): Promise<boolean> {
    removeDraft(id.peek());
    open.delete(id.peek());
    id.value = uuid();
    open.set(id.value, editing);
    etag = null;
    into = folder;
    addressed = false;
    step({ ...written(), draft: { ...draft.peek(), title } }, null);
    return save();
  }

  const editing: Editing = {
    id,
    draft,
    chosen: computed(() => history.value.present.chosen),
    mistakes: found,
    status,
    dirty,
    restored,
    lasting,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    loaded: load(),
    choose(key) {
      if (key !== written().chosen) history.value = amended(history.peek(), { ...written(), chosen: key });
    },
    change(part, touched, chosen = written().chosen) {
      step({ draft: { ...draft.peek(), ...part }, chosen }, LISTS.has(touched) ? null : ` ${touched}`);
      if (touched) found.value = forgiven(found.peek(), '', touched);
    },
    changeQuestion(key, question, touched) {
      const entries = draft.peek().entries.map(it => (it.key === key ? { ...it, question } : it));
      const field = LISTS.has(touched) ? null : `${key} ${touched}`;
      step({ ...written(), draft: { ...draft.peek(), entries } }, field);
      found.value = forgiven(found.peek(), key, touched);
    },
    turn(key, kind) {
      const entries = draft.peek().entries.map(it => (it.key === key ? turned(it, kind) : it));
      step({ ...written(), draft: { ...draft.peek(), entries } }, `${key} kind`);
      found.value = new Map([...found.peek()].filter(([at]) => !at.startsWith(`${key} `)));
    },
    insert(entry, index) {
      const entries = draft.peek().entries.filter(it => it.key !== entry.key);
      entries.splice(index, 0, entry);
      step({ draft: { ...draft.peek(), entries }, chosen: entry.key }, null);
    },
    addAll(questions) {
      const { entries } = draft.peek();
      const fresh = fromQuiz({ title: '', questions: [...questions] }).entries;
      const added = fresh.slice(0, QUESTIONS_MAX - entries.length);
      if (added.length === 0) return;
      const at = entries.findIndex(it => it.key === written().chosen);
      const behind = at < 0 ? entries.length : at + 1;
      const next = [...entries.slice(0, behind), ...added, ...entries.slice(behind)];
      step({ draft: { ...draft.peek(), entries: next }, chosen: added[0]!.key }, null);
    },
    undo: () => go(undone(history.peek())),
    redo: () => go(redone(history.peek())),
    save,
    async check() {
      if (!(await save())) return false;
      if (await showMistakes()) return true;
      // The title is always in sight; anything else is brought onto the canvas.
      const first = [...found.peek().keys()].find(at => at !== ' title' && at !== ' questions');
      if (first !== undefined) editing.choose(first.split(' ')[0] || null);
      return false;
    },
    async discard() {
      restored.value = null;
      if (etag === null) {
        const empty = emptyDraft(language);
        return step({ draft: empty, chosen: empty.entries[0]!.key }, null);
      }
      const reply = await loadQuiz(id.peek());
      if (!reply.ok) {
        status.value = { name: 'failed', problem: reply.problem, again: false };
        return;
      }
      stepTo(reply.value, reply.etag);
    },
    async restore(version) {
      if (!(await save())) {
        const now = status.peek();
        return now.name === 'failed' ? now.problem : UNSAVED;
      }
      const reply = await restoreVersion(id.peek(), version, etag!);
      if (reply.ok) {
        stepTo(reply.value, reply.etag);
        return;
      }
      if (reply.problem.status === 412) status.value = { name: 'conflict' };
      return reply.problem;
    },
    async overwrite() {
      const reply = await loadQuiz(id.peek());
      if (!reply.ok) return refuse(reply.problem, '');
      etag = reply.etag;
      return save();
    },
    saveCopy,
    drop() {
      dropped = true;
      removeDraft(id.peek());
    },
    async close() {
      storeNow();
      stop();
      closed = true;
      if (open.get(id.peek()) === editing) open.delete(id.peek());
      removeEventListener('pagehide', storeNow);
      removeEventListener('online', onOnline);
      clearTimeout(saving);
      const undecided = ['loading', 'missing', 'conflict', 'deleted'].includes(status.peek().name);
      return !undecided && (dirty.peek() || running !== null) ? save() : false;
    },
  };
  open.set(id.peek(), editing);
  return editing;
}

/** Undoes the deletion of a question, in the editor where its quiz is still open, else in the quiz itself. */
export async function restoreQuestion(quiz: string, entry: Entry, index: number): Promise<boolean> {
  const here = open.get(quiz);
  if (here) {
    here.insert(entry, index);
    return true;
  }
  const editing = openEditing(quiz, '', () => {});
  await editing.loaded;
  if (editing.status.peek().name !== 'ready') {
    void editing.close();
    return false;
  }
  editing.insert(entry, index);
  return editing.close();
}

/** One quiz open in the editor: what is written, what is saved, and what lies between. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Problem } from '../../api';
import type { Quiz, QuizQuestion } from '../library/quiz';
import { NEW } from '../route';
import { createQuiz, loadQuiz, storeQuiz } from '../server';
import { dropDraft, keepDraft, keptDraft } from './drafts';
import { type Draft, emptyDraft, forgiven, fromQuiz, type Mistakes, mistakes, toQuiz } from './model';

export type Status =
  | { name: 'loading' | 'ready' | 'saving' }
  /** It could not be loaded, or saved. */
  | { name: 'missing' | 'failed'; problem: Problem }
  /** Somebody saved another version meanwhile. */
  | { name: 'conflict' };

export interface Editing {
  id: Signal<string>;
  draft: Signal<Draft>;
  /** The key of the question on the canvas; null for the quiz as a whole. */
  chosen: Signal<string | null>;
  mistakes: Signal<Mistakes>;
  status: Signal<Status>;
  dirty: ReadonlySignal<boolean>;
  /** When the changes were made that an earlier visit left behind. */
  restored: Signal<number | null>;
  /** False when this browser keeps nothing. */
  lasting: Signal<boolean>;
  change(part: Partial<Draft>, touched?: string): void;
  changeQuestion(key: string, question: QuizQuestion, touched: string): void;
  /** True once it is on the server. */
  save(): Promise<boolean>;
  /** Back to what is saved. */
  discard(): Promise<void>;
  /** After a conflict: over the other version, or beside it as a quiz of its own. */
  overwrite(): Promise<boolean>;
  saveCopy(title: string): Promise<boolean>;
  close(): void;
}

/** Typing rests this long before it is kept. */
const KEEP_MS = 400;

export function openEditing(start: string, language: string, onNewId: (id: string) => void): Editing {
  const id = signal(start);
  const draft = signal<Draft>(emptyDraft(language));
  const chosen = signal<string | null>(null);
  const found = signal<Mistakes>(new Map());
  const status = signal<Status>({ name: 'loading' });
  const restored = signal<number | null>(null);
  const lasting = signal(true);
  const savedText = signal('');
  let etag: string | null = null;
  const dirty = computed(() => JSON.stringify(toQuiz(draft.value)) !== savedText.value);

  function take(quiz: Draft, saved: Quiz): void {
    batch(() => {
      draft.value = quiz;
      savedText.value = JSON.stringify(toQuiz(fromQuiz(saved)));
      chosen.value = quiz.entries[0]?.key ?? null;
      found.value = new Map();
      status.value = { name: 'ready' };
    });
  }

  async function load(): Promise<void> {
    const mine = keptDraft(start);
    if (start === NEW) {
      const empty = emptyDraft(language);
      take(mine ? fromQuiz(mine.quiz) : empty, toQuiz(empty));
      restored.value = mine?.at ?? null;
      return;
    }
    const reply = await loadQuiz(start);
    if (!reply.ok) {
      status.value = { name: 'missing', problem: reply.problem };
      return;
    }
    etag = mine?.etag ?? reply.etag;
    take(fromQuiz(mine?.quiz ?? reply.value), reply.value);
    if (!mine || !dirty.value) return;
    restored.value = mine.at;
    if (mine.etag !== reply.etag) status.value = { name: 'conflict' };
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepNow = () => {
    clearTimeout(timer);
    if (status.peek().name === 'loading' || status.peek().name === 'missing') return;
    if (!dirty.peek()) dropDraft(id.peek());
    else lasting.value = keepDraft(id.peek(), { quiz: toQuiz(draft.peek()), etag, at: Date.now() });
  };
  const stop = effect(() => {
    draft.value;
    savedText.value;
    clearTimeout(timer);
    timer = setTimeout(keepNow, KEEP_MS);
  });
  addEventListener('pagehide', keepNow);

  async function write(quiz: Quiz, version: string | null): Promise<boolean> {
    status.value = { name: 'saving' };
    const fresh = id.value === NEW;
    const reply = fresh ? await createQuiz(quiz) : await storeQuiz(id.value, quiz, version ?? '*');
    if (!reply.ok) {
      refuse(reply.problem);
      return false;
    }
    if (fresh) {
      dropDraft(NEW);
      id.value = reply.value!.id!;
      onNewId(id.value);
    }
    etag = reply.etag ?? (await currentVersion());
    batch(() => {
      savedText.value = JSON.stringify(quiz);
      found.value = new Map();
      restored.value = null;
      status.value = { name: 'ready' };
    });
    keepNow();
    return true;
  }

  function refuse(problem: Problem): void {
    if (problem.status === 412) status.value = { name: 'conflict' };
    else status.value = { name: 'failed', problem };
    if (!problem.errors) return;
    found.value = mistakes(problem.errors, draft.value);
    // The title is always in sight; anything else is brought onto the canvas.
    const first = [...found.value.keys()].find(at => at !== ' title' && at !== ' questions');
    if (first !== undefined) chosen.value = first.split(' ')[0] || null;
  }

  async function currentVersion(): Promise<string | null> {
    const reply = await loadQuiz(id.value);
    return reply.ok ? reply.etag : null;
  }

  void load();
  return {
    id,
    draft,
    chosen,
    mistakes: found,
    status,
    dirty,
    restored,
    lasting,
    change(part, touched) {
      draft.value = { ...draft.value, ...part };
      if (touched) found.value = forgiven(found.value, '', touched);
    },
    changeQuestion(key, question, touched) {
      const entries = draft.value.entries.map(it => (it.key === key ? { key, question } : it));
      draft.value = { ...draft.value, entries };
      found.value = forgiven(found.value, key, touched);
    },
    save: () => write(toQuiz(draft.value), etag),
    async discard() {
      dropDraft(id.value);
      restored.value = null;
      if (id.value === NEW) {
        const empty = emptyDraft(language);
        return take(empty, toQuiz(empty));
      }
      const reply = await loadQuiz(id.value);
      if (!reply.ok) {
        status.value = { name: 'failed', problem: reply.problem };
        return;
      }
      etag = reply.etag;
      take(fromQuiz(reply.value), reply.value);
    },
    overwrite: async () => write(toQuiz(draft.value), await currentVersion()),
    async saveCopy(title) {
      dropDraft(id.value);
      id.value = NEW;
      draft.value = { ...draft.value, title };
      return write(toQuiz(draft.value), null);
    },
    close() {
      keepNow();
      stop();
      removeEventListener('pagehide', keepNow);
    },
  };
}

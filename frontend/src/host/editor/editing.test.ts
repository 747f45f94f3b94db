import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeLibrary } from '../fake/library';
import type { ChoiceQuestion, QuizQuestion, SlideQuestion } from '../library/quiz';
import { type Editing, openEditing, restoreQuestion } from './editing';

const slide = (text: string): SlideQuestion => ({ kind: 'slide', text, timeLimitMs: 20_000, points: 0 });
const river: ChoiceQuestion = {
  kind: 'choice',
  text: 'Which?',
  timeLimitMs: 20_000,
  points: 1_000,
  choices: [
    { text: 'Nile', correct: true },
    { text: 'Alps', correct: false },
  ],
};

let library: FakeLibrary;
let stored: Map<string, string>;
let editing: Editing;
let addresses: string[];
let heard: Map<string, () => void>;

beforeEach(() => {
  library = new FakeLibrary();
  library.put('q1', { title: 'Old', questions: [{ ...slide('Hello') }] });
  stored = new Map();
  addresses = [];
  heard = new Map();
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', (type: string, run: () => void) => heard.set(type, run));
  vi.stubGlobal('removeEventListener', () => {});
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => {
      stored.set(name, value);
      Object.defineProperty(storage, name, { value, enumerable: true, configurable: true });
    },
    removeItem: (name: string) => stored.delete(name),
  };
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('fetch', library.fetch);
});
afterEach(async () => {
  await editing.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(id = 'q1', folder?: string) {
  editing = openEditing(id, 'en', address => addresses.push(address), folder);
  await vi.advanceTimersByTimeAsync(10);
  return editing;
}
const rest = (ms = 3_000) => vi.advanceTimersByTimeAsync(ms);
const texts = (it = editing) => it.draft.value.entries.map(({ question }) => question.text);
const first = () => editing.draft.value.entries[0]!;
const setText = (text: string) =>
  editing.changeQuestion(first().key, { ...first().question, text } as QuizQuestion, 'text');

// ---- saving

test('what is typed is saved by itself once it rests', async () => {
  await open();
  expect(editing.dirty.value).toBe(false);
  editing.change({ title: 'New' }, 'title');
  expect(editing.dirty.value).toBe(true);
  await rest();
  expect(library.title('q1')).toBe('New');
  expect(editing.dirty.value).toBe(false);
  expect(stored.size).toBe(0);
});

test('a new quiz is made once, however often it is saved at once', async () => {
  await open('new');
  library.delayMs = 500;
  editing.change({ title: 'First' });
  const saves = [editing.save(), editing.save(), editing.save(), editing.save()];
  await rest();
  expect(await Promise.all(saves)).toEqual([true, true, true, true]);
  expect(library.quizzes.size).toBe(2);
  expect(library.writes).toBe(1);
  expect(addresses).toEqual([editing.id.value]);
  expect(library.title(editing.id.value)).toBe('First');
});

test('a new quiz lands in the folder that was open, once it is there', async () => {
  await open('new', 'f1');
  expect(library.moves).toEqual([]);
  editing.change({ title: 'First' }, 'title');
  await rest();
  editing.change({ title: 'Second' }, 'title');
  await rest();
  expect(library.moves).toEqual([{ quizzes: [editing.id.value], folder: 'f1' }]);
});

test('a new quiz that is not saved yet keeps its folder through a reload', async () => {
  await open('new', 'f1');
  const id = editing.id.value;
  library.away = true;
  editing.change({ title: 'First' }, 'title');
  await rest();
  await editing.close();

  library.away = false;
  await open(id);
  await editing.save();
  expect(library.title(id)).toBe('First');
  expect(library.moves).toEqual([{ quizzes: [id], folder: 'f1' }]);
  expect(stored.size).toBe(0);
});

test('a new quiz is put away too where the answer to its save was lost, or the page was left before it was', async () => {
  await open('new', 'f1');
  const id = editing.id.value;
  library.loseAnswer = true;
  editing.change({ title: 'First' }, 'title');
  await rest(10_000);
  expect(library.moves).toEqual([{ quizzes: [id], folder: 'f1' }]);

  await editing.close();
  const quiz = { title: 'Old', questions: [slide('Hello')] };
  stored.set('podium.draft.q1', JSON.stringify({ quiz, etag: '"1"', at: 1, folder: 'f2' }));
  await open();
  expect(library.moves[1]).toEqual({ quizzes: ['q1'], folder: 'f2' });
  expect(stored.size).toBe(0);
});

test('what is typed while a save is under way is saved after it, not beside it', async () => {
  await open();
  library.delayMs = 500;
  editing.change({ title: 'One' });
  const saving = editing.save();
  await rest(100);
  editing.change({ title: 'Two' });
  await rest();
  expect(await saving).toBe(true);
  expect(library.title('q1')).toBe('Two');
  expect(library.writes).toBe(2);
  expect(editing.status.value.name).toBe('ready');
});

test('a save whose answer was lost is no conflict with oneself, and makes no second quiz', async () => {
  await open();
  editing.change({ title: 'Mine' });
  library.loseAnswer = true;
  await rest(10_000);
  expect(library.title('q1')).toBe('Mine');
  expect(editing.status.value.name).toBe('ready');

  await editing.close();
  await open('new');
  editing.change({ title: 'New' });
  library.loseAnswer = true;
  await rest(10_000);
  expect(editing.status.value.name).toBe('ready');
  expect(library.quizzes.size).toBe(2);
});

test('while the server is away everything is stored here, and saved when it is back', async () => {
  await open();
  library.away = true;
  editing.change({ title: 'New' });
  await rest();
  expect(editing.status.value).toMatchObject({ name: 'failed', again: true });
  expect(stored.get('podium.draft.q1')).toContain('New');
  library.away = false;
  heard.get('online')!();
  await rest(10);
  expect(library.title('q1')).toBe('New');
  expect(stored.size).toBe(0);
});

test('an unfinished quiz is saved, also without a title', async () => {
  await open('new');
  setText('Half');
  await rest();
  expect(library.quizzes.get(editing.id.value)!.quiz.questions[0]).toMatchObject({ text: 'Half' });
});

test('an untouched new quiz is not saved, and leaves nothing behind', async () => {
  await open('new');
  await rest();
  await editing.close();
  expect(library.writes).toBe(0);
  expect(stored.size).toBe(0);
  expect(addresses).toEqual([]);
});

test('what was written just before the page was left is saved as well', async () => {
  await open();
  editing.change({ title: 'Last words' });
  await editing.close();
  expect(library.title('q1')).toBe('Last words');
});

// ---- an earlier visit, another tab

test('a closed tab costs nothing: the changes are there again, and can be thrown away', async () => {
  await open();
  library.away = true;
  editing.change({ title: 'New' });
  await editing.close();
  library.away = false;
  await open();
  expect(editing.draft.value.title).toBe('New');
  expect(editing.restored.value).not.toBeNull();
  await editing.discard();
  expect(editing.draft.value.title).toBe('Old');
  expect(stored.size).toBe(0);
  editing.undo();
  expect(editing.draft.value.title).toBe('New');
});

test('a new quiz that was never saved is found again under its address', async () => {
  await open('new');
  library.away = true;
  editing.change({ title: 'Only here' });
  await rest();
  const id = editing.id.value;
  expect(addresses).toEqual([id]);
  await editing.close();
  library.away = false;
  await open(id);
  expect(editing.draft.value.title).toBe('Only here');
  expect(await editing.save()).toBe(true);
  expect(library.title(id)).toBe('Only here');
  await rest();
  expect(stored.size).toBe(0);
});

test('a tab without changes leaves the draft of another tab alone', async () => {
  await open();
  vi.resetModules();
  const other = await import('./drafts');
  other.writeDraft('q1', { quiz: { title: 'Theirs', questions: [] }, etag: '"1"', at: 1 });
  heard.get('pagehide')!();
  await rest();
  await editing.close();
  expect(stored.get('podium.draft.q1')).toContain('Theirs');
});

test('a version saved elsewhere is not overwritten unless that is wanted', async () => {
  await open();
  library.put('q1', { title: 'Theirs', questions: [] });
  editing.change({ title: 'Mine' });
  await rest();
  expect(editing.status.value.name).toBe('conflict');
  editing.change({ title: 'Mine, still' });
  await rest();
  expect(library.title('q1')).toBe('Theirs');
  expect(await editing.overwrite()).toBe(true);
  expect(library.title('q1')).toBe('Mine, still');
});

test('both versions can be kept: mine becomes a quiz of its own', async () => {
  await open();
  library.put('q1', { title: 'Theirs', questions: [] });
  editing.change({ title: 'Mine' });
  await rest();
  expect(await editing.saveCopy('Copy of Mine')).toBe(true);
  expect(editing.id.value).not.toBe('q1');
  expect(library.title(editing.id.value)).toBe('Copy of Mine');
  expect(library.title('q1')).toBe('Theirs');
  expect(addresses).toEqual([editing.id.value]);
});

test('a quiz deleted elsewhere can be kept as a copy', async () => {
  await open();
  library.quizzes.delete('q1');
  editing.change({ title: 'Mine' });
  await rest();
  expect(editing.status.value.name).toBe('deleted');
  expect(await editing.saveCopy('Mine')).toBe(true);
  expect([...library.quizzes.values()].map(({ quiz }) => quiz.title)).toEqual(['Mine']);
  expect(stored.size).toBe(0);
});

test('a quiz deleted elsewhere while changes lay here is shown with them, and can be let go', async () => {
  await open();
  library.away = true;
  editing.change({ title: 'Mine' });
  await editing.close();
  library.away = false;
  library.quizzes.delete('q1');
  await open();
  expect(editing.status.value.name).toBe('deleted');
  expect(editing.draft.value.title).toBe('Mine');
  editing.drop();
  await editing.close();
  expect(stored.size).toBe(0);
});

test('changes left behind before somebody else saved are a conflict as soon as they are opened', async () => {
  await open();
  library.away = true;
  editing.change({ title: 'Mine' });
  await editing.close();
  library.away = false;
  library.put('q1', { title: 'Theirs', questions: [] });
  await open();
  expect(editing.draft.value.title).toBe('Mine');
  expect(editing.status.value.name).toBe('conflict');
});

// ---- undoing

test('every change can be undone and done again, with what was on the canvas then', async () => {
  await open();
  const key = first().key;
  setText('Changed');
  editing.choose(null);
  editing.change({ entries: [] }, 'questions');
  editing.undo();
  expect(texts()).toEqual(['Changed']);
  editing.undo();
  expect(texts()).toEqual(['Hello']);
  expect(editing.chosen.value).toBe(key);
  editing.redo();
  editing.redo();
  expect(texts()).toEqual([]);
});

test('a kind chosen by mistake costs nothing: each kind still has what it had', async () => {
  library.put('q1', { title: 'Old', questions: [{ ...river }] });
  await open();
  for (const kind of ['true-false', 'number', 'slide', 'choice'] as const) editing.turn(first().key, kind);
  expect(first().question).toEqual(river);
  setText('Which river?');
  editing.turn(first().key, 'poll');
  editing.turn(first().key, 'choice');
  expect(first().question).toEqual({ ...river, text: 'Which river?' });
});

test('a deleted question comes back to its quiz, also when that is not open any more', async () => {
  library.put('q1', { title: 'Old', questions: [{ ...slide('a') }, { ...slide('b') }, { ...slide('c') }] });
  await open();
  const [a, b, c] = editing.draft.value.entries;
  editing.change({ entries: [a!, c!] });
  expect(await restoreQuestion('q1', b!, 1)).toBe(true);
  expect(texts()).toEqual(['a', 'b', 'c']);

  editing.change({ entries: [a!, c!] });
  await editing.close();
  expect(await restoreQuestion('q1', b!, 1)).toBe(true);
  expect(library.quizzes.get('q1')!.quiz.questions.map(it => it.text)).toEqual(['a', 'b', 'c']);
});

test('what was deleted comes back to its own quiz and to no other that is open now', async () => {
  library.put('q2', { title: 'Another', questions: [{ ...slide('x') }] });
  await open();
  const gone = first();
  editing.change({ entries: [] });
  await editing.close();
  await open('q2');
  expect(await restoreQuestion('q1', gone, 0)).toBe(true);
  expect(texts()).toEqual(['x']);
  expect(library.quizzes.get('q1')!.quiz.questions).toHaveLength(1);
});

// ---- what is not finished

test('launching asks for what is missing, beside its field; saving never does', async () => {
  await open();
  const { key } = first();
  editing.choose(null);
  library.mistakes.set('q1', [{ field: 'questions[0].text', code: 'required' }]);
  setText('');
  await rest();
  expect(editing.status.value.name).toBe('ready');
  expect(editing.mistakes.value.size).toBe(0);
  expect(await editing.check()).toBe(false);
  expect(editing.mistakes.value.get(`${key} text`)).toBe('required');
  expect(editing.chosen.value).toBe(key);
  library.mistakes.clear();
  setText('Hello');
  expect(editing.mistakes.value.size).toBe(0);
  expect(await editing.check()).toBe(true);
});

test('a draft that came from a file shows at once what is wrong with it, whatever its shape', async () => {
  library.mistakes.set('q1', [{ field: 'questions[0].kind', code: 'unknown' }]);
  library.put('q1', {
    title: 'Old',
    questions: [{ kind: 'riddle', text: 7, choices: 'none', media: [], draft: true }],
  });
  await open();
  expect(first().question).toMatchObject({ kind: 'riddle', text: '7' });
  expect(editing.mistakes.value.get(`${first().key} kind`)).toBe('unknown');
  expect(editing.dirty.value).toBe(false);
});

test('what the server minds nevertheless is said, and not asked for again and again', async () => {
  await open();
  library.refusal = { status: 422, errors: [{ field: 'title', code: 'too-long' }] };
  editing.change({ title: 'x' });
  await rest(60_000);
  expect(editing.status.value).toMatchObject({ name: 'failed', again: false });
  expect(editing.mistakes.value.get(' title')).toBe('too-long');
  library.refusal = null;
});

// ---- earlier versions

test('a restored version is one step, saved already, and undone like any other', async () => {
  await open();
  library.versions.set(3, { title: 'Older', questions: [{ ...slide('Once') }] });
  setText('Typed just now');
  expect(await editing.restore(3)).toBeUndefined();
  expect([editing.draft.value.title, texts()]).toEqual(['Older', ['Once']]);
  expect(library.writes).toBe(2);
  expect(editing.dirty.value).toBe(false);
  editing.undo();
  await rest();
  expect([library.title('q1'), texts()]).toEqual(['Old', ['Typed just now']]);
});

test('a version that was thinned out meanwhile changes nothing, and says so', async () => {
  await open();
  setText('Mine');
  expect((await editing.restore(9))?.status).toBe(404);
  expect(texts()).toEqual(['Mine']);
  expect(editing.status.value.name).toBe('ready');
});

test('no version is restored over what somebody else has saved', async () => {
  await open();
  library.versions.set(3, { title: 'Older', questions: [] });
  library.put('q1', { title: 'Theirs', questions: [] });
  expect((await editing.restore(3))?.status).toBe(412);
  expect(editing.status.value.name).toBe('conflict');
  expect(library.title('q1')).toBe('Theirs');
});

// ---- many questions

test('copied questions are pasted behind the chosen one, in one step, and stay apart from what they were copied of', async () => {
  library.put('q1', { title: 'Old', questions: [{ ...slide('a') }, { ...slide('b') }] });
  await open();
  editing.addAll([slide('c'), slide('d')]);
  expect(texts()).toEqual(['a', 'c', 'd', 'b']);
  expect(editing.chosen.value).toBe(editing.draft.value.entries[1]!.key);
  editing.undo();
  expect(texts()).toEqual(['a', 'b']);
});

test('no more is pasted than a quiz has room for', async () => {
  await open();
  editing.addAll(Array.from({ length: 600 }, (_, n) => slide(`${n}`)));
  expect(texts()).toHaveLength(500);
  editing.addAll([slide('one more')]);
  expect(texts()).toHaveLength(500);
});

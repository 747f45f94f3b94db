import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SlideQuestion } from '../library/quiz';
import { type Editing, openEditing } from './editing';

const slide = (text: string): SlideQuestion => ({ kind: 'slide', text, timeLimitMs: 20_000, points: 0 });

/** A library of one quiz that counts its versions, as far as the editor asks for it. */
let shelf: { title: string; questions: SlideQuestion[]; version: number };
/** The next write is refused with this. */
let refusal: { status: number; errors?: object[] } | null;
let kept: Map<string, string>;
let editing: Editing;

beforeEach(() => {
  shelf = { title: 'Old', questions: [slide('Hello')], version: 1 };
  refusal = null;
  kept = new Map();
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal('fetch', async (path: string, { method, headers, body }: RequestInit) => {
    const answer = (status: number, json: object, etag?: string) =>
      new Response(JSON.stringify(json), {
        status,
        headers: { 'Content-Type': 'application/json', ...(etag && { ETag: etag }) },
      });
    const etag = `"${shelf.version}"`;
    if (method === 'GET') return answer(200, { id: 'q1', ...shelf, version: undefined }, etag);
    if (refusal) return answer(refusal.status, refusal);
    if (method === 'PUT' && (headers as Record<string, string>)['If-Match'] !== etag) return answer(412, {});
    shelf = { ...JSON.parse(body as string), version: shelf.version + 1 };
    return answer(200, { id: path.endsWith('quizzes') ? 'q2' : 'q1', ...shelf }, `"${shelf.version}"`);
  });
});
afterEach(() => {
  editing.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(id = 'q1') {
  editing = openEditing(id, 'en', () => {});
  await vi.advanceTimersByTimeAsync(10);
  return editing;
}
const rest = () => vi.advanceTimersByTimeAsync(1_000);

test('what is saved is not dirty, and what is typed is kept until it is saved', async () => {
  await open();
  expect(editing.dirty.value).toBe(false);
  editing.change({ title: 'New' });
  expect(editing.dirty.value).toBe(true);
  await rest();
  expect(kept.get('podium.draft.q1')).toContain('New');
  expect(await editing.save()).toBe(true);
  expect(shelf.title).toBe('New');
  expect(editing.dirty.value).toBe(false);
  await rest();
  expect(kept.size).toBe(0);
});

test('a closed tab costs nothing: the changes are there again, and can be thrown away', async () => {
  await open();
  editing.change({ title: 'New' });
  editing.close();
  await open();
  expect(editing.draft.value.title).toBe('New');
  expect(editing.restored.value).not.toBeNull();
  await editing.discard();
  expect(editing.draft.value.title).toBe('Old');
  expect(kept.size).toBe(0);
});

test('a version saved elsewhere is not overwritten unless that is wanted', async () => {
  await open();
  editing.change({ title: 'Mine' });
  shelf = { ...shelf, title: 'Theirs', version: 2 };
  expect(await editing.save()).toBe(false);
  expect(editing.status.value.name).toBe('conflict');
  expect(shelf.title).toBe('Theirs');
  expect(await editing.overwrite()).toBe(true);
  expect(shelf.title).toBe('Mine');
});

test('both versions can be kept: mine becomes a quiz of its own', async () => {
  await open();
  editing.change({ title: 'Mine' });
  shelf = { ...shelf, version: 2 };
  await editing.save();
  expect(await editing.saveCopy('Copy of Mine')).toBe(true);
  expect(editing.id.value).toBe('q2');
  expect(editing.draft.value.title).toBe('Copy of Mine');
});

test('changes left behind before somebody else saved are a conflict as soon as they are opened', async () => {
  await open();
  editing.change({ title: 'Mine' });
  editing.close();
  shelf = { ...shelf, title: 'Theirs', version: 2 };
  await open();
  expect(editing.draft.value.title).toBe('Mine');
  expect(editing.status.value.name).toBe('conflict');
});

test('a new quiz gets its id with the first save', async () => {
  await open('new');
  expect(editing.dirty.value).toBe(false);
  editing.change({ title: 'First' });
  expect(await editing.save()).toBe(true);
  expect(editing.id.value).toBe('q2');
  expect([...kept.keys()]).toEqual([]);
});

test('what the server minds is brought onto the canvas, beside its field', async () => {
  await open();
  const key = editing.draft.value.entries[0]!.key;
  editing.chosen.value = null;
  refusal = {
    status: 422,
    errors: [
      { field: 'title', code: 'too-long' },
      { field: 'questions[0].text', code: 'required' },
    ],
  };
  editing.change({ title: 'x' });
  expect(await editing.save()).toBe(false);
  expect(editing.mistakes.value.get(`${key} text`)).toBe('required');
  expect(editing.chosen.value).toBe(key);
});

import { beforeEach, expect, test, vi } from 'vitest';
import type { Media } from '../../../protocol';
import type { Options, Outcome } from './types';
import { areUploads, cancelUpload, cancelUploads, startUpload, uploads } from './uploads';

/** Draws and sends, which needs a browser: `media.spec.ts` has one. */
const begun = vi.hoisted(() => [] as { name: string; options: Options; end: (outcome: Outcome) => void }[]);
vi.mock('./upload', () => ({
  default: (file: File, options: Options) =>
    new Promise<Outcome>(end => begun.push({ name: file.name, options, end })),
}));

const file = (name: string) => new File([], name);
const picture = (url: string): Outcome => ({ ok: true, media: { url } });
const rest = () => new Promise(done => setTimeout(done));
let taken: Media[];
const start = (place: string, name: string) =>
  startUpload(place, file(name), undefined, media => taken.push(media));

beforeEach(async () => {
  cancelUploads();
  for (const { end } of begun.splice(0)) end(picture('/late'));
  await rest();
  begun.length = 0;
  taken = [];
});
const names = () => begun.map(({ name }) => name);

test('one file is prepared and sent at a time, in the order in which they came', async () => {
  start('a', 'first');
  start('b', 'second');
  await vi.waitFor(() => expect(names()).toEqual(['first']));
  expect(uploads.value.get('b')).toMatchObject({ part: null });
  begun[0]!.end(picture('/media/1'));
  await vi.waitFor(() => expect(names()).toEqual(['first', 'second']));
  expect(taken).toEqual([{ url: '/media/1' }]);
  expect([...uploads.value.keys()]).toEqual(['b']);
});

test('what is cancelled is not begun, or not taken', async () => {
  start('a', 'first');
  start('b', 'second');
  start('c', 'third');
  await vi.waitFor(() => expect(names()).toEqual(['first']));
  cancelUpload('a');
  cancelUpload('b');
  expect(begun[0]!.options.signal.aborted).toBe(true);
  begun[0]!.end(picture('/media/1'));
  await vi.waitFor(() => expect(names()).toEqual(['first', 'third']));
  expect(taken).toEqual([]);
});

test('a place has one: the later file is the one that was meant', async () => {
  start('a', 'first');
  await vi.waitFor(() => expect(names()).toEqual(['first']));
  start('a', 'second');
  begun[0]!.options.onPart(0.9);
  expect(uploads.value.get('a')).toMatchObject({ part: null });
  begun[0]!.end(picture('/media/1'));
  await vi.waitFor(() => expect(names()).toEqual(['first', 'second']));
  begun[1]!.end(picture('/media/2'));
  await vi.waitFor(() => expect(taken).toEqual([{ url: '/media/2' }]));
});

test('trouble stays to be read, lets others go on, and can be tried again', async () => {
  start('a', 'first');
  start('b', 'second');
  await vi.waitFor(() => expect(names()).toEqual(['first']));
  begun[0]!.end({ ok: false, trouble: 'unreachable' });
  await vi.waitFor(() => expect(names()).toEqual(['first', 'second']));
  expect(uploads.value.get('a')).toMatchObject({ trouble: 'unreachable' });
  begun[1]!.end(picture('/media/2'));
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  expect(areUploads()).toBe(false);
  uploads.value.get('a')!.again();
  await vi.waitFor(() => expect(names()).toEqual(['first', 'second', 'first']));
  expect(areUploads()).toBe(true);
  begun[2]!.end(picture('/media/1'));
  await vi.waitFor(() => expect(taken).toHaveLength(2));
});

test('whoever leaves is told which files were still on their way', async () => {
  start('a', 'first');
  start('b', 'second');
  await vi.waitFor(() => expect(names()).toEqual(['first']));
  begun[0]!.end({ ok: false, trouble: 'kind' });
  await vi.waitFor(() => expect(names()).toEqual(['first', 'second']));
  expect(cancelUploads().map(({ name }) => name)).toEqual(['second']);
  expect(uploads.value.size).toBe(0);
});

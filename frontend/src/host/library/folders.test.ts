import { expect, test } from 'vitest';
import { inOrder, withBelow } from './folders';

const folder = (id: string, parent?: string) => ({ id, name: id, quizzes: 0, ...(parent && { parent }) });
const folders = [folder('art'), folder('7b', 'year 7'), folder('year 7'), folder('week 1', '7b')];

test('each folder stands below the one it lies in', () => {
  expect(inOrder(folders).map(({ id, depth }) => `${depth} ${id}`)).toEqual([
    '0 art',
    '0 year 7',
    '1 7b',
    '2 week 1',
  ]);
});
test('what lies in a folder, and in those, goes with it', () => {
  expect([...withBelow(folders, 'year 7')]).toEqual(['year 7', '7b', 'week 1']);
});

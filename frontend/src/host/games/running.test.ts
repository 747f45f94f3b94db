// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { games, loadGames, loadOlderGames, older } from './running';

afterEach(() => vi.unstubAllGlobals());

const game = (n: number) => ({ id: String(n), title: '', phase: 'finished', players: 0, createdAt: n });
/** Two games a page, the latest first, as the server has it. */
let newest = 5;
vi.stubGlobal('fetch', async (path: string) => {
  const from = Number(new URL(path, 'http://podium').searchParams.get('after') ?? newest + 1) - 1;
  const link = { Link: `</api/games?after=${from - 1}>; rel="next"` };
  return Response.json([game(from), game(from - 1)].slice(0, from), { headers: from > 2 ? link : {} });
});
const ids = () => games.value?.map(({ id }) => id).join('');

test('older games are shown on request, to the first, and stay when the latest are asked for again', async () => {
  await loadGames();
  expect(ids()).toBe('54');
  await loadOlderGames();
  newest = 6;
  await loadGames();
  expect(ids()).toBe('65432');
  await loadOlderGames();
  expect(ids()).toBe('654321');
  expect(older.value).toBeUndefined();
});

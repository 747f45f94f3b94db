import { afterEach, expect, test, vi } from 'vitest';
import { firstTime } from './once';

afterEach(() => vi.unstubAllGlobals());

test('points count up once, also where the page is loaded again', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  expect(firstTime('ada 3')).toBe(true);
  expect(firstTime('ada 3')).toBe(false);
  expect(firstTime('ada 4')).toBe(true);
});

test('where nothing can be kept, they count each time', () => {
  vi.stubGlobal('sessionStorage', {
    getItem() {
      throw new Error('blocked');
    },
  });
  expect([firstTime('ada 3'), firstTime('ada 3')]).toEqual([true, true]);
});

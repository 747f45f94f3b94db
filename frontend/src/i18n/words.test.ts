import { beforeAll, expect, test, vi } from 'vitest';
import { addWords, loadWords, t } from '.';

beforeAll(() => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  vi.stubGlobal('document', { documentElement: {} });
});

test('words that are there stay, whichever of two parts arrives last', async () => {
  await loadWords('phone');
  await addWords('player');
  await loadWords('phone');
  expect(t('pin.label')).toBe('Game PIN');
  expect(t('finished.second')).toBe('Second place');
});

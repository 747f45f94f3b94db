import { expect, test } from 'vitest';
import type { PlayState } from '../protocol';
import { withTexts } from './texts';

test('a phone that is told no texts has shapes and places', () => {
  const silent = { index: 0, kind: 'choice', choices: [{ id: 'a' }, { id: 'b', text: 'B' }] };
  expect(withTexts({ phase: 'question', question: silent } as unknown as PlayState)).toEqual({
    phase: 'question',
    question: {
      ...silent,
      text: '',
      choices: [
        { id: 'a', text: '' },
        { id: 'b', text: 'B' },
      ],
    },
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Question } from '../../protocol';
import { guess } from './guess';

const folder = new URL('../../../../src/test/resources/golden/', import.meta.url);
const asked = (name: string): Question =>
  JSON.parse(readFileSync(new URL(`host.out.state.question.${name}.json`, folder), 'utf8')).state.question;
const always = (value: number) => () => value;

test('a robot that is right says what the key says', () => {
  for (const kind of ['choice', 'choice.multiple', 'true-false', 'order']) {
    const question = asked(kind);
    const given = guess(question, always(0)) as Record<string, unknown>;
    expect(given.choices ?? given.order, kind).toEqual(question.correct);
  }
  expect(guess(asked('number'), always(0))).toEqual({
    number: (asked('number').correct as { value: number }).value,
  });
  expect(guess(asked('point'), always(0))).toEqual({ point: [0.25, 0.625] });
});

test('a robot that guesses stays within what can be answered', () => {
  for (const chance of [0.61, 0.8, 0.999]) {
    for (const kind of ['choice', 'choice.multiple', 'true-false', 'poll']) {
      const question = asked(kind) as Extract<Question, { kind: 'poll' }>;
      const given = guess(question, always(chance)) as { choices: string[] };
      expect(given.choices).toHaveLength(1);
      expect(question.choices.map(it => it.id)).toContain(given.choices[0]);
    }
    for (const kind of ['number', 'scale']) {
      const question = asked(kind) as Extract<Question, { kind: 'number' }>;
      const { number } = guess(question, always(chance)) as { number: number };
      expect(number).toBeGreaterThanOrEqual(question.min);
      expect(number).toBeLessThanOrEqual(question.max);
    }
    const order = asked('order') as Extract<Question, { kind: 'order' }>;
    const given = guess(order, always(chance)) as { order: string[] };
    expect([...given.order].sort()).toEqual(order.items.map(it => it.id).sort());
    expect((guess(asked('word-cloud'), always(chance)) as { text: string }).text).not.toBe('');
  }
  expect(guess(asked('slide'), always(0))).toBeNull();
});

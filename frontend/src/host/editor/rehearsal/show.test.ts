import { expect, test } from 'vitest';
import { KINDS, type Quiz, type QuizQuestion } from '../../library/quiz';
import { blank } from '../model';
import { asked, keyed } from './asked';
import {
  answered,
  answeredRightly,
  dueAt,
  imaginedTally,
  onward,
  opened,
  phoneState,
  screenState,
  tallyOf,
} from './show';

const T = 1_000_000;
const choice: QuizQuestion = {
  kind: 'choice',
  text: 'Which one is a river?',
  timeLimitMs: 20_000,
  points: 1_000,
  choices: [{ text: 'Nile', correct: true }, { text: 'Alps' }],
};
const slide: QuizQuestion = { kind: 'slide', text: 'Hello', timeLimitMs: 20_000, points: 0 };
const quiz = (...questions: QuizQuestion[]): Quiz => ({ title: 'Rivers', questions });

test('nothing says what is right before the reveal, whatever the kind', () => {
  for (const kind of KINDS) {
    const question = { ...blank(kind), explanation: 'because' } as QuizQuestion;
    const open = opened(quiz(question), 0, 'question', T);
    for (const state of [screenState(open, []), phoneState(open), phoneState({ ...open, phase: 'ready' })]) {
      const said = JSON.stringify(state);
      expect(said, kind).not.toContain('correct');
      expect(said, kind).not.toContain('because');
      expect(said, kind).not.toContain('accept');
      expect(said, kind).not.toContain('region');
    }
  }
});

test('a question that is not finished is shown as far as it is written', () => {
  for (const kind of KINDS) {
    const show = opened(quiz(blank(kind)), 0, 'reveal', T);
    expect(phoneState(answeredRightly(show)).phase, kind).toBe('reveal');
    expect(screenState(show, imaginedTally(show)).phase, kind).toBe('reveal');
  }
});

test('the items of an order never stand in their right order, and each time alike', () => {
  const order = { ...blank('order'), items: ['1', '2', '3', '4', '5'] } as QuizQuestion;
  const { items } = asked(order, 0, 1) as { items: { text: string }[] };
  expect(items.map(({ text }) => text)).toEqual(['2', '4', '1', '3', '5']);
  expect(keyed(order, 0, 1).correct).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
});

test('a quiz is played from the first countdown to the end', () => {
  let show = opened(quiz(slide, choice, choice), 0, 'ready', T);
  expect(dueAt(show)).toBe(T + 3_000);
  show = onward(show, T);
  expect([show.phase, dueAt(show)]).toEqual(['question', null]);
  show = onward(onward(show, T), T);
  expect([show.index, show.phase, dueAt(show)]).toEqual([1, 'question', T + 20_750]);
  show = answered(show, 1, { choices: ['c0'] }, 10_000);
  expect(dueAt(show)).toBe(T + 10_900);
  show = onward(show, T);
  expect(tallyOf(show)).toEqual([
    { id: 'c0', count: 1 },
    { id: 'c1', count: 0 },
  ]);
  expect(phoneState(show)).toMatchObject({ mine: { correct: true, points: 750, streak: 1 }, score: 750 });
  show = answered(onward(onward(show, T), T), 2, { choices: ['c0'] }, 0);
  show = onward(show, T);
  expect(phoneState(show)).toMatchObject({ mine: { points: 1_100, streak: 2 }, score: 1_850 });
  show = onward(show, T);
  expect(phoneState(show)).toMatchObject({ phase: 'finished', mine: { score: 1_850, correct: 2, total: 2 } });
  expect(onward(show, T)).toBe(show);
});

test('the first answer stands, and only one to the question that is open', () => {
  const show = opened(quiz(choice), 0, 'question', T);
  const once = answered(show, 0, { choices: ['c1'] }, 100);
  expect(answered(once, 0, { choices: ['c0'] }, 200)).toBe(once);
  expect(answered({ ...show, phase: 'reveal' }, 0, { choices: ['c0'] }, 100).given).toEqual({});
  expect(phoneState({ ...once, phase: 'reveal' })).toMatchObject({ mine: { correct: false, points: 0 } });
});

test('each kind is judged as a game judges it', () => {
  const worth = (question: QuizQuestion, answer: Parameters<typeof answered>[2]) =>
    answered(opened(quiz(question), 0, 'question', T), 0, answer, 0).given[0]?.fraction;
  const text = { ...blank('text'), accept: ['Café'] } as QuizQuestion;
  expect(worth(text, { text: ' CAFÉ ' })).toBe(1);
  expect(worth(text, { text: 'cafe' })).toBe(0);
  expect(worth({ ...text, accents: 'forgive' } as QuizQuestion, { text: 'cafe' })).toBe(1);
  const number = { ...blank('number'), correct: 10, tolerance: 2 } as QuizQuestion;
  expect([worth(number, { number: 12 }), worth(number, { number: 12.1 })]).toEqual([1, 0]);
  const order = { ...blank('order'), items: ['a', 'b', 'c', 'd'] } as QuizQuestion;
  expect(worth(order, { order: ['c0', 'c1', 'c3', 'c2'] })).toBe(0.5);
  const several = {
    ...choice,
    choices: [{ text: 'a', correct: true }, { text: 'b', correct: true }, { text: 'c' }],
  };
  expect(worth(several as QuizQuestion, { choices: ['c0'] })).toBe(0.5);
  expect(worth(several as QuizQuestion, { choices: ['c0', 'c2'] })).toBe(0);
  const point = {
    ...blank('point'),
    media: { url: '/media/x', width: 200, height: 100 },
    region: { shape: 'circle', x: 0.5, y: 0.5, r: 0.1 },
  } as QuizQuestion;
  expect([worth(point, { point: [0.5, 0.69] }), worth(point, { point: [0.5, 0.71] })]).toEqual([1, 0]);
  expect(worth(blank('poll'), { choices: ['c0'] })).toBeNull();
});

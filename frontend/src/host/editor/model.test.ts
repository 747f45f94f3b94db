import { expect, test } from 'vitest';
import type { ChoiceQuestion, Quiz } from '../library/quiz';
import { KINDS } from '../library/quiz';
import {
  added,
  blank,
  emptyDraft,
  forgiven,
  fromQuiz,
  keysWithMistakes,
  mistakes,
  moved,
  toQuiz,
  turned,
  turnInto,
} from './model';

const river: ChoiceQuestion = {
  kind: 'choice',
  text: 'Which river?',
  timeLimitMs: 10_000,
  points: 2_000,
  explanation: 'Measured by satellite',
  choices: [
    { text: 'Nile', correct: true },
    { text: 'Rhine', correct: false },
  ],
};
const quiz: Quiz = { title: 'Rivers', questions: [river] };

test('what was loaded is sent back as it was', () => {
  expect(toQuiz(fromQuiz(quiz))).toEqual(quiz);
});

test('answer boxes left empty at the end are not sent, but two always are', () => {
  const empty = { text: '', correct: false };
  const choices = (boxes: typeof river.choices) => {
    const sent = toQuiz(fromQuiz({ title: 'x', questions: [{ ...river, choices: boxes }] })).questions[0];
    return (sent as ChoiceQuestion).choices.length;
  };
  expect(choices([...river.choices, empty, empty])).toBe(2);
  expect(choices([empty, empty, empty, empty])).toBe(2);
  expect(choices([river.choices[0]!, empty, river.choices[1]!])).toBe(3);
  expect(choices([...river.choices, { text: '', correct: true }])).toBe(3);
});

test('what nobody sees is not saved: invisible characters, and breaks at the end', () => {
  const sent = toQuiz(
    fromQuiz({
      title: ' Rivers\u200b ',
      questions: [
        { ...river, text: 'a:\n  b\n\n', choices: [{ text: 'Nile\n' }, { text: '\u2060' }] },
        {
          kind: 'text',
          text: 'Capital?',
          accept: ['Paris\u200b'],
          accents: 'forgive',
          timeLimitMs: 20_000,
          points: 0,
        },
      ],
    }),
  );
  expect(sent.title).toBe('Rivers');
  expect(sent.questions[0]).toMatchObject({ text: 'a:\n  b', choices: [{ text: 'Nile' }, { text: '' }] });
  expect(sent.questions[1]).toMatchObject({ accept: ['Paris'], accents: 'forgive' });
});

test.each([
  null,
  7,
  {},
  { kind: 'riddle', choices: 'none', media: 'x', text: [] },
  { kind: 'number', correct: '3,5', min: null },
  { kind: 'order', items: [1, {}] },
  { kind: 'text', accept: {} },
  { kind: 'poll', choices: [7, null, { text: 1 }] },
])('a draft like %j can be shown, and says the same when it is saved untouched', odd => {
  const draft = fromQuiz({ title: 'x', questions: [odd as never] });
  const sent = toQuiz(draft);
  expect(toQuiz(fromQuiz(sent))).toEqual(sent);
});

test('a question of a kind that only a newer server knows is saved as it came', () => {
  const cloud = { kind: 'word-cloud', text: 'One word', maxLength: 20, timeLimitMs: 0, points: 0 };
  const draft = fromQuiz({ title: 'x', questions: [cloud as never] });
  expect(toQuiz(draft).questions).toEqual([cloud]);
  expect(turned(turned(draft.entries[0]!, 'poll'), 'slide').others).toMatchObject({ 'word-cloud': cloud });
});

test.each(KINDS)('a question turned into %s and back keeps text, time and picture', kind => {
  const media = { url: '/a.png', kind: 'image' as const };
  const there = turnInto({ ...river, media }, kind);
  expect(there.kind).toBe(kind);
  expect(turnInto(there, 'choice')).toMatchObject({ text: river.text, timeLimitMs: 10_000, media });
});

test('answers move along between kinds that have some', () => {
  expect(turnInto(river, 'order')).toMatchObject({ items: ['Nile', 'Rhine'] });
  expect(turnInto(river, 'text')).toMatchObject({ accept: ['Nile', 'Rhine'] });
});

test('a poll scores nothing, and what it is turned into scores again', () => {
  const poll = turnInto(river, 'poll');
  expect(poll.points).toBe(0);
  expect(turnInto(poll, 'choice').points).toBe(1_000);
});

test('a mistake stays with its question when that is moved, until the field is touched', () => {
  const start = fromQuiz({ title: 'x', questions: [river, blank('text')] });
  const found = mistakes(
    [
      { field: 'questions[1].accept[0]', code: 'required' },
      { field: 'title', code: 'too-long' },
    ],
    start,
  );
  const second = start.entries[1]!.key;
  expect(moved(start.entries, 1, 0)[0]!.key).toBe(second);
  expect(found.get(`${second} accept[0]`)).toBe('required');
  expect(found.get(' title')).toBe('too-long');
  expect(keysWithMistakes(found)).toEqual(new Set([second, '']));
  const touched = forgiven(found, second, 'accept');
  expect(keysWithMistakes(touched)).toEqual(new Set(['']));
  expect(touched.has(' title')).toBe(true);
});

test('a new question comes behind the chosen one', () => {
  const start = fromQuiz({ title: 'x', questions: [river, river] });
  const { draft, key } = added(start, blank('slide'), start.entries[0]!.key);
  expect(draft.entries[1]!.key).toBe(key);
  expect(draft.entries).toHaveLength(3);
  expect(added(emptyDraft('en'), blank('slide'), null).draft.entries).toHaveLength(2);
});

test.each([
  [{ kind: 'point', text: 'Where?', region: { shape: 'circle', x: 0.5, y: 0.5, r: 0.1 } }],
  [{ kind: 'word-cloud', text: 'In a word?', maxLength: 12 }],
  [{ kind: 'scale', text: 'How sure?', min: 1, max: 5, step: 1, labels: ['not', 'very'] }],
])('a question of a newer kind goes through the editor as it is: %j', found => {
  const question = { timeLimitMs: 0, points: 0, ...found };
  const quiz = { title: 'T', questions: [question] } as unknown as Quiz;
  expect(toQuiz(fromQuiz(quiz)).questions).toEqual([question]);
});

test('a scale whose ends mean nothing is sent without words for them', () => {
  const { questions } = toQuiz({ ...emptyDraft(''), entries: [{ key: 'a', question: blank('scale') }] });
  expect(questions[0]).not.toHaveProperty('labels');
});

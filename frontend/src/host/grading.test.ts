import { expect, test } from 'vitest';
import { tapped } from './grading';

const four = { id: 'a', text: 'four', right: true };
const five = { id: 'b', text: 'five', right: false };

test('another choice is right too, and the first one is not', () => {
  expect(tapped('choice', [four, five], five)).toEqual({ correct: ['a', 'b'] });
  const both = [four, { ...five, right: true }];
  expect(tapped('choice', both, both[0]!)).toEqual({ correct: ['b'] });
});

test('something stays right', () => {
  expect(tapped('choice', [four, five], four)).toBeNull();
  expect(tapped('true-false', [four, five], four)).toBeNull();
});

test('of true and false the other one is right', () => {
  expect(tapped('true-false', [four, five], five)).toEqual({ correct: ['b'] });
});

test('a typed answer is accepted as it was typed', () => {
  const paris = { text: 'Paris', right: true };
  const lutetia = { text: 'Lutetia ', right: false };
  expect(tapped('text', [paris, lutetia], lutetia)).toEqual({ accept: ['Lutetia '] });
  expect(tapped('text', [paris, lutetia], paris)).toBeNull();
});

test('where nobody is right, or a tap says too little, nothing can be tapped', () => {
  for (const kind of ['poll', 'word-cloud', 'scale', 'number', 'order', 'point'] as const)
    expect(tapped(kind, [four, five], five)).toBeNull();
});

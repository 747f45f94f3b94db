import { expect, test } from 'vitest';
import type { CountedText } from '../protocol';
import { cloudOf, type Extent, type Placed } from './cloud';

const [WIDTH, HEIGHT] = [1024, 416];
/** Half as wide as high, as letters are; ideographs are square. */
const measure = (text: string): Extent => ({
  width: [...text].reduce((sum, letter) => sum + (letter > '\u3000' ? 1 : 0.5), 0),
  above: 0.7,
  below: 0.2,
});
const layOut = cloudOf(WIDTH, HEIGHT, measure);

const WORDS = Array.from({ length: 40 }, (_, i) => {
  const length = 2 + ((i * 7) % 11);
  return i % 5 === 0
    ? '快'.repeat(2 + (i % 3)) + i
    : i % 5 === 1
      ? `${'ساعة'.slice(0, length)}${i}`
      : `word ${i} `.repeat(2).slice(0, length) + i;
});

/** What the first so many say: a few words often, most seldom, spread evenly over all who answer. */
function said(answers: number): CountedText[] {
  const counts = new Map<string, number>();
  for (let i = 1; i <= answers; i++) {
    const word = WORDS[Math.floor(WORDS.length ** ((i * 0.618033988749895) % 1)) - 1]!;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, 20);
}

const SIZES = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 130, 300, 700, 1_500, 3_000, 5_000, 7_500, 10_000];

function box({ text, x, y, size }: Placed) {
  const { width, above, below } = measure(text);
  return {
    left: x - (width * size) / 2,
    right: x + (width * size) / 2,
    top: y - above * size,
    bottom: y + below * size,
  };
}

test.each(SIZES)('of %i answers every word stands in the cloud, and none over another', answers => {
  const tally = said(answers);
  const words = layOut(tally);
  expect(words.map(({ text }) => text).sort()).toEqual(tally.map(({ text }) => text).sort());
  for (const [i, one] of words.map(box).entries()) {
    expect(one.left).toBeGreaterThanOrEqual(-WIDTH / 2);
    expect(one.right).toBeLessThanOrEqual(WIDTH / 2);
    expect(one.top).toBeGreaterThanOrEqual(-HEIGHT / 2);
    expect(one.bottom).toBeLessThanOrEqual(HEIGHT / 2);
    for (const other of words.map(box).slice(0, i)) {
      const apart =
        one.left >= other.right ||
        other.left >= one.right ||
        one.top >= other.bottom ||
        other.top >= one.bottom;
      expect(apart).toBe(true);
    }
  }
});

test('while ten thousand answers come, words grow and others join, and hardly one that stands moves', () => {
  const told = [...Array(120).keys(), ...Array.from({ length: 48 }, (_, i) => Math.round(120 * 1.1 ** i))];
  let stood: Placed[] = [];
  let [stayed, moved] = [0, 0];
  for (const answers of told) {
    const words = layOut(said(answers + 1), stood);
    const before = new Map(stood.map(word => [word.key, word]));
    for (const { key, x, y } of words) {
      const was = before.get(key);
      if (was) was.x === x && was.y === y ? stayed++ : moved++;
    }
    stood = words;
  }
  expect(stayed).toBeGreaterThan(2_000);
  expect(moved).toBeLessThan(stayed / 50);
});

test('a word that a host puts back, or that nobody sends any more, moves no other', () => {
  const all = layOut(said(300));
  const without = layOut(said(300).slice(1), all);
  for (const word of without)
    expect(all.find(({ key }) => key === word.key)).toMatchObject({ x: word.x, y: word.y });
});

test('the longest words there may be leave room for the others', () => {
  const long = Array.from({ length: 20 }, (_, i) => ({ text: `${i} ${'W'.repeat(57)}`, count: 20 - i }));
  expect(layOut(long)).toHaveLength(20);
});

test('spellings of a word share its place and its colour', () => {
  const [one] = layOut([{ text: 'Café', count: 1 }]);
  const [other] = layOut([{ text: 'CAFÉ', count: 2 }], [one!]);
  expect(other).toMatchObject({ key: one!.key, x: one!.x, y: one!.y, tone: one!.tone });
});

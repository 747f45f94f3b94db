/** Where the words of a cloud stand: a pure function of the tally, so that every screen shows the same. */
import layout from 'd3-cloud';
import type { CountedText } from '../protocol';
import { fold } from '../ui/fold';

export interface Placed {
  text: string;
  count: number;
  x: number;
  y: number;
  size: number;
  /** Its colour, 0 to 2: it keeps it. */
  tone: number;
}

/** Sizes come in steps: a word that gets one answer more seldom moves another. */
const STEPS = 8;
const FONT = '"Source Sans 3 Variable", system-ui, sans-serif';

/** How large a word is, of 1, by its part of the most given one. */
export function stepOf(count: number, most: number): number {
  return 0.3 + 0.7 * (Math.ceil((STEPS * count) / Math.max(1, most)) / STEPS);
}

/** Two numbers from 0 to 1 that belong to a word: where it would like to stand. */
export function home(text: string): [number, number] {
  let hash = 2166136261;
  for (const letter of fold(text)) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return [((hash >>> 16) & 0xffff) / 0xffff, (hash & 0xffff) / 0xffff];
}

const toneOf = (text: string) => Math.min(2, Math.floor(home(text)[0] * 3));

/** Lays the words out in `width` × `height`; the origin is in the middle. The largest size with room for all is taken. */
export function cloud(tally: readonly CountedText[], width: number, height: number): Placed[] {
  const most = Math.max(1, ...tally.map(({ count }) => count));
  const sorted = [...tally].sort((a, b) => b.count - a.count || (fold(a.text) < fold(b.text) ? -1 : 1));
  for (let size = height / 3.2; ; size *= 0.8) {
    const placed = place(sorted, most, size, width, height);
    if (placed.length === sorted.length || size < height / 40) return placed;
  }
}

function place(tally: CountedText[], most: number, size: number, width: number, height: number): Placed[] {
  let placed: Placed[] = [];
  // The library asks for a start (x, then y) and, once it places, for a way to turn: each word starts at its home.
  const homes = tally.flatMap(({ text }) => home(text));
  let asked = 0;
  let placing = false;
  const spiral = (box: [number, number]) => {
    placing = true;
    const e = box[0] / box[1];
    return (t: number): [number, number] => [e * 0.1 * t * Math.cos(0.1 * t), 0.1 * t * Math.sin(0.1 * t)];
  };
  const random = () => {
    if (placing) {
      placing = false;
      return 0;
    }
    return homes[asked++] ?? 0.5;
  };
  layout<Placed>()
    .size([width, height])
    .words(
      tally.map(({ text, count }) => ({
        text,
        count,
        x: 0,
        y: 0,
        size: size * stepOf(count, most),
        tone: toneOf(text),
      })),
    )
    .font(FONT)
    .fontWeight(700)
    .fontSize(word => word.size)
    .rotate(0)
    .padding(4)
    .spiral(spiral)
    .random(random)
    .on('end', words => {
      placed = words.map(({ text, count, x, y, size, tone }) => ({ text, count, x, y, size, tone }));
    })
    .start();
  return placed;
}

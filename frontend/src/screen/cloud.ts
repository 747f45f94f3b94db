/** Where the words of a cloud stand: those that stand keep their place while they grow, new ones come around them. */
import layout from 'd3-cloud';
import type { CountedText } from '../protocol';
import { fold } from '../ui/fold';

export interface Placed {
  /** The same for all spellings of a word. */
  key: string;
  text: string;
  count: number;
  /** From the middle of the cloud. */
  x: number;
  y: number;
  size: number;
  /** Its colour, 0 to 2: it keeps it. */
  tone: number;
}

export interface Cloud {
  /** Of a word that nobody surpasses. */
  size: number;
  words: Placed[];
}

/** Sizes come in steps: a word that gets one answer more seldom grows. */
const STEPS = 8;
/** From one size that is tried to the next. */
const SHRINK = 0.85;
/** Words rather shrink than move, down to this part of the size there would be room for. */
const RATHER_THAN_MOVE = 0.6;
const FONT = '"Source Sans 3 Variable", system-ui, sans-serif';

/** How large a word is, of 1, by its part of the most given one. */
export function stepOf(count: number, most: number): number {
  return 0.3 + 0.7 * (Math.ceil((STEPS * count) / Math.max(1, most)) / STEPS);
}

/** Two numbers from 0 to 1 that belong to a word: where it would like to stand. */
export function home(key: string): [number, number] {
  let hash = 2166136261;
  for (const letter of key) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return [((hash >>> 16) & 0xffff) / 0xffff, (hash & 0xffff) / 0xffff];
}

const toneOf = (key: string) => Math.min(2, Math.floor(home(key)[0] * 3));

/** Lays the words out in `width` × `height`, after they stood as in `before`: as large as there is room for all. */
export function cloud(tally: readonly CountedText[], width: number, height: number, before?: Cloud): Cloud {
  const stood = new Map(before?.words.map(word => [word.key, word]));
  const most = Math.max(1, ...tally.map(({ count }) => count));
  const words = tally
    .map(({ text, count }): Word => {
      const key = fold(text);
      return { key, text, count, step: stepOf(count, most), stood: stood.get(key) };
    })
    .sort(
      (a, b) =>
        b.step - a.step ||
        Number(!a.stood) - Number(!b.stood) ||
        b.count - a.count ||
        (a.key < b.key ? -1 : 1),
    );
  const largest = height / 3.2;
  let roomy: Cloud | undefined;
  for (let size = Math.min(largest, before ? before.size / SHRINK : largest); ; size *= SHRINK) {
    const placed = place(words, size, width, height);
    if (size < height / 40) return roomy ?? { size, words: placed };
    if (placed.length < words.length) continue;
    if (words.every(word => stands(word, placed))) return { size, words: placed };
    roomy ??= { size, words: placed };
    if (size < RATHER_THAN_MOVE * roomy.size) return roomy;
  }
}

interface Word extends CountedText {
  key: string;
  step: number;
  stood: Placed | undefined;
}

function stands({ key, stood }: Word, placed: Placed[]): boolean {
  const now = placed.find(word => word.key === key);
  return !stood || (now?.x === stood.x && now.y === stood.y);
}

function place(words: Word[], size: number, width: number, height: number): Placed[] {
  let placed: Placed[] = [];
  // The library asks for a start (x, then y) in the inner half, 0 to 1, and, once it places, for a way to turn.
  const starts = words.flatMap(({ key, stood }) =>
    stood ? [(2 * stood.x + 1) / width + 0.5, (2 * stood.y + 1) / height + 0.5] : home(key),
  );
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
    return starts[asked++] ?? 0.5;
  };
  layout<Placed>()
    .size([width, height])
    .words(
      words.map(({ key, text, count, step }) => ({
        key,
        text,
        count,
        x: 0,
        y: 0,
        size: size * step,
        tone: toneOf(key),
      })),
    )
    .font(FONT)
    .fontWeight(700)
    .fontSize(word => word.size)
    .rotate(0)
    .padding(4)
    .spiral(spiral)
    .random(random)
    .on('end', done => {
      placed = done.map(({ key, text, count, x, y, size, tone }) => ({ key, text, count, x, y, size, tone }));
    })
    .start();
  return placed;
}

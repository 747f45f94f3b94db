/**
 * Where the words of a cloud stand: those that stand keep their place while they grow, new ones come around them. Pure, and quick
 * enough for every tally: words lie level, so that their boxes are all there is to look at.
 */
import type { CountedText } from '../protocol';
import { fold } from '../ui/fold';

export interface Placed {
  /** The same for all spellings of a word. */
  key: string;
  text: string;
  count: number;
  /** Where the middle of its line stands, from the middle of the cloud. */
  x: number;
  y: number;
  size: number;
  /** Its colour, 0 to 2: it keeps it. */
  tone: number;
}

/** What a text takes for a size of 1: how wide it is, and how far it reaches above and below its line. */
export interface Extent {
  width: number;
  above: number;
  below: number;
}

interface Word extends CountedText {
  key: string;
  step: number;
  extent: Extent;
  stood: Placed | undefined;
}

/** Sizes come in steps: a word that gets one answer more seldom grows. */
const STEPS = 8;
/** Of the height of the cloud. */
const LARGEST = 1 / 3.6;
const SMALLEST = 1 / 40;
const SHRINK = 0.85;
/** Words rather shrink than move, down to this part of the size there would be room for. */
const RATHER_THAN_MOVE = 0.65;
/** More of the cloud has never been covered. */
const MOST_COVERED = 0.6;
/** However often it is sent, a long word leaves room beside it. */
const WIDEST = 0.8;
/** Between two words. */
const GAP = 6;
/** How fine a place is looked for, in x and y. */
const [DX, DY] = [16, 10];

/** How large a word is, of 1, by its part of the most given one. */
function stepOf(count: number, most: number): number {
  return 0.3 + 0.7 * (Math.ceil((STEPS * count) / Math.max(1, most)) / STEPS);
}

/** Two numbers from 0 to 1 that belong to a word: where it would like to stand. */
function home(key: string): [number, number] {
  let hash = 2166136261;
  for (const letter of key) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return [((hash >>> 16) & 0xffff) / 0xffff, (hash & 0xffff) / 0xffff];
}

/** Lays out clouds of `width` × `height`; `before` is how the words stood. */
export function cloudOf(width: number, height: number, measure: (text: string) => Extent) {
  const nearest = offsets(width, height);

  return (tally: readonly CountedText[], before: readonly Placed[] = []): Placed[] => {
    const words = sorted(tally, before, measure);
    const area = words.reduce((sum, { step, extent: { width, above, below } }) => {
      return sum + step * step * width * (above + below);
    }, 0);
    const roomy = Math.sqrt((MOST_COVERED * width * height) / area);
    for (let size = LARGEST * height; size > SMALLEST * height; size *= SHRINK) {
      const placed = size <= roomy ? place(words, size, size < RATHER_THAN_MOVE * roomy) : null;
      if (placed) return placed;
    }
    return [];
  };

  /** Null where a word finds no place; which has to be its own, where it had one, unless it `yields` to larger ones. */
  function place(words: Word[], base: number, yields: boolean): Placed[] | null {
    const sized = words.map(word => ({
      ...word,
      size: Math.min(base * word.step, (WIDEST * width) / word.extent.width),
      tone: Math.min(2, Math.floor(home(word.key)[0] * 3)),
    }));
    const placed: Placed[] = [];
    const boxes: Box[] = [];
    const put = ({ key, text, count, size, tone, extent }: (typeof sized)[0], x: number, y: number) => {
      const box = boxAt(x, y, size, extent);
      if (!within(box) || boxes.some(other => overlap(box, other))) return false;
      boxes.push(box);
      return placed.push({ key, text, count, x, y, size, tone }) > 0;
    };
    for (const word of sized) {
      if (word.stood && !put(word, word.stood.x, word.stood.y) && !yields) return null;
    }
    for (const word of sized) {
      if (placed.some(({ key }) => key === word.key)) continue;
      const [x, y] = word.stood ? [word.stood.x, word.stood.y] : start(word.key);
      if (!nearest.some(([dx, dy]) => put(word, x + dx, y + dy))) return null;
    }
    return placed;
  }

  function start(key: string): [number, number] {
    const [x, y] = home(key);
    return [Math.round(((x - 0.5) * width) / 2), Math.round(((y - 0.5) * height) / 2)];
  }

  function within({ left, right, top, bottom }: Box): boolean {
    return left >= -width / 2 && right <= width / 2 && top >= -height / 2 && bottom <= height / 2;
  }
}

/** The largest first; of two alike the one that stands already. */
function sorted(tally: readonly CountedText[], before: readonly Placed[], measure: (text: string) => Extent) {
  const stood = new Map(before.map(word => [word.key, word]));
  const most = Math.max(1, ...tally.map(({ count }) => count));
  return tally
    .map(({ text, count }): Word => {
      const key = fold(text);
      return { key, text, count, step: stepOf(count, most), extent: measure(text), stood: stood.get(key) };
    })
    .sort(
      (a, b) =>
        b.step - a.step ||
        Number(!a.stood) - Number(!b.stood) ||
        b.count - a.count ||
        (a.key < b.key ? -1 : 1),
    );
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxAt(x: number, y: number, size: number, { width, above, below }: Extent): Box {
  const half = (width * size) / 2;
  return { left: x - half, right: x + half, top: y - above * size, bottom: y + below * size };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;

/** All ways from a place of the cloud to another, the shortest first; the cloud is as wide as it is high for them. */
function offsets(width: number, height: number): [number, number][] {
  const all: [number, number][] = [];
  for (let x = -width; x <= width; x += DX) for (let y = -height; y <= height; y += DY) all.push([x, y]);
  const far = ([x, y]: [number, number]) => (x / width) ** 2 + (y / height) ** 2;
  return all.sort((a, b) => far(a) - far(b));
}

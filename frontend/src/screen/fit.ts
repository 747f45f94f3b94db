/**
 * Text that shrinks by steps until its box holds it: sizes in vh, the largest first. A word is broken only when even
 * the smallest size does not hold it whole.
 *
 * To try a size is to lay the page out. So all boxes that wait are tried together: each round writes a size to all of them
 * before it reads whether they fit. Texts that take the height they need come before boxes that take what is left.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lookOfTexts } from '../ui/Written';

/** 3 vh are read from the last row; what is below is for texts that would be cut off else. */
const LAST = [3.3, 3, 2.7, 2.4, 2.1, 1.9, 1.7];
export const QUESTION_SIZES = [7, 6.2, 5.5, 5, 4.5, 4, 3.6, ...LAST];
export const ANSWER_SIZES = [7.4, 6.6, 5.8, 5.2, 4.7, 4.2, 3.8, ...LAST];
/** In the tile a bar grows from. */
export const FOOT_SIZES = [5.4, 4.8, 4.2, 3.7, ...LAST];
export const ROW_SIZES = [4.6, 4.1, 3.7, ...LAST];
export const VERDICT_SIZES = [4, 3.6, ...LAST];
export const SLIDE_SIZES = [13, 11.4, 10, 8.6, ...QUESTION_SIZES];

/** After so many guesses that missed, half of what is left is left out by each try. */
const GUESSES = 2;

/**
 * Yields sizes to try, is told how many times too large each is, by what is measured (1 and less: it fits), and returns the first
 * size that fits; the last when none does. A short text is tried once, at the largest.
 */
export function* firstFitting(sizes: readonly number[]): Generator<number, number, number> {
  let from = 0;
  let to = sizes.length - 1;
  let at = 0;
  for (let tries = 1; from < to; tries++) {
    const over = yield sizes[at]!;
    if (over <= 1) to = at;
    else from = at + 1;
    const guess = over <= 1 ? to - 1 : sizes.findIndex(size => size <= sizes[at]! / over);
    const next = tries > GUESSES ? (from + to) >> 1 : guess < 0 ? to : guess;
    at = Math.max(from, Math.min(next, to - 1));
  }
  return sizes[to]!;
}

interface Box {
  element: HTMLElement;
  sizes: readonly number[];
  /** What has to be held: itself, and what lies in it. */
  parts: HTMLElement[];
  /** How large it was when it was fitted; empty as long as it has to be. */
  extent: string;
}

const boxes = new Map<Element, Box>();
let acts: (() => void)[] | null = null;
let watch: ResizeObserver | undefined;

/** Fits the box it is given to, again whenever the box, `content`, the fonts or the look of texts change. */
export function useFit<E extends HTMLElement>(
  sizes: readonly number[],
  content: unknown,
): RefObject<E | null> {
  const box = useRef<E>(null);
  const look = lookOfTexts();
  useLayoutEffect(() => (box.current ? hold(box.current, sizes) : undefined), [sizes, content, look]);
  return box;
}

function hold(element: HTMLElement, sizes: readonly number[]): () => void {
  watch ??= watching();
  const parts = [element, ...element.querySelectorAll<HTMLElement>('[data-fit]')];
  boxes.set(element, { element, sizes, parts, extent: '' });
  watch.observe(element);
  whenFitted();
  return () => {
    boxes.delete(element);
    watch?.unobserve(element);
  };
}

function watching(): ResizeObserver {
  document.fonts.addEventListener('loadingdone', () => {
    for (const box of boxes.values()) box.extent = '';
    fitAll();
  });
  return new ResizeObserver(fitAll);
}

/** Calls `act` when all that is being rendered has its size, before it is painted. */
export function whenFitted(act?: () => void): void {
  if (!acts) {
    acts = [];
    queueMicrotask(() => {
      const now = acts!;
      acts = null;
      fitAll();
      for (const one of now) one();
    });
  }
  if (act) acts.push(act);
}

function fitAll(): void {
  const changed = [...boxes.values()].filter(box => extent(box) !== box.extent);
  together(changed.filter(({ parts }) => parts.length === 1));
  // What is left has another size now.
  together([...boxes.values()].filter(box => box.parts.length > 1 && extent(box) !== box.extent));
  for (const box of boxes.values()) box.extent = extent(box);
}

function together(fitted: Box[]): void {
  let open = fitted.map(box => {
    const search = shrink(box);
    return { box, search, tried: search.next() };
  });
  while (open.length > 0) {
    for (const { box, tried } of open) box.element.style.setProperty('--fit', `${tried.value}vh`);
    open = open.filter(({ tried }) => !tried.done);
    const over = open.map(({ box, tried }) => overOf(box, tried.value));
    open.forEach((one, i) => {
      one.tried = one.search.next(over[i]!);
    });
  }
}

function* shrink({ element, sizes, parts }: Box): Generator<number, number, number> {
  element.classList.add('whole-words');
  const size = yield* firstFitting(sizes);
  if (size !== sizes.at(-1) || (yield size) <= 1) return size;
  // Where it is lines that are too many, words that break would not help.
  if (parts.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1)) return size;
  element.classList.remove('whole-words');
  return yield* firstFitting(sizes);
}

const extent = ({ element }: Box) => `${element.clientWidth} ${element.clientHeight}`;

/** Glyphs reach out of a tight line by less than this part of the size; one line too many reaches much further. */
const SLACK = 0.15;

/** How many times too large type of `size` is: what is half as large takes a quarter of the room. */
function overOf({ parts }: Box, size: number): number {
  const slack = (SLACK * size * innerHeight) / 100;
  return Math.max(
    ...parts.map(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
      Math.max(Math.sqrt(scrollHeight / (clientHeight + slack)), scrollWidth / (clientWidth + 1)),
    ),
  );
}

/**
 * Text that shrinks by steps until its box holds it: sizes in vh, the largest first. A word is broken only when even
 * the smallest size does not hold it whole.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** 3 vh are read from the last row; what is below is for texts that would be cut off else. */
const LAST = [3.3, 3, 2.7, 2.4, 2.1, 1.9, 1.7];
export const QUESTION_SIZES = [7, 6.2, 5.5, 5, 4.5, 4, 3.6, ...LAST];
export const ANSWER_SIZES = [7.4, 6.6, 5.8, 5.2, 4.7, 4.2, 3.8, ...LAST];
/** In the tile a bar grows from. */
export const FOOT_SIZES = [5.4, 4.8, 4.2, 3.7, ...LAST];
export const ROW_SIZES = [4.6, 4.1, 3.7, ...LAST];
export const VERDICT_SIZES = [4, 3.6, ...LAST];
export const SLIDE_SIZES = [13, 11.4, 10, 8.6, ...QUESTION_SIZES];

/**
 * The first size, largest first, that fits; the last when none does. To try one is to lay the page out: a short text is tried at the
 * largest, and of the others half are left out by each try.
 */
export function firstFitting(sizes: readonly number[], fits: (size: number) => boolean): number {
  if (fits(sizes[0]!)) return sizes[0]!;
  let from = 1;
  let to = sizes.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(sizes[middle]!)) to = middle;
    else from = middle + 1;
  }
  return sizes[to]!;
}

/** Fits the box it is given to, again whenever the box, `content` or the fonts change. */
export function useFit<E extends HTMLElement>(
  sizes: readonly number[],
  content: unknown,
): RefObject<E | null> {
  const box = useRef<E>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    let fitted = '';
    const extent = () => `${element.clientWidth} ${element.clientHeight}`;
    const refit = () => {
      apply(element, sizes);
      fitted = extent();
    };
    refit();
    // It is told once of the size there is.
    const watch = new ResizeObserver(() => extent() !== fitted && refit());
    watch.observe(element);
    document.fonts.addEventListener('loadingdone', refit);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', refit);
    };
  }, [sizes, content]);
  return box;
}

/** Glyphs reach out of a tight line by less than this part of the size; one line too many reaches much further. */
const SLACK = 0.15;

function apply(element: HTMLElement, sizes: readonly number[]): void {
  const parts = [element, ...element.querySelectorAll<HTMLElement>('[data-fit]')];
  const holds = (size: number) => {
    element.style.setProperty('--fit', `${size}vh`);
    const slack = (SLACK * size * innerHeight) / 100;
    return parts.every(
      part => part.scrollHeight <= part.clientHeight + slack && part.scrollWidth <= part.clientWidth + 1,
    );
  };
  element.classList.add('whole-words');
  const size = firstFitting(sizes, holds);
  if (holds(size)) return;
  element.classList.remove('whole-words');
  holds(firstFitting(sizes, holds));
}

import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';

/** Drawn above and below what is seen, so that a slow machine does not show gaps. */
const OVERSCAN = 6;

interface Rows {
  /** The rows that are drawn: from `start` up to, not with, `end`. */
  start: number;
  end: number;
  /** The room of the others, in pixels. */
  before: number;
  after: number;
}

/** Which of `count` rows of one height (in rem) have to be drawn in a scroller; all of them on paper. */
export function useRows(count: number, heightRem: number, scroller: RefObject<HTMLElement | null>): Rows {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const printing = usePrinting();
  const options = useMemo(() => {
    const height = heightRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return {
      count,
      overscan: OVERSCAN,
      getScrollElement: () => scroller.current,
      estimateSize: () => height,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => redraw(undefined),
    };
  }, [count, heightRem, scroller]);
  // One for all times: it knows where the scroller stands when rows come and go.
  const virtualizer = useMemo(() => new Virtualizer<HTMLElement, Element>(options), []);
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  if (printing) return { start: 0, end: count, before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return { start: 0, end: 0, before: 0, after: virtualizer.getTotalSize() };
  return {
    start: first.index,
    end: last.index + 1,
    before: first.start,
    after: virtualizer.getTotalSize() - last.end,
  };
}

/** True from the moment the page is about to be printed until it has been. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => setPrinting(true);
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';

/** Rows drawn above and below what is seen, so that a slow machine does not show gaps. */
const OVERSCAN = 2;

interface Grid {
  /** The cards that are drawn: from `start` up to, not with, `end`. */
  start: number;
  end: number;
  /** The room of the others, in pixels. */
  before: number;
  after: number;
}
interface Measures {
  columns: number;
  row: number;
  top: number;
}

/**
 * Which of `count` cards of one height have to be drawn in a grid that the window scrolls. How many stand beside each other, and
 * how high a row is, is measured at the first that are drawn: the style sheet decides.
 */
export function useGrid(count: number, grid: RefObject<HTMLElement | null>): Grid {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [{ columns, row, top }, setMeasures] = useState<Measures>({ columns: 3, row: 320, top: 0 });
  const virtualizer = useMemo(
    () =>
      new Virtualizer<Window, Element>({
        count: Math.ceil(count / columns),
        overscan: OVERSCAN,
        scrollMargin: top,
        initialOffset: () => scrollY,
        getScrollElement: () => window,
        estimateSize: () => row,
        observeElementRect: observeWindowRect,
        observeElementOffset: observeWindowOffset,
        scrollToFn: windowScroll,
        onChange: () => redraw(undefined),
      }),
    [count, columns, row, top],
  );
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    const it = grid.current;
    if (!it) return;
    const look = () => {
      const card = it.firstElementChild;
      if (!card) return;
      const style = getComputedStyle(it);
      const height = card.getBoundingClientRect().height + (Number.parseFloat(style.rowGap) || 0);
      const next = {
        columns: style.gridTemplateColumns.split(' ').length || 1,
        row: height > 1 ? height : 320,
        top: Math.round(it.getBoundingClientRect().top + scrollY),
      };
      setMeasures(now =>
        now.columns === next.columns && Math.abs(now.row - next.row) < 0.5 && now.top === next.top
          ? now
          : next,
      );
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(it);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [grid, count > 0]);
  const rows = virtualizer.getVirtualItems();
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return { start: 0, end: Math.min(count, 4 * columns), before: 0, after: 0 };
  return {
    start: first.index * columns,
    end: Math.min(count, (last.index + 1) * columns),
    before: first.start - top,
    after: Math.max(0, virtualizer.getTotalSize() - (last.end - top)),
  };
}

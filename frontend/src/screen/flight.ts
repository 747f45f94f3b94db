import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { calm } from '../ui/CountUp';
import { whenFitted } from './fit';

const MS = 640;

/** Where each answer was seen last; only ever one question's. */
let seen = new Map<string, DOMRect>();

/** Remembers where every `data-flight` stands before `view` becomes another. */
export function useTakeOff(view: unknown): void {
  const shown = useRef(view);
  if (shown.current === view) return;
  shown.current = view;
  // While the next view is rendered, the page still stands as it did.
  seen = new Map(tilesIn(document).map(tile => [tile.dataset.flight!, tile.getBoundingClientRect()]));
}

/** Carries every `data-flight` of `box` from where it stood to where it stands in `view`; not at all for who wants cuts. */
export function useLanding(box: RefObject<HTMLElement | null>, view?: unknown): void {
  useLayoutEffect(() => whenFitted(() => box.current && !calm() && land(box.current)), [box, view]);
}

const tilesIn = (where: ParentNode) => [...where.querySelectorAll<HTMLElement>('[data-flight]')];

function land(box: HTMLElement): void {
  // All are read before the first moves: then the page is laid out once.
  const here = tilesIn(box).map(tile => ({ tile, to: tile.getBoundingClientRect() }));
  for (const { tile, to } of here) {
    const from = seen.get(tile.dataset.flight!);
    if (from) carry(tile, from, to);
  }
}

function carry(tile: HTMLElement, from: DOMRect, to: DOMRect): void {
  const x = from.left + from.width / 2 - to.left - to.width / 2;
  const y = from.top + from.height / 2 - to.top - to.height / 2;
  const grown = to.width > 0 ? from.width / to.width : 1;
  tile.animate(
    [{ transform: `translate(${x}px, ${y}px) scale(${Math.min(2, grown)})` }, { transform: 'none' }],
    { duration: MS, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' },
  );
}

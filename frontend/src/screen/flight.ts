import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { calm } from '../ui/CountUp';

/** Carries an element from where it was, as large as it was there, to where it is now; not at all for who wants cuts. */
export function carry(element: HTMLElement, was: DOMRect, here: DOMRect, ms: number): void {
  if (calm()) return;
  const x = was.left + was.width / 2 - here.left - here.width / 2;
  const y = was.top + was.height / 2 - here.top - here.height / 2;
  const grown = here.width > 0 ? was.width / here.width : 1;
  element.animate(
    [{ transform: `translate(${x}px, ${y}px) scale(${Math.min(2, grown)})` }, { transform: 'none' }],
    { duration: ms, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' },
  );
}

/** Where each answer was seen last; only ever one question's. */
let seen = new Map<string, DOMRect>();

/** Carries every `data-flight` from where the view before showed it to where it stands now. */
export function useFlight(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const tiles = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-flight]') ?? [])];
    for (const tile of tiles()) {
      const was = seen.get(tile.dataset.flight!);
      if (was) carry(tile, was, tile.getBoundingClientRect(), 640);
    }
    return () => {
      seen = new Map(tiles().map(tile => [tile.dataset.flight!, tile.getBoundingClientRect()]));
    };
  }, [box]);
}

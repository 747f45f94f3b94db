import { useLayoutEffect, useRef } from 'preact/hooks';

/** Moves the focus into a row of a list: one that is there, has just been added, or stands beside one that has gone. */
export function useAutoFocus(selector: string) {
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  const focusNow = (index: number) => list.current?.querySelectorAll<HTMLElement>(selector)[index]?.focus();
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    focusNow(wanted.current);
    wanted.current = null;
  });
  return {
    list,
    focusNow,
    focusSoon: (index: number) => {
      wanted.current = index;
    },
  };
}

/** Enter goes on to the next answer; with Shift it breaks the line, and in the middle of a composed word it ends that. */
export function onEnter(event: KeyboardEvent, next: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  next();
}

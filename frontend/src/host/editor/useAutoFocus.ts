import { useLayoutEffect, useRef } from 'preact/hooks';

/** Moves the focus into a row of a list that has just been added, or beside one that has gone. */
export function useAutoFocus(selector: string) {
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelectorAll<HTMLElement>(selector)[wanted.current]?.focus();
    wanted.current = null;
  });
  return {
    list,
    focusSoon: (index: number) => {
      wanted.current = index;
    },
  };
}

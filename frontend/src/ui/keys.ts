import { useEffect, useRef } from 'preact/hooks';

/** Keys, as `KeyboardEvent.key` names them in lower case, and what they do on this page; `on` says whether they do. */
export function useKeys(keys: Readonly<Record<string, () => void>>, on: () => boolean = () => true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!on() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target as Element;
      if (target.closest('input, textarea, select, dialog, [contenteditable]')) return;
      // These two press what has the focus.
      if ((event.key === ' ' || event.key === 'Enter') && target.closest('button, a, summary')) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

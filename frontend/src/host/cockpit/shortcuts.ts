import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { keep, kept } from '../../ui/storage';

const STORED = 'podium.shortcuts';

/** Single keys can be turned off by those whom they trip up, such as people who dictate. */
export const shortcutsOn = signal(kept(STORED) !== 'off');

export function setShortcuts(on: boolean): void {
  shortcutsOn.value = on;
  keep(STORED, on ? 'on' : 'off');
}

/** Keys, as `KeyboardEvent.key` names them in lower case, and what they do on this page. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!shortcutsOn.peek() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
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

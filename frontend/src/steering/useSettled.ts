import { useEffect, useState } from 'preact/hooks';

/** Whoever presses sooner after the words have changed has read the old ones. */
const SETTLE_MS = 600;

/** False for a moment after `meaning` has changed. */
export function useSettled(meaning: string): boolean {
  const [settled, settle] = useState(meaning);
  useEffect(() => {
    const timer = setTimeout(() => settle(meaning), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [meaning]);
  return settled === meaning;
}

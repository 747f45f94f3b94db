import { signal } from '@preact/signals';
import { useKeys } from '../../ui/keys';
import { keep, kept } from '../../ui/storage';

const STORED = 'podium.shortcuts';

/** Single keys can be turned off by those whom they trip up, such as people who dictate. */
export const shortcutsOn = signal(kept(STORED) !== 'off');

export function setShortcuts(on: boolean): void {
  shortcutsOn.value = on;
  keep(STORED, on ? 'on' : 'off');
}

/** Keys of the cockpit, as `useKeys` takes them. */
export const useShortcuts = (keys: Parameters<typeof useKeys>[0]) => useKeys(keys, () => shortcutsOn.peek());

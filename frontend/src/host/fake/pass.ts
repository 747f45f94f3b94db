import { act } from '@testing-library/preact';
import { vi } from 'vitest';

/** Lets whatever was begun come to its end, and `ms` pass; for tests of components with faked timers. */
export async function pass(ms = 0): Promise<void> {
  // What is drawn first begins its timers when the first step ends.
  for (const step of [0, ms]) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(step);
    });
  }
}

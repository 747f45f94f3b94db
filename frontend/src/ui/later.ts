import { type ReadonlySignal, signal } from '@preact/signals';

/** A part that is fetched when it is first asked for. */
export interface Later<T> {
  /** Undefined until it is here. */
  readonly here: ReadonlySignal<T | undefined>;
  /** Fetches it: once, and after a failure again with the next asking. */
  ask(): void;
}

export function later<T>(load: () => Promise<T>): Later<T> {
  const here = signal<T>();
  let coming = false;
  return {
    here,
    ask() {
      if (coming) return;
      coming = true;
      load().then(
        part => {
          here.value = part;
        },
        () => {
          coming = false;
        },
      );
    },
  };
}

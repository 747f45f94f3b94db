/** Which quizzes are chosen, to do something with all of them at once. */
import { signal } from '@preact/signals';

export const selected = signal<ReadonlySet<string>>(new Set());

export function choose(id: string, chosen: boolean): void {
  const next = new Set(selected.peek());
  if (chosen) next.add(id);
  else next.delete(id);
  selected.value = next;
}

export function chooseNone(): void {
  if (selected.peek().size > 0) selected.value = new Set();
}

import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../api';
import { problemText } from '../../ui/problem';
import { say } from '../toast';

export type Change = <T>(call: Promise<Result<T>>) => Promise<T | undefined>;

/** One change of a list at a time; whatever comes of it, `load` tells what there is then. `words` are those for a refusal. */
export function useChange(load: () => Promise<unknown>, words: (problem: Problem) => string = problemText) {
  const [busy, setBusy] = useState(false);
  const change: Change = async call => {
    setBusy(true);
    const reply = await call;
    setBusy(false);
    if (!reply.ok) say({ text: words(reply.problem) });
    await load();
    return reply.ok ? reply.value : undefined;
  };
  return { busy, change };
}

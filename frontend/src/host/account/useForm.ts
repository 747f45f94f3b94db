import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../api';
import { fieldText } from '../errors';

/** A form that is being sent, or was refused: one at a time, each mistake beside its field. */
export function useForm() {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const error = (field: string) => {
    const found = problem?.errors?.find(it => it.field === field);
    return found && fieldText(found);
  };
  const has = (field: string, code: string) =>
    problem?.errors?.some(it => it.field === field && it.code === code) ?? false;
  /** What was sent, if it was taken. */
  async function send<T>(event: Event, ask: () => Promise<Result<T>>): Promise<{ value: T } | undefined> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const reply = await ask();
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    return reply.ok ? { value: reply.value } : undefined;
  }
  return { problem, busy, error, has, send };
}

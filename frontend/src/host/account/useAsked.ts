import { useEffect, useState } from 'preact/hooks';
import type { Problem, Result } from '../../api';
import { insist } from '../insist';

/** What the server says, asked for until it says something; `change` puts in what is known to be so meanwhile. */
export function useAsked<T>(ask: () => Promise<Result<T>>) {
  const [value, change] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => insist(ask, reply => (reply.ok ? change(reply.value) : setProblem(reply.problem))), []);
  return { value, change, problem };
}

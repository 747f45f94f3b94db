import type { Problem } from '../../api';
import { problemText } from '../../ui/problem';

/** A refusal that no field has beside it; `words` where the page knows better ones. */
export function ProblemLine({
  problem,
  words,
}: {
  problem: Problem | undefined;
  words?: string | undefined;
}) {
  if (!problem) return null;
  if (!words && problem.errors?.some(error => error.field)) return null;
  return (
    <p class="field-error" role="alert">
      {words ?? problemText(problem)}
    </p>
  );
}

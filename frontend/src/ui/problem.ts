import type { Problem } from '../api';
import { t } from '../i18n';

/** The words for a refusal no field and no page explains better. */
export function problemText(problem: Problem): string {
  return problem.status === 0 ? t('problem.unreachable') : t('problem.unexpected');
}

import { t } from '../../i18n';

const REASONS = [
  'phase',
  'clock',
  'paused',
  'not-paused',
  'finished',
  'invalid',
  'pin-taken',
  'busy',
  'slow-down',
  'stuck',
  'unknown',
  'too-many',
  'unplayable',
] as const;
type Reason = (typeof REASONS)[number];

/** Why a command had no effect, in words; nothing where the page shows it anyway. */
export function refusalText(reason: string): string {
  const known = REASONS.find((it): it is Reason => it === reason);
  return known ? t(`refused.${known}`) : t('refused.other');
}

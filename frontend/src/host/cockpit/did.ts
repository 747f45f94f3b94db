import { t } from '../../i18n';
import type { Did } from '../../protocol';

const TOLD = [
  'closing',
  'skipped',
  'finished',
  'paused',
  'continued',
  'extended',
  'locked',
  'unlocked',
  'kicked',
  'released',
  'regraded',
  'ungraded',
  'restored',
  'returned',
  'appended',
] as const;
type Told = (typeof TOLD)[number];

/** What somebody else has done, in words; nothing for what the page shows anyway. */
export function didText({ what, name }: Did): string {
  const known = TOLD.find((it): it is Told => it === what);
  return known ? t('did.by', { name: name ?? t('remote.one'), what: t(`did.${known}`) }) : '';
}

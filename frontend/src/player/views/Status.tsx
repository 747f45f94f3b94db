import { type Key, t } from '../../i18n';
import type { Stand } from '../stand';
import { Tick } from './signs';

const WORDS: Record<Exclude<Stand['name'], 'open'>, Key> = {
  paused: 'status.paused' satisfies Key,
  soon: 'status.soon' satisfies Key,
  closed: 'status.closed' satisfies Key,
  sending: 'status.sending' satisfies Key,
  kept: 'status.kept' satisfies Key,
  saved: 'status.saved' satisfies Key,
  late: 'status.late' satisfies Key,
  lost: 'status.lost' satisfies Key,
};

/** One line that is always there: what to do, then what is true of the answer. "Saved" is only said after the commit. */
export function Status({ stand, hint }: { stand: Stand; hint: string }) {
  return (
    <p class="status" data-stand={stand.name} role="status">
      {stand.name === 'saved' && <Tick />}
      <span>{words(stand, hint)}</span>
    </p>
  );
}

function words(stand: Stand, hint: string): string {
  if (stand.name === 'open') return stand.again ? t('status.invalid') : hint;
  if (stand.name === 'saved' && stand.instead) return t('status.instead');
  if (stand.name === 'saved' && stand.bell) return t('status.bell');
  return t(WORDS[stand.name]);
}

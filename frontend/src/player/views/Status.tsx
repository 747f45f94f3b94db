import { type Key, t } from '../../i18n';
import type { AnswerStatus } from '../answerStatus';
import { Tick } from './signs';

const WORDS: Record<Exclude<AnswerStatus['name'], 'open'>, Key> = {
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
export function Status({ status, hint }: { status: AnswerStatus; hint: string }) {
  return (
    <p class="status" data-status={status.name} role="status">
      {status.name === 'saved' && <Tick />}
      <span>{words(status, hint)}</span>
    </p>
  );
}

function words(status: AnswerStatus, hint: string): string {
  if (status.name === 'open') return status.again ? t('status.invalid') : hint;
  if (status.name === 'saved' && status.instead) return t('status.instead');
  if (status.name === 'saved' && status.bell) return t('status.bell');
  return t(WORDS[status.name]);
}

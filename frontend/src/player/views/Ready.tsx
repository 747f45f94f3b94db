import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import type { ServerClock } from '../../transport/types';
import { Countdown } from '../../ui/Countdown';
import { hintOf } from '../hints';
import { Head } from './Head';
import './ready.css';

interface Props {
  state: Extract<PlayState, { phase: 'ready' }>;
  clock: ServerClock;
}

/** The question is read while the clock runs down; its picture is here before it opens. */
export function Ready({ state, clock }: Props) {
  const { question, opensAt, paused, remainingMs } = state;
  return (
    <div class="ready">
      <Head question={question} />
      <p class="ready-hint">{t(hintOf(question))}</p>
      <div class="ready-ring">
        <Countdown clock={clock} endsAt={opensAt} remainingMs={remainingMs} />
        <p class="ready-word">{paused ? t('paused.title') : t('ready.title')}</p>
      </div>
    </div>
  );
}

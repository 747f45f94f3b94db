import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { HostState } from '../../protocol';
import type { possible, Step } from '../../steering/steer';
import { Button } from '../../ui/Button';
import { content } from '../../ui/content';
import { Written } from '../../ui/Written';
import { Icon } from '../layout/Icon';
import type { CockpitLink } from './link';

/** So much more of a break, or less. */
const BREAK_MINUTES = [-1, 1, 5];

interface Props {
  link: CockpitLink;
  state: HostState;
  step: Step;
  /** Whether the big button has said so long enough to be pressed. */
  settled: boolean;
  can: ReturnType<typeof possible>;
  act: Record<'next' | 'pause' | 'extend' | 'skip' | 'end', () => void>;
}

/** One big button that says what it will do, and the smaller ones beside it. */
export function Controls({ link, state, step, settled, can, act }: Props) {
  const busy = link.busy.value;
  const working = step.do !== null && busy.has(step.do);
  const words = step.name === 'report' && state.rehearsal ? t('rehearsal.done') : stepText(step);
  const idle = step.name === 'opening' || step.name === 'closing';
  return (
    <div class="controls">
      <p class="unseen" role="status">
        {words}
      </p>
      <Button
        look="primary"
        class={settled ? 'big-button' : 'big-button settling'}
        busy={working || idle || !settled}
        onClick={act.next}
      >
        <span class="big-words">{words}</span>
        {state.next && step.name === 'show' && (
          <span class="big-next" {...content()}>
            <Written text={state.next.text} format={state.next.format} inline />
          </span>
        )}
      </Button>
      {state.phase !== 'finished' && (
        <div class="small-buttons">
          <Button onClick={act.pause} busy={busy.has('pause')} disabled={!can.pause}>
            <Icon name="pause" />
            {t('cockpit.pause')}
          </Button>
          {state.phase === 'break' ? (
            BREAK_MINUTES.map(n => (
              <Button
                key={n}
                onClick={() => link.steer('extend', n * 60_000)}
                busy={busy.has('extend')}
                disabled={n < 0 && state.until === undefined && !state.paused}
              >
                <Icon name="clock" />
                {n < 0 ? t('break.less', { n: -n }) : t('break.more', { n })}
              </Button>
            ))
          ) : (
            <Button onClick={act.extend} busy={busy.has('extend')} disabled={!can.extend}>
              <Icon name="clock" />
              {t('cockpit.extend', { n: 10 })}
            </Button>
          )}
          <Button onClick={act.skip} busy={busy.has('skip')} disabled={!can.skip}>
            <Icon name="skip" />
            {t('cockpit.skip')}
          </Button>
          <Button look="ghost" class="end-button" onClick={act.end} busy={busy.has('end')}>
            <Icon name="stop" />
            {t('cockpit.end')}
          </Button>
        </div>
      )}
    </div>
  );
}

function stepText(step: Step): string {
  switch (step.name) {
    case 'show':
      return t('step.show', { question: formatNumber(language.value, step.n) });
    case 'continue':
      return t('step.continue');
    case 'close':
      return t('step.close');
    case 'leaderboard':
      return t('step.leaderboard');
    case 'break':
      return t('step.break');
    case 'finish':
      return t('step.finish');
    case 'opening':
      return t('step.opening');
    case 'closing':
      return t('step.closing');
    case 'report':
      return t('step.report');
  }
}

import { t } from '../i18n';
import type { HostState, ScreenState } from '../protocol';
import { nextStep } from '../steering/steer';
import { useSettled } from '../steering/useSettled';
import { useTimeUp } from '../steering/useTimeUp';
import { Button } from '../ui/Button';
import { useKeys } from '../ui/keys';
import type { GameLink, Pressed } from './game';

/**
 * What the host of the game does with it where everybody looks: one button under the mouse, and the keys of a clicker. It says no
 * more than the stage does.
 */
export function Steering({ state, game }: { state: ScreenState; game: GameLink }) {
  const timeUp = useTimeUp(game.clock, state.phase === 'question' ? state.closesAt : undefined);
  const step = nextStep(state as HostState, timeUp).do as Pressed | null;
  // Who presses twice means one thing.
  const settled = useSettled(`${state.phase} ${step} ${'question' in state ? state.question.index : ''}`);

  const next = () => settled && step && game.steer(step);
  const back = () => settled && state.phase === 'standings' && game.steer('back');
  const rightToLeft = document.documentElement.dir === 'rtl';
  useKeys({
    ' ': next,
    enter: next,
    pagedown: next,
    arrowdown: next,
    [rightToLeft ? 'arrowleft' : 'arrowright']: next,
    pageup: back,
    arrowup: back,
    [rightToLeft ? 'arrowright' : 'arrowleft']: back,
  });

  if (state.phase === 'finished') return null;
  return (
    <div class="steering">
      <Button look="primary" large busy={!step || !settled} onClick={next}>
        {t('steer.next')}
      </Button>
    </div>
  );
}

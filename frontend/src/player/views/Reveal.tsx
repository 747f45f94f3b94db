import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import { CountUp } from '../../ui/CountUp';
import { content } from '../../ui/content';
import { type Outcome, outcomeOf } from '../outcome';
import type { Session } from '../session';
import { Key } from './Key';
import { Cross, Dash, Tick } from './signs';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'reveal' }>;
}

/** What it was, what one had, and what it brings. */
export function Reveal({ session, state }: Props) {
  const { question, mine, score, rank, players } = state;
  const outcome = outcomeOf(state, session);
  return (
    <div class="reveal" data-outcome={outcome}>
      <div class="verdict">
        <span class="verdict-sign" aria-hidden="true">
          <Sign outcome={outcome} />
        </span>
        <h1>{t(`outcome.${outcome}`)}</h1>
        {state.regraded && <p class="verdict-corrected">{t('reveal.corrected')}</p>}
        {mine.points > 0 && (
          <p class="verdict-points numbers" dir="ltr">
            +<CountUp to={mine.points} />
          </p>
        )}
        {mine.streak > 1 && outcome === 'right' && (
          <p class="verdict-streak">{t('reveal.streak', { n: mine.streak })}</p>
        )}
      </div>
      <Key question={question} answer={mine.answer} />
      {question.explanation && (
        <p class="explanation" {...content()}>
          {question.explanation}
        </p>
      )}
      <p class="reveal-rank numbers">
        <span>{t('reveal.rank', { rank, players })}</span>
        <span>{t('points', { n: score })}</span>
      </p>
    </div>
  );
}

function Sign({ outcome }: { outcome: Outcome }) {
  if (outcome === 'right' || outcome === 'thanks') return <Tick />;
  return outcome === 'wrong' ? <Cross /> : <Dash />;
}

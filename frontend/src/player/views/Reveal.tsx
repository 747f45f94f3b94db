import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import { CountUp } from '../../ui/CountUp';
import { content } from '../../ui/content';
import { Written } from '../../ui/Written';
import { firstTime } from '../once';
import { type Outcome, outcomeOf } from '../outcome';
import type { Session } from '../session';
import { Key } from './Key';
import { Cross, Dash, Tick } from './signs';
import './reveal.css';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'reveal' }>;
}

/** What it was, what one had, and what it brings. */
export function Reveal({ session, state }: Props) {
  const { question, mine, score, rank, players, answered, ahead, ranks } = state;
  const outcome = outcomeOf(state, session);
  const [fresh] = useState(() => firstTime(`${session.seat.value?.id} ${question.index}`));
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
            +<CountUp from={fresh ? 0 : mine.points} to={mine.points} />
          </p>
        )}
        {mine.streak > 1 && outcome === 'right' && (
          <p class="verdict-streak">{t('reveal.streak', { n: mine.streak })}</p>
        )}
      </div>
      <Key question={question} answer={mine.answer} />
      {question.explanation && (
        <p class="explanation" {...content()}>
          <Written text={question.explanation} format={question.format} />
        </p>
      )}
      <div class="reveal-foot">
        {ahead && <p class="place-ahead">{t('standings.behind', { n: ahead.by, name: ahead.nickname })}</p>}
        {answered !== undefined && (
          <p class="reveal-answered quiet numbers">{t('reveal.answered', { n: answered, of: players })}</p>
        )}
        <p class="reveal-rank numbers">
          {ranks !== 'hidden' && <span>{t('reveal.rank', { rank, players })}</span>}
          <span>{t('points', { n: score })}</span>
        </p>
      </div>
    </div>
  );
}

function Sign({ outcome }: { outcome: Outcome }) {
  if (outcome === 'right' || outcome === 'thanks') return <Tick />;
  return outcome === 'wrong' ? <Cross /> : <Dash />;
}

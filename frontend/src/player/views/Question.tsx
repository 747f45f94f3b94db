import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Answer, PlayState } from '../../protocol';
import { Countdown } from '../../ui/Countdown';
import { onReached, useReached } from '../../ui/reached';
import { tick } from '../feel';
import { hintOf } from '../hints';
import { Pad } from '../pads/Pad';
import type { Session } from '../session';
import { standOf } from '../stand';
import { sincePaint, usePainted } from '../time';
import { Head } from './Head';
import { Status } from './Status';

/** What stands in a touched pad goes out so long after the time is up, unless a newer state has moved it. */
const BELL_MS = 150;

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'question' }>;
}

/** An open question: the pad to answer with, and one line that says what is true of the answer. */
export function Question({ session, state }: Props) {
  const { question, opensAt, closesAt, remainingMs } = state;
  const { index } = question;
  const { clock } = session.play;
  const link = session.link.value;
  const opened = useReached(clock, opensAt);
  const over = useReached(clock, closesAt);
  const [draft] = useState(() => session.play.draft(index));
  const stand = standOf({
    state,
    pending: session.play.pending(index),
    given: session.given.value[index],
    fate: session.fates.value[index],
    connected: link.name === 'open' && link.welcomed,
    opened: opened || !!state.paused,
    over,
  });
  usePainted(index, stand.name !== 'soon');
  useEffect(() => {
    if (closesAt === undefined || state.mine) return;
    const ring = () => {
      const left = session.play.draft(index);
      if (left) session.answer(index, left, sincePaint(index, performance.now()), true);
    };
    if (clock.until(closesAt + BELL_MS) <= 0) ring();
    return onReached(clock, closesAt + BELL_MS, reached => reached && ring());
  }, [session, index, closesAt, !state.mine]);

  const answer = (given: Answer, timeStamp: number) => {
    if (stand.name !== 'open') return false;
    tick();
    return session.answer(index, given, sincePaint(index, timeStamp));
  };

  return (
    <div class="question">
      <Head
        question={question}
        aside={
          <Countdown
            clock={clock}
            endsAt={closesAt}
            remainingMs={remainingMs}
            totalMs={question.timeLimitMs}
          />
        }
      />
      <Status stand={stand} hint={t(hintOf(question))} />
      {stand.name !== 'soon' && (
        <Pad
          question={question}
          stand={stand}
          draft={draft}
          onDraft={left => session.play.keepDraft(index, left)}
          onAnswer={answer}
        />
      )}
    </div>
  );
}

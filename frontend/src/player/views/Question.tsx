import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Answer, PlayState } from '../../protocol';
import { Countdown } from '../../ui/Countdown';
import { onReached, useReached } from '../../ui/reached';
import { answerStatus } from '../answerStatus';
import { tick } from '../feel';
import { hintOf } from '../hints';
import { Pad } from '../pads/Pad';
import type { Session } from '../session';
import { sincePaint, usePainted } from '../time';
import { Head } from './Head';
import { Status } from './Status';
import './question.css';

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
  const status = answerStatus({
    state,
    pending: session.play.pending(index),
    given: session.given.value[index],
    receipt: session.receipts.value[index],
    connected: link.name === 'open' && link.welcomed,
    opened: opened || !!state.paused,
    over,
  });
  usePainted(index, status.name !== 'soon');
  useEffect(() => {
    if (closesAt === undefined || state.mine) return;
    const ring = () => {
      const left = session.play.draft(index);
      if (left) session.answer(index, left, sincePaint(index, performance.now()), true);
    };
    return onReached(clock, closesAt + BELL_MS, reached => reached && ring(), false);
  }, [session, index, closesAt, !state.mine]);

  const answer = (given: Answer, timeStamp: number) => {
    if (status.name !== 'open') return false;
    tick();
    return session.answer(index, given, sincePaint(index, timeStamp));
  };

  return (
    <div class="question">
      <Head
        question={question}
        pictured={question.kind !== 'point'}
        aside={
          <Countdown clock={clock} endsAt={closesAt} remainingMs={remainingMs} totalMs={wholeMs(state)} />
        }
      />
      <Status status={status} hint={t(hintOf(question))} />
      {status.name !== 'soon' && (
        <Pad
          question={question}
          status={status}
          draft={draft}
          onDraft={left => session.play.keepDraft(index, left)}
          onAnswer={answer}
        />
      )}
    </div>
  );
}

/** The ring's: longer than the question's own where there is more time. */
function wholeMs({ question, opensAt, closesAt, remainingMs }: Props['state']): number {
  const whole = opensAt === undefined || closesAt === undefined ? (remainingMs ?? 0) : closesAt - opensAt;
  return Math.max(question.timeLimitMs, whole);
}

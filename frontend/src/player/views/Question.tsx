import { t } from '../../i18n';
import type { Answer, Question as Asked, PlayState } from '../../protocol';
import { Countdown } from '../../ui/Countdown';
import { useReached } from '../../ui/reached';
import { tick } from '../feel';
import { hintOf } from '../hints';
import { ChoicePad } from '../pads/ChoicePad';
import { NumberPad } from '../pads/NumberPad';
import { OrderPad } from '../pads/OrderPad';
import { TextPad } from '../pads/TextPad';
import type { Session } from '../session';
import { type Stand, standOf } from '../stand';
import { sincePaint, usePainted } from '../time';
import { Head } from './Head';
import { Status } from './Status';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'question' }>;
}

/** An open question: the pad to answer with, and one line that says what is true of the answer. */
export function Question({ session, state }: Props) {
  const { question, opensAt, closesAt, remainingMs } = state;
  const { clock } = session.play;
  const link = session.link.value;
  const opened = useReached(clock, opensAt);
  const over = useReached(clock, closesAt);
  const stand = standOf({
    state,
    pending: session.play.pending(question.index),
    given: session.given.value[question.index],
    fate: session.fates.value[question.index],
    connected: link.name === 'open' && link.welcomed,
    opened: opened || !!state.paused,
    over,
  });
  usePainted(question.index, stand.name !== 'soon');

  const answer = (given: Answer, timeStamp: number) => {
    if (stand.name !== 'open') return false;
    tick();
    return session.answer(question.index, given, sincePaint(question.index, timeStamp));
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
      {stand.name !== 'soon' && <Pad question={question} stand={stand} onAnswer={answer} />}
    </div>
  );
}

export interface PadProps<Q> {
  question: Q;
  stand: Stand;
  /** False when an answer was given already. */
  onAnswer(answer: Answer, timeStamp: number): boolean;
}

function Pad({ question, ...rest }: PadProps<Asked>) {
  switch (question.kind) {
    case 'choice':
    case 'true-false':
    case 'poll':
      return <ChoicePad question={question} {...rest} />;
    case 'text':
    case 'word-cloud':
      return <TextPad question={question} {...rest} />;
    case 'number':
    case 'scale':
      return <NumberPad question={question} {...rest} />;
    case 'order':
      return <OrderPad question={question} {...rest} />;
    case 'point':
    case 'slide':
      return null;
  }
}

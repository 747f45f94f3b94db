import { t } from '../i18n';
import type { Question, ScreenState } from '../protocol';
import type { ServerClock } from '../transport/types';
import { Countdown } from '../ui/Countdown';
import { Asked, Picture } from './Asked';
import { Footlights } from './Footlights';
import { SLIDE_SIZES, useFit } from './fit';
import { Items } from './Items';
import { Range } from './Range';
import { Tiles } from './Tiles';

type Props = Extract<ScreenState, { phase: 'question' }> & { clock: ServerClock };

/** An open question: what can be answered, how long, and how many have. */
export function Open({ question, closesAt, remainingMs, clock }: Props) {
  if (question.kind === 'slide') return <Slide question={question} />;
  return (
    <Asked
      question={question}
      aside={
        <Countdown clock={clock} endsAt={closesAt} remainingMs={remainingMs} totalMs={question.timeLimitMs} />
      }
    >
      <div class="answers">{body(question)}</div>
      <Footlights />
    </Asked>
  );
}

function body(question: Question) {
  switch (question.kind) {
    case 'choice':
    case 'true-false':
    case 'poll':
      return <Tiles choices={question.choices} />;
    case 'order':
      return <Items items={question.items} />;
    case 'number':
    case 'scale':
      return <Range {...question} how={t(`ask.${question.kind}`)} />;
    case 'text':
    case 'word-cloud':
      return (
        <div class="typing">
          <p class="answers-how">{t(`ask.${question.kind}`)}</p>
          <div class="blank" aria-hidden="true" />
        </div>
      );
    case 'point':
      return <p class="answers-how">{t(`ask.${question.kind}`)}</p>;
    case 'slide':
      return null;
  }
}

function Slide({ question }: { question: Question }) {
  const box = useFit<HTMLHeadingElement>(SLIDE_SIZES, question.text);
  return (
    <div class="ready slide">
      <div class="ready-text">
        <h1 class="fit" ref={box} dir="auto">
          {question.text}
        </h1>
        {question.media && <Picture media={question.media} />}
      </div>
    </div>
  );
}

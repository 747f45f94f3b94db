import { t } from '../i18n';
import type {
  Question as AnyQuestion,
  CountedChoice,
  CountedRange,
  CountedText,
  ScreenState,
} from '../protocol';
import type { ServerClock } from '../transport/types';
import { Countdown } from '../ui/Countdown';
import { content, placesOf } from '../ui/content';
import { Written } from '../ui/Written';
import { Asked } from './Asked';
import { Chart } from './Chart';
import { Footlights } from './Footlights';
import { SLIDE_SIZES, useFit } from './fit';
import { useTakeOff } from './flight';
import { tally } from './game';
import { Items } from './Items';
import { Picture } from './Picture';
import { PointHeat } from './PointHeat';
import { Range } from './Range';
import { Reveal } from './Reveal';
import { directionOf, ScaleTally } from './ScaleTally';
import { Tiles } from './Tiles';
import { WordCloud } from './WordCloud';

type Opened = Extract<ScreenState, { phase: 'question' }>;
type Told = Extract<ScreenState, { phase: 'reveal' }>;
interface Props {
  state: Opened | Told;
  clock: ServerClock;
}

/** A question while it is open and at its reveal: one view, so that what it is asked with plays on. */
export function Question({ state, clock }: Props) {
  const { question, paused } = state;
  useTakeOff(`${state.phase} ${tally.value.length > 0}`);
  if (state.phase === 'reveal') {
    return (
      <Asked question={question} paused={paused} told>
        <Reveal {...state} />
      </Asked>
    );
  }
  const { closesAt, remainingMs } = state;
  if (question.kind === 'slide') return <Slide question={question} paused={paused} />;
  return (
    <Asked
      question={question}
      paused={paused}
      aside={
        <Countdown clock={clock} endsAt={closesAt} remainingMs={remainingMs} totalMs={question.timeLimitMs} />
      }
    >
      <div class="answers">{body(question)}</div>
      <Footlights />
    </Asked>
  );
}

function body(question: AnyQuestion) {
  switch (question.kind) {
    case 'choice':
    case 'true-false':
      return <Tiles {...question} places={placesOf(question.text)} />;
    case 'poll':
      if (tally.value.length === 0) return <Tiles {...question} places={placesOf(question.text)} />;
      return (
        <Chart
          choices={question.choices}
          format={question.format}
          places={placesOf(question.text)}
          tally={tally.value as CountedChoice[]}
          settled={false}
        />
      );
    case 'order':
      return <Items {...question} />;
    case 'scale':
      if (tally.value.length > 0)
        return <ScaleTally question={question} tally={tally.value as CountedRange[]} />;
      return <Range {...question} dir={directionOf(question)} how={t('ask.scale')} />;
    case 'number':
      return <Range {...question} how={t(`ask.${question.kind}`)} />;
    case 'word-cloud':
      return <WordCloud question={question.index} tally={tally.value as CountedText[]} />;
    case 'text':
      return (
        <div class="typing">
          <p class="answers-how">{t(`ask.${question.kind}`)}</p>
          <div class="blank" aria-hidden="true" />
        </div>
      );
    case 'point':
      return <PointHeat question={question} />;
    case 'slide':
      return null;
  }
}

function Slide({ question, paused }: { question: AnyQuestion; paused?: boolean | undefined }) {
  const box = useFit<HTMLHeadingElement>(SLIDE_SIZES, question.text);
  return (
    <div class="ready slide">
      <div class="ready-text">
        <h1 class="fit" ref={box} {...content()}>
          <Written text={question.text} format={question.format} />
        </h1>
        {question.media && <Picture media={question.media} paused={paused} />}
      </div>
    </div>
  );
}

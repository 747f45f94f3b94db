import { language, t } from '../i18n';
import type {
  CountedChoice,
  CountedPoint,
  CountedRange,
  CountedText,
  Question,
  ScreenState,
  Tally,
} from '../protocol';
import { content, placesOf } from '../ui/content';
import { Written } from '../ui/Written';
import { useActs } from './acts';
import { Chart } from './Chart';
import { useFit, VERDICT_SIZES } from './fit';
import { Items } from './Items';
import { NumberTally } from './NumberTally';
import { PointHeat } from './PointHeat';
import { ScaleTally } from './ScaleTally';
import { TextTally } from './TextTally';
import { WordCloud } from './WordCloud';

type Props = Extract<ScreenState, { phase: 'reveal' }>;

/** First what everybody said, then what is right. */
const SETTLE_MS = [1_700];
const NONE: Tally = [];

/** What was answered, what is right, and why. */
export function Reveal({ question, tally, voided, regraded, players }: Props) {
  const verdict = useFit<HTMLParagraphElement>(VERDICT_SIZES, question.explanation);
  const settled = useActs(SETTLE_MS) > 0;
  return (
    <>
      <div class="answers">{body(question, tally ?? NONE, players, settled && !voided, voided)}</div>
      {(voided || regraded || question.explanation) && (
        <p
          class={`verdict fit ${voided ? 'verdict-void' : settled || regraded ? 'verdict-said' : ''}`}
          ref={verdict}
          {...(!voided && question.explanation && content())}
        >
          {regraded && (
            <bdi class="corrected" lang={language.value} translate={false}>
              {t('corrected')}
            </bdi>
          )}
          {voided ? t('voided') : <Written text={question.explanation ?? ''} format={question.format} />}
        </p>
      )}
    </>
  );
}

function body(question: Question, tally: Tally, players: number, settled: boolean, voided?: boolean) {
  switch (question.kind) {
    case 'choice':
    case 'true-false':
    case 'poll':
      return (
        <Chart
          choices={question.choices}
          format={question.format}
          places={placesOf(question.text)}
          tally={tally as CountedChoice[]}
          correct={voided ? undefined : question.correct}
          settled={settled}
        />
      );
    case 'order':
      return (
        <Items
          items={question.items}
          format={question.format}
          told={{ tally: tally as CountedChoice[], correct: question.correct ?? [], players, settled }}
        />
      );
    case 'word-cloud':
      return <WordCloud question={question.index} tally={tally as CountedText[]} />;
    case 'text':
      return <TextTally tally={tally as CountedText[]} correct={question.correct} settled={settled} />;
    case 'scale':
      return <ScaleTally question={question} tally={tally as CountedRange[]} />;
    case 'number':
      return (
        <NumberTally
          tally={tally as CountedRange[]}
          correct={question.correct}
          unit={question.unit}
          settled={settled}
        />
      );
    case 'point':
      return <PointHeat question={question} tally={tally as CountedPoint[]} settled={settled} />;
    case 'slide':
      return null;
  }
}

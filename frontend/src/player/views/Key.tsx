import { t } from '../../i18n';
import type { Answer, Choice, Format, Question, Verdict } from '../../protocol';
import { content } from '../../ui/content';
import { quantity } from '../../ui/numbers';
import { RegionMark } from '../../ui/RegionMark';
import { answerClass, Shape } from '../../ui/shapes';
import { Written } from '../../ui/Written';
import { Pin } from '../pads/PointPad';
import { choiceName } from '../words';
import { Picture } from './Picture';
import { Cross, Tick } from './signs';

interface Props {
  question: Question;
  answer: Answer | undefined;
}

/** The right answer beside one's own. */
export function Key({ question, answer }: Props) {
  switch (question.kind) {
    case 'choice':
    case 'true-false':
      return (
        <Choices
          choices={question.choices}
          format={question.format}
          correct={question.correct}
          chosen={answer && 'choices' in answer ? answer.choices : []}
        />
      );
    case 'poll':
      return (
        <Choices
          choices={question.choices.filter(
            choice => answer && 'choices' in answer && answer.choices.includes(choice.id),
          )}
          all={question.choices}
          format={question.format}
          correct={undefined}
          chosen={answer && 'choices' in answer ? answer.choices : []}
        />
      );
    case 'order':
      return <Order question={question} answer={answer && 'order' in answer ? answer.order : []} />;
    case 'text':
    case 'word-cloud':
      return (
        <Pair
          mine={answer && 'text' in answer ? answer.text : undefined}
          right={question.correct?.join(' · ')}
        />
      );
    case 'number':
    case 'scale': {
      const { unit, correct } = question;
      return (
        <Pair
          mine={answer && 'number' in answer ? quantity(answer.number, unit) : undefined}
          right={
            correct &&
            quantity(correct.value, unit) + (correct.tolerance > 0 ? ` ± ${quantity(correct.tolerance)}` : '')
          }
        />
      );
    }
    case 'point':
      return question.media ? <Point question={question} answer={answer} /> : null;
    case 'slide':
      return null;
  }
}

interface ChoicesProps {
  choices: (Choice | Verdict)[];
  /** Where `choices` are not all: for their places. */
  all?: (Choice | Verdict)[];
  format: Format | undefined;
  correct: string[] | undefined;
  chosen: string[];
}

function Choices({ choices, all = choices, format, correct, chosen }: ChoicesProps) {
  const worth = choices.filter(({ id }) => !correct || correct.includes(id) || chosen.includes(id));
  return (
    <ul class="key">
      {worth.map(choice => {
        const right = correct?.includes(choice.id);
        const mine = chosen.includes(choice.id);
        const place = all.indexOf(choice);
        return (
          <li key={choice.id} class={`key-row ${answerClass(place)}`} data-right={right}>
            <span class="key-shape tile">
              <Shape place={place} />
            </span>
            {'media' in choice && choice.media && <Picture media={{ ...choice.media, alt: '' }} />}
            <span class="key-text">
              <span {...('value' in choice ? null : content())}>
                <Written text={choiceName(choice, place)} format={format} inline />
              </span>
              <small>
                {[right && t('reveal.right'), mine && t('reveal.yours')].filter(Boolean).join(' · ')}
              </small>
            </span>
            {right !== undefined && (right ? <Tick /> : <Cross />)}
          </li>
        );
      })}
    </ul>
  );
}

/** Where it was, and where one had pointed. */
function Point({
  question: { media, correct },
  answer,
}: {
  question: Extract<Question, { kind: 'point' }>;
  answer: Answer | undefined;
}) {
  return (
    <div class="point" dir="ltr">
      <div class="point-picture" data-still>
        <img src={media!.phone?.url ?? media!.url} alt={media!.alt ?? ''} />
        {correct && <RegionMark region={correct} media={media} />}
        {answer && 'point' in answer && <Pin at={answer.point} />}
      </div>
    </div>
  );
}

function Order({ question, answer }: { question: Extract<Question, { kind: 'order' }>; answer: string[] }) {
  return (
    <ol class="key">
      {(question.correct ?? []).map((id, at) => {
        const right = answer.length > 0 ? answer[at] === id : undefined;
        const mine = answer.indexOf(id);
        return (
          <li key={id} class="key-row" data-right={right}>
            <span class="key-shape key-number numbers">{at + 1}</span>
            <span class="key-text">
              <span {...content()}>
                <Written
                  text={question.items.find(item => item.id === id)?.text ?? ''}
                  format={question.format}
                  inline
                />
              </span>
              {right === false && <small>{t('reveal.placed', { n: mine + 1 })}</small>}
            </span>
            {right !== undefined && (right ? <Tick /> : <Cross />)}
          </li>
        );
      })}
    </ol>
  );
}

function Pair({ mine, right }: { mine: string | undefined; right: string | undefined }) {
  return (
    <dl class="pair">
      {right !== undefined && (
        <div>
          <dt>{t('reveal.right')}</dt>
          <dd {...content()}>{right}</dd>
        </div>
      )}
      {mine !== undefined && (
        <div>
          <dt>{t('reveal.yours')}</dt>
          <dd {...content()}>{mine}</dd>
        </div>
      )}
    </dl>
  );
}

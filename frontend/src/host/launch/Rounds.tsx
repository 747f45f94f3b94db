import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Icon } from '../layout/Icon';
import { ChooseQuiz } from '../library/ChooseQuiz';
import type { QuizSummary } from '../library/quiz';

/** A game has no more rounds. */
const MOST = 20;

interface Props {
  /** The quiz whose page this is, which comes first. */
  first: { title: string; questions: number };
  /** Those that follow, in their order. */
  more: readonly QuizSummary[];
  onChange(more: QuizSummary[]): void;
}

/** The quizzes that are played one after the other in the same room. */
export function Rounds({ first, more, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const up = (at: number) =>
    onChange(more.flatMap((quiz, i) => (i === at - 1 ? [more[at]!, quiz] : i === at ? [] : [quiz])));
  return (
    <fieldset class="launch-rounds">
      <legend class="field-label">{t('launch.rounds')}</legend>
      <p class="quiet">{t('launch.roundsHint')}</p>
      <ol class="rounds-list">
        <li>
          <bdi>{first.title}</bdi>
          <span class="quiet numbers">{t('library.questions', { n: first.questions })}</span>
        </li>
        {more.map(({ id, title, questions }, at) => (
          <li key={`${id} ${more.slice(0, at).filter(other => other.id === id).length}`}>
            <bdi>{title}</bdi>
            <span class="quiet numbers">{t('library.questions', { n: questions })}</span>
            <span class="rounds-do">
              <Button
                look="ghost"
                disabled={at === 0}
                aria-label={t('launch.roundUp', { title })}
                onClick={() => up(at)}
              >
                <Icon name="up" />
              </Button>
              <Button
                look="ghost"
                aria-label={t('launch.roundOff', { title })}
                onClick={() => onChange(more.filter((_, i) => i !== at))}
              >
                <Icon name="close" />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <Button disabled={more.length + 1 >= MOST} onClick={() => setAdding(true)}>
        <Icon name="add" />
        {t('rounds.add')}
      </Button>
      {adding && <ChooseQuiz onChoose={quiz => onChange([...more, quiz])} onClose={() => setAdding(false)} />}
    </fieldset>
  );
}

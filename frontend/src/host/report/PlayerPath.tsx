import { useEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import { Button } from '../../ui/Button';
import { Written } from '../../ui/Written';
import { Icon } from '../layout/Icon';
import type { PlayerReport, QuestionReport } from './report';

interface Props {
  player: PlayerReport;
  questions: QuestionReport[];
  onClose: () => void;
  /** Where what is stored of the player can be deleted. */
  onErase: (() => void) | undefined;
}

/** One player's way through the game, question by question. */
export function PlayerPath({ player, questions, onClose, onErase }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [sure, setSure] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const format = (n: number, options?: Intl.NumberFormatOptions) => formatNumber(language.value, n, options);
  const asked = questions.filter(question => question.asked && question.kind !== 'slide');
  return (
    <dialog class="dialog path" ref={dialog} aria-labelledby="path-title" onClose={onClose}>
      <h2 id="path-title" dir="auto">
        {player.nickname}
      </h2>
      <p class="quiet numbers">{t('path.sum', { rank: format(player.rank), score: format(player.score) })}</p>
      <ol class="path-steps">
        {asked.map(question => {
          const answer = player.answers.find(it => it.question === question.index);
          const look = lookOf(answer);
          return (
            <li key={question.index} class="path-step">
              <span class={`path-mark cell-${look}`}>{t(`mark.${look}`)}</span>
              <span class="path-words">
                <span class="quiet numbers">{format(question.index + 1)}.</span>
                <span class="quiet" dir="auto">
                  <Written text={question.text} format={question.question?.format} />
                </span>
                {answer && (
                  <strong dir="auto">
                    <Written
                      text={wordsOf(question, answer.answer)}
                      format={isOffered(question) ? question.question?.format : undefined}
                      inline
                    />
                  </strong>
                )}
              </span>
              {answer && (
                <span class="path-numbers numbers quiet">
                  <span>{t('path.points', { n: answer.points })}</span>
                  <span>
                    {t('path.seconds', { seconds: format(answer.ms / 1000, { maximumFractionDigits: 1 }) })}
                  </span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div class="dialog-do">
        {onErase && !sure && (
          <Button look="ghost" onClick={() => setSure(true)}>
            <Icon name="trash" />
            {t('path.erase')}
          </Button>
        )}
        {onErase && sure && (
          <>
            <p role="alert">{t('path.sure')}</p>
            <Button look="danger" onClick={onErase}>
              {t('path.eraseNow')}
            </Button>
          </>
        )}
        <Button look="primary" onClick={() => dialog.current?.close()}>
          {t('path.close')}
        </Button>
      </div>
    </dialog>
  );
}

function lookOf(answer: PlayerReport['answers'][number] | undefined) {
  if (!answer) return 'none';
  const { fraction } = answer;
  return fraction === undefined ? 'open' : fraction === 1 ? 'right' : fraction > 0 ? 'part' : 'wrong';
}

/** What players chose is written as the question is; what they typed is what it is. */
const isOffered = ({ kind }: QuestionReport) => kind === 'choice' || kind === 'poll' || kind === 'order';

const wordsOf = ({ kind }: QuestionReport, text: string) =>
  kind === 'true-false' ? t(text === 'true' ? 'answer.true' : 'answer.false') : text;

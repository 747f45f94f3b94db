import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { Field } from '../../ui/Field';
import type { GameSummary } from '../games/game';
import { listGamesOf, loadQuestions } from '../server';
import { moment } from '../when';
import type { QuestionReport } from './report';

interface Props {
  game: string;
  quiz: string | undefined;
  onCompare: (questions: QuestionReport[] | undefined) => void;
}

/** Another game of the same quiz to hold beside this one; nothing where there is none. */
export function Compare({ game, quiz, onCompare }: Props) {
  const [others, setOthers] = useState<GameSummary[]>([]);
  useEffect(() => {
    if (!quiz) return;
    listGamesOf(quiz).then(
      reply => reply.ok && setOthers(reply.value.filter(it => it.id !== game && it.finishedAt)),
    );
  }, [game, quiz]);
  if (others.length === 0) return null;
  const choose = async (id: string) => {
    if (!id) return onCompare(undefined);
    const reply = await loadQuestions(id);
    onCompare(reply.ok ? reply.value.questions : undefined);
  };
  return (
    <div class="compare">
      <Field
        label={t('compare.title')}
        control={described => (
          <select {...described} class="input" onChange={event => choose(event.currentTarget.value)}>
            <option value="">{t('compare.nothing')}</option>
            {others.map(other => (
              <option key={other.id} value={other.id}>
                {moment(other.finishedAt ?? other.createdAt, language.value)} ·{' '}
                {t('games.players', { n: other.players })}
              </option>
            ))}
          </select>
        )}
      />
    </div>
  );
}

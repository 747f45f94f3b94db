import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { HostState } from '../../protocol';
import { Button } from '../../ui/Button';
import { content } from '../../ui/content';
import { Icon } from '../layout/Icon';
import { ChooseQuiz } from '../library/ChooseQuiz';
import { say } from '../toast';
import type { CockpitLink } from './link';

interface Props {
  link: CockpitLink;
  state: HostState;
  /** A remote does not see into a library. */
  remote: boolean;
}

/** The quizzes of the evening, and the way to one more: also for an hour after the end. */
export function RoundsPanel({ link, state, remote }: Props) {
  const [adding, setAdding] = useState(false);
  const { rounds = [], round } = state;
  const playing = state.phase === 'finished' ? undefined : round?.index;
  if (remote && rounds.length === 0) return null;
  return (
    <section class="card rounds" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t('rounds.title')}</h2>
      {rounds.length > 0 ? (
        <ol class="rounds-list">
          {rounds.map(({ title, questions }, index) => (
            <li key={index} aria-current={index === playing ? 'step' : undefined}>
              <bdi {...content()}>{title}</bdi>
              <span class="quiet numbers">
                {index === playing ? t('rounds.now') : t('library.questions', { n: questions })}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p class="quiet">{state.phase === 'finished' ? t('rounds.over') : t('rounds.one')}</p>
      )}
      {!remote && (
        <Button onClick={() => setAdding(true)} busy={link.busy.value.has('append')}>
          <Icon name="add" />
          {t('rounds.add')}
        </Button>
      )}
      {adding && (
        <ChooseQuiz
          onChoose={({ id, title }) => link.append(id, () => say({ text: t('rounds.added', { title }) }))}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

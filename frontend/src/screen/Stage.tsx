import { t } from '../i18n';
import type { ScreenState, Door as Way } from '../protocol';
import type { ServerClock } from '../transport/types';
import { Boundary } from '../ui/Boundary';
import { Break } from './Break';
import { Door } from './Door';
import { Finale } from './Finale';
import { Lobby } from './Lobby';
import { Notice } from './Notice';
import { Question } from './Question';
import { Ready } from './Ready';
import { Standings } from './Standings';

interface Props {
  state: ScreenState;
  clock: ServerClock;
}

/** One view a phase; a question and what follows from it are made anew for each question. */
export function Stage({ state, clock }: Props) {
  const door = doorOf(state);
  return (
    <>
      <main class={door ? 'stage stage-door' : 'stage'} inert={state.paused}>
        <Boundary reset={state}>
          <View state={state} clock={clock} />
        </Boundary>
      </main>
      {door && <Door {...door} />}
      {state.paused && <Paused remainingMs={state.remainingMs} />}
    </>
  );
}

/** After the lobby, as long as one can join. */
function doorOf(state: ScreenState): Way | null {
  if (state.phase === 'lobby' || !('pin' in state) || !('joinUrl' in state)) return null;
  const { pin, joinUrl } = state;
  return pin && joinUrl ? { pin, joinUrl } : null;
}

function View({ state, clock }: Props) {
  switch (state.phase) {
    case 'lobby':
      return <Lobby {...state} />;
    case 'ready':
      return <Ready key={state.question.index} {...state} clock={clock} />;
    case 'question':
    case 'reveal':
      return <Question key={state.question.index} state={state} clock={clock} />;
    case 'standings':
      return <Standings {...state} />;
    case 'break':
      return <Break {...state} clock={clock} />;
    case 'finished':
      return <Finale {...state} />;
    default:
      // A phase of a newer server.
      return <Notice title={t('wait.title')} text={t('wait.text')} />;
  }
}

function Paused({ remainingMs }: { remainingMs?: number | undefined }) {
  return (
    <section class="paused" role="status">
      <h2>{t('paused')}</h2>
      {remainingMs !== undefined && <p>{t('paused.left', { n: Math.ceil(remainingMs / 1000) })}</p>}
    </section>
  );
}

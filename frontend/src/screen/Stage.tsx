import { t } from '../i18n';
import type { ScreenState } from '../protocol';
import type { ServerClock } from '../transport/types';
import { Boundary } from '../ui/Boundary';
import { Finale } from './Finale';
import { Lobby } from './Lobby';
import { Notice } from './Notice';
import { Open } from './Open';
import { Ready } from './Ready';
import { Reveal } from './Reveal';
import { Standings } from './Standings';

/** One view a phase; a question and what follows from it are made anew for each question. */
export function Stage({ state, clock }: { state: ScreenState; clock: ServerClock }) {
  return (
    <>
      <main class="stage" inert={state.paused}>
        <Boundary reset={state}>{view(state, clock)}</Boundary>
      </main>
      {state.paused && <Paused remainingMs={state.remainingMs} />}
    </>
  );
}

function view(state: ScreenState, clock: ServerClock) {
  switch (state.phase) {
    case 'lobby':
      return <Lobby {...state} />;
    case 'ready':
      return <Ready key={state.question.index} {...state} clock={clock} />;
    case 'question':
      return <Open key={state.question.index} {...state} clock={clock} />;
    case 'reveal':
      return <Reveal key={state.question.index} {...state} />;
    case 'standings':
      return <Standings {...state} />;
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

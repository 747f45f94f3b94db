import './player.css';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../i18n';
import type { PlayState } from '../protocol';
import { useAwake } from '../ui/awake';
import { Boundary } from '../ui/Boundary';
import { announcement } from './announcement';
import { Bar } from './Bar';
import { tick } from './feel';
import { Move } from './Move';
import type { Session } from './session';
import { withTexts } from './texts';
import { Break } from './views/Break';
import { Finished } from './views/Finished';
import { Lobby } from './views/Lobby';
import { Question } from './views/Question';
import { Ready } from './views/Ready';
import { Reveal } from './views/Reveal';
import { Slide } from './views/Slide';
import { Standings } from './views/Standings';
import { Stopped } from './views/Stopped';
import { Waiting } from './views/Waiting';

interface Props {
  session: Session;
  /** The person is done with this game. */
  onExit(keep?: boolean): void;
}

/** The phone from the first welcome on: a bar with name, score and connection, and one view for each phase. */
export function Player({ session, onExit }: Props) {
  const told = session.state.value;
  const state = useMemo(() => told && withTexts(told), [told]);
  const link = session.link.value;
  const main = useRef<HTMLElement>(null);
  const place = state && `${state.phase} ${'question' in state ? state.question.index : ''}`;
  const stopped = link.name === 'stopped' && !(link.reason === 'over' && state?.phase === 'finished');

  useAwake(!stopped && state?.phase !== 'finished');
  useLayoutEffect(() => {
    main.current?.scrollTo(0, 0);
    scrollTo(0, 0);
  }, [place]);
  useEffect(() => {
    if (state?.phase === 'question') tick();
  }, [place]);

  return (
    <div class="player" translate={false} data-phase={stopped ? 'stopped' : state?.phase}>
      <Bar session={session}>
        {!stopped && session.seat.value && state?.phase !== 'finished' && <Move session={session} />}
      </Bar>
      <p class="unseen" role="status">
        {state && !stopped && announcement(state, session)}
      </p>
      <main class="view" ref={main}>
        {stopped ? (
          <Stopped reason={link.reason} onHere={() => session.play.revive()} onExit={onExit} />
        ) : state ? (
          <Boundary reset={state}>
            <View key={place} session={session} state={state} onExit={onExit} />
          </Boundary>
        ) : (
          <p class="arriving">{t('arriving')}</p>
        )}
      </main>
    </div>
  );
}

function View({ session, state, onExit }: Props & { state: PlayState }) {
  switch (state.phase) {
    case 'waiting':
      return <Waiting session={session} onExit={onExit} />;
    case 'lobby':
      return <Lobby session={session} state={state} onExit={onExit} />;
    case 'ready':
      return <Ready state={state} clock={session.play.clock} />;
    case 'question':
      return state.question.kind === 'slide' ? (
        <Slide state={state} />
      ) : (
        <Question session={session} state={state} />
      );
    case 'reveal':
      return <Reveal session={session} state={state} />;
    case 'standings':
      return <Standings session={session} state={state} />;
    case 'break':
      return <Break session={session} state={state} />;
    case 'finished':
      return <Finished session={session} state={state} onExit={onExit} />;
    default:
      // A phase of a newer server: what it is about is on the screen.
      return <p class="arriving">{t('hint.screen')}</p>;
  }
}

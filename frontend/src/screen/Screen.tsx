import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../i18n';
import { keepAwake } from '../ui/awake';
import { LinkStrip } from '../ui/LinkStrip';
import { wear } from '../ui/themes';
import { Controls } from './Controls';
import { link, look, state, watchGame } from './game';
import { Hall } from './Hall';
import { Closed, Notice } from './Notice';
import { Stage } from './Stage';
import { Steering } from './Steering';
import { useCues } from './useCues';
import { refused, unlock } from './volume';

interface Props {
  token: string;
  /** The game that whoever is signed in here may steer from this page; null on a link that was shared. */
  steer: string | null;
}

/** The page a hall looks at: it shows what the game shows. Nobody presses anything on it but its host. */
export function Screen({ token, steer }: Props) {
  return (
    <Hall phase={state.value?.phase ?? 'dark'}>
      {token ? <Linked token={token} steer={steer} /> : <Closed reason="ticket" />}
      <Controls />
      <Refused />
    </Hall>
  );
}

/** Why nothing is heard, and what to do. */
function Refused() {
  // Before it can be read: a touch may follow at once.
  useLayoutEffect(() => {
    if (!refused.value) return;
    const touches = ['pointerdown', 'keydown'] as const;
    for (const touch of touches) addEventListener(touch, unlock);
    return () => {
      for (const touch of touches) removeEventListener(touch, unlock);
    };
  }, [refused.value]);
  if (!refused.value) return null;
  return (
    <p class="sound-refused" role="status">
      {t('sound.refused')}
    </p>
  );
}

function Linked({ token, steer }: Props) {
  const [steered, setSteered] = useState(steer);
  const game = useMemo(() => watchGame(token, steered), [token, steered]);
  useEffect(keepAwake, []);
  useEffect(() => () => game.close(), [game]);
  useCues(state.value, game.clock);
  useEffect(() => {
    wear(document.documentElement, look.value);
  }, [look.value]);
  const connection = link.value;
  // Nobody is signed in here, or no socket gets through: it is a screen like any other.
  const barred =
    steered !== null &&
    (connection.name === 'stopped' || (connection.name === 'given-up' && state.value === null));
  useEffect(() => {
    if (barred) setSteered(null);
  }, [barred]);
  if (barred) return null;
  if (connection.name === 'stopped' && !(connection.reason === 'over' && state.value)) {
    return <Closed reason={connection.reason} />;
  }
  return (
    <>
      <div class="edge">
        <LinkStrip link={connection} onRetry={() => game.revive()} />
      </div>
      {state.value ? (
        <>
          {state.value.rehearsal && <p class="rehearsal-mark">{t('rehearsal')}</p>}
          <Stage state={state.value} clock={game.clock} />
          {steered && <Steering state={state.value} game={game} />}
        </>
      ) : (
        <Notice title={t('wait.title')} text={t('wait.text')} />
      )}
    </>
  );
}

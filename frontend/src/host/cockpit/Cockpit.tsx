import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/cockpit.json';
import { isKnown, nextStep, possible } from '../../steering/steer';
import { useSettled } from '../../steering/useSettled';
import { useTimeUp } from '../../steering/useTimeUp';
import { keepAwake } from '../../ui/awake';
import { Button } from '../../ui/Button';
import { LinkStrip } from '../../ui/LinkStrip';
import { problemText } from '../../ui/problem';
import { EndDialog } from '../games/EndDialog';
import type { GameDetail } from '../games/game';
import { insist } from '../insist';
import { ConfirmDialog } from '../layout/ConfirmDialog';
import { Lazy } from '../layout/Lazy';
import { useTitle } from '../layout/useTitle';
import { go } from '../navigation';
import { deleteGame, loadGame } from '../server';
import { recognise, session } from '../session';
import { say } from '../toast';
import { Bar } from './Bar';
import { Blocked } from './Blocked';
import { Checklist } from './Checklist';
import { Controls } from './Controls';
import { CrewPanel } from './CrewPanel';
import { didText } from './did';
import { JoinPanel } from './JoinPanel';
import { type CockpitLink, handOf, openCockpit } from './link';
import { NextPanel } from './NextPanel';
import { RosterPanel } from './RosterPanel';
import { RoundsPanel } from './RoundsPanel';
import { refusalText } from './refusal';
import { StageView } from './StageView';
import { openScreen } from './screen';
import { useShortcuts } from './shortcuts';
import './cockpit.css';

knowEnglish(english);

/** Ten seconds at a time. */
export const EXTEND_MS = 10_000;
/** A break is longer. */
const MINUTE_MS = 60_000;

interface Props {
  game: string;
  /** What the link of a remote carries, where it is one. */
  remote?: string;
}

/** Where a game is steered: what is going on, what comes next, and who is there. */
export default function Cockpit({ game: id, remote }: Props) {
  const link = useMemo(
    () =>
      openCockpit(
        id,
        {
          onRefused(reason) {
            const text = refusalText(reason);
            if (text) say({ text });
          },
          onDid(did) {
            const text = didText(did);
            if (text) say({ text });
          },
        },
        remote ? handOf(remote) : { id: host() },
      ),
    [id, remote],
  );
  const [game, setGame] = useState<GameDetail>();
  useEffect(() => () => link.close(), [link]);
  // A remote knows what its socket tells, and no more.
  useEffect(
    () =>
      remote
        ? keepAwake()
        : insist(
            () => loadGame(id),
            reply => reply.ok && setGame(reply.value),
          ),
    [id, remote],
  );
  useTitle(game?.title ?? t('cockpit.title'));

  const connection = link.connection.value;
  useEffect(() => {
    // A sign-in that has run out may be found here first; the page then asks for it again.
    if (!remote && connection.name === 'stopped' && connection.reason === 'ticket') void recognise();
  }, [connection]);
  if (connection.name === 'stopped') return remote ? <Revoked link={link} /> : <Stopped link={link} />;
  if (!link.state.value) {
    return (
      <main class="cockpit">
        <Blocked link={link}>
          <LinkStrip link={connection} onRetry={() => link.revive()} />
          <p class="page-none quiet">{t('cockpit.connecting')}</p>
        </Blocked>
      </main>
    );
  }
  if (!isKnown(link.state.value)) return <Unknown />;
  return <Running link={link} game={game} id={id} remote={remote !== undefined} />;
}

/** A newer server may have phases this page knows nothing of; the game goes on, and so does the page with the next it knows. */
function Unknown() {
  return (
    <main class="page empty">
      <h1>{t('stale.title')}</h1>
      <p class="quiet">{t('stale.text')}</p>
      <Button look="primary" onClick={() => location.reload()}>
        {t('stale.reload')}
      </Button>
    </main>
  );
}

/** Who is signed in here. */
function host(): string {
  const now = session.peek();
  return now.state === 'in' ? now.who.id : '';
}

interface RunningProps {
  link: CockpitLink;
  game: GameDetail | undefined;
  id: string;
  remote: boolean;
}

function Running({ link, game, id, remote }: RunningProps) {
  const state = link.state.value!;
  const ending = useRef<HTMLDialogElement>(null);
  const skipping = useRef<HTMLDialogElement>(null);
  const closesAt = state.phase === 'question' ? state.closesAt : undefined;
  const timeUp = useTimeUp(link.clock, closesAt);
  const step = nextStep(state, timeUp);
  const can = possible(state, timeUp);
  const settled = useSettled(`${step.name} ${'n' in step ? step.n : ''}`);

  const act = {
    next: () => {
      if (!settled) return;
      if (step.do) link.steer(step.do);
      else if (step.name === 'report' && state.rehearsal) void forget(id);
      else if (step.name === 'report' && !remote) go({ page: 'report', game: id });
    },
    pause: () => {
      if (state.paused) link.steer('continue');
      else if (can.pause) link.steer('pause');
    },
    extend: () => can.extend && link.steer('extend', state.phase === 'break' ? MINUTE_MS : EXTEND_MS),
    skip: () => can.skip && skipping.current?.showModal(),
    lock: () => {
      if (!can.lock) return;
      const [now, before] = state.locked ? (['unlock', 'lock'] as const) : (['lock', 'unlock'] as const);
      link.set(now, () =>
        say({ text: t(`did.${now}`), action: { text: t('undo'), run: () => link.set(before) } }),
      );
    },
    end: () => can.end && ending.current?.showModal(),
    screen: () => game && openScreen(game.screenUrl, id),
  };
  const ahead = document.documentElement.dir === 'rtl' ? 'arrowleft' : 'arrowright';
  useShortcuts({
    ' ': act.next,
    enter: act.next,
    [ahead]: act.next,
    n: act.next,
    p: act.pause,
    e: act.extend,
    s: act.skip,
    l: act.lock,
    o: act.screen,
  });

  return (
    <main class="cockpit">
      <LinkStrip link={link.connection.value} onRetry={() => link.revive()} />
      <Bar
        state={state}
        game={game}
        onScreen={act.screen}
        onLock={act.lock}
        busy={link.busy.value.has('lock')}
        remote={remote}
      />
      <div class="cockpit-panes">
        <div class="cockpit-main">
          <StageView link={link} state={state} title={game?.title}>
            {game && <Checklist link={link} game={game} onScreen={act.screen} />}
          </StageView>
          {!(remote && state.phase === 'finished') && (
            <Controls link={link} state={state} step={step} settled={settled} can={can} act={act} />
          )}
        </div>
        <aside class="cockpit-side">
          {game?.rehearsal && state.phase !== 'finished' && (
            <Lazy
              load={() => import('../rehearsal/RehearsalPanel')}
              words="cockpit"
              meanwhile={null}
              link={link}
              game={game}
            />
          )}
          <RoundsPanel link={link} state={state} remote={remote} />
          {state.phase !== 'finished' && <JoinPanel state={state} game={game} remote={remote} />}
          {state.phase !== 'break' && state.next && <NextPanel next={state.next} />}
          <RosterPanel
            link={link}
            teams={game?.settings.teams ?? []}
            open={state.phase !== 'finished'}
            remote={remote}
          />
          {!remote && <CrewPanel game={id} open={state.phase !== 'finished'} hosts={link.hosts.value} />}
        </aside>
      </div>
      <EndDialog dialog={ending} players={link.roster.value.players} onEnd={() => link.steer('end')} />
      <ConfirmDialog
        dialog={skipping}
        title={t('skip.title')}
        lead={t('skip.lead')}
        stay={t('skip.stay')}
        act={t('skip.skip')}
        onAct={() => link.steer('skip')}
      />
    </main>
  );
}

/** A rehearsal that is over leaves nothing. */
async function forget(id: string): Promise<void> {
  const reply = await deleteGame(id);
  if (!reply.ok && reply.problem.status !== 404) return say({ text: problemText(reply.problem) });
  say({ text: t('rehearsal.gone') });
  go({ page: 'library' });
}

/** The link of a remote leads nowhere any more, or never did. */
function Revoked({ link }: { link: CockpitLink }) {
  const now = link.connection.value;
  const old = now.name === 'stopped' && now.reason === 'old';
  return (
    <main class="page empty">
      <h1>{t('remote.over')}</h1>
      <p class="quiet">{old ? t('cockpit.old') : t('remote.overLead')}</p>
      <Button onClick={() => link.revive()}>{t('link.retry')}</Button>
    </main>
  );
}

/** The server said why there is nothing to steer here. */
function Stopped({ link }: { link: CockpitLink }) {
  const now = link.connection.value;
  const reason = now.name === 'stopped' ? now.reason : 'protocol';
  return (
    <main class="page empty">
      <h1>{reason === 'no-game' ? t('cockpit.noGame') : t('cockpit.stopped')}</h1>
      {reason !== 'no-game' && (
        <p class="quiet">{reason === 'old' ? t('cockpit.old') : t('cockpit.stoppedLead')}</p>
      )}
      <div class="notice-do">
        {reason !== 'no-game' && (
          <Button look="primary" onClick={() => link.revive()}>
            {t('link.retry')}
          </Button>
        )}
        <Button onClick={() => go({ page: 'games' })}>{t('cockpit.toGames')}</Button>
      </div>
    </main>
  );
}

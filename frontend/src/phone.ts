/**
 * The phone's page. Whoever joins downloads the way in and the link to the game, nothing else; what shows the game comes
 * while a nickname is being chosen.
 */
import './ui/base.css';
import './join/join.css';
import { batch, computed, effect, signal, untracked } from '@preact/signals-core';
import { get } from './api';
import { loadWords } from './i18n';
import english from './i18n/en/phone.json';
import { type Choice, wireForm } from './join/form';
import { type Attempt, type Beside, createJoinModel, type Invitation } from './join/model';
import { loadViews, type Views } from './player/load';
import { createSession, type Session } from './player/session';
import { browserEnv, socketUrl } from './transport/env';
import { createPlay } from './transport/play';
import { storedSeats } from './transport/stored';
import type { JoinRequest, StoredSeat } from './transport/types';
import { begun } from './ui/begun';
import { pinOf } from './ui/pin';

/** The PIN of a game this phone saw end: no reason to offer a way back to it. */
const ENDED = 'podium.ended';

/** What is missing is asked for again after so long; the page is opened anew for it no more often than that. */
const RETRY_MS = 3_000;
const RELOAD_MS = 60_000;

const words = loadWords('phone', english);
const app = document.getElementById('app')!;
const form = app.firstElementChild as HTMLElement;
const env = browserEnv(ready => import('./transport/browserSecond').then(({ open }) => ready(open), String));
const seats = storedSeats(env.store);

/** A link to the server, not yet connected. */
const openSession = () =>
  createSession(
    events => createPlay({ url: socketUrl('/ws/play'), env, events }),
    // 5xx is said by whatever stands before a server that is not there.
    async () => {
      const answer = await get(`/api/join/${pin.peek()}`);
      return answer.ok || (answer.problem.status > 0 && answer.problem.status < 500);
    },
  );
/** The game that is played or wanted. */
const pin = signal(pinOf(new URLSearchParams(location.search).get('pin') ?? ''));
const session = signal(openSession());
/** Coming back to a seat: nothing is asked, so the way in is not shown. */
const returning = signal(false);
const seated = computed(() => returning.value || session.value.state.value !== null);
const views = signal<Views | null>(null);
/** A game that was left at its end, watched beside the way in: its host may take the end back. */
const parked = signal<Session | null>(null);
/** There is a seat, and what shows the game could not be fetched. */
const missing = signal(false);
const attempt = computed<Attempt>(() =>
  seated.value && missing.value ? { name: 'unreachable' } : session.value.attempt.value,
);

function want(wanted: string): void {
  parked.value?.play.close();
  pin.value = wanted;
  history.replaceState(history.state, '', wanted ? `?pin=${wanted}` : location.pathname);
}

function join(request: JoinRequest): void {
  if (goOn(request.pin)) return;
  if (seated.value) leave();
  want(request.pin);
  session.value.join(request);
}

function comeBack({ pin: to }: StoredSeat): void {
  undecided.value = undefined;
  returning.value = true;
  want(to);
  model.pin.value = to;
  session.value.resume(to);
}

/** Whether there is a seat in this game already, and only what shows it is missing; then that is tried again. */
function goOn(wanted: string): boolean {
  if (!seated.value || wanted !== pin.value) return false;
  session.value.play.revive();
  if (env.store.lasting) beginAgain();
  else showViews();
  return true;
}

/** Most browsers never ask again for a script that did not come. The page opened anew does, and finds its seat. */
async function beginAgain(): Promise<void> {
  missing.value = false;
  const reached = await fetch(location.href).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!reached) {
    missing.value = true;
    return;
  }
  history.replaceState({ reloadedAt: Date.now() }, '');
  location.reload();
}

async function showViews(): Promise<void> {
  missing.value = false;
  try {
    views.value = await loadViews();
  } catch {
    missing.value = true;
  }
}

function leave(): void {
  session.value.play.close();
  session.value = openSession();
  returning.value = false;
}

/**
 * Done with this game, and the page is as if just opened. The seat is given up, unless it says whether to `keep` it: for an end
 * that may be taken back, which is watched for; or, false, so that joining again is answered as it has to be.
 */
function exit(keep?: boolean): void {
  if (keep === undefined) session.value.play.leave();
  batch(() => {
    leave();
    undecided.value = storedSeats(env.store).find(seat => seat.left && seat.pin === pin.peek());
    want('');
    model.typePin('');
    model.otherPin();
    if (keep) {
      parked.value = openSession();
      parked.value.resume();
    }
  });
}

/** What a link for one player carries stands behind the hash, which nobody logs. */
const [, carries, secret] = /^#(invite|handover)=(.+)/.exec(location.hash) ?? [];
const handover = carries === 'handover';
const carried: Beside = carries ? { [carries]: secret } : {};

const [latest] = seats;
const mine = pin.value ? seats.find(seat => seat.pin === pin.value) : latest;
const other =
  latest?.ticket && latest.pin !== pin.value && latest.pin !== env.store.get(ENDED) ? latest : undefined;
const undecided = signal(handover ? undefined : mine?.left ? mine : pin.value ? other : undefined);

const model = createJoinModel({
  ask: asked => get<Invitation>(`/api/join/${asked}`),
  attempt,
  goOn,
  onNaming: () => void loadViews().catch(() => {}),
  onJoin: join,
  beside: carried,
  host: location.host,
});

function knock(): void {
  undecided.value = undefined;
  parked.value?.play.close();
  model.typePin(pin.value);
}

effect(() => {
  if (seated.value) showViews();
});
// Who has a seat need not tap for what is missing: once a minute the page is opened anew by itself.
effect(() => {
  if (!seated.value || !missing.value) return;
  const since = Date.now() - (history.state?.reloadedAt ?? 0);
  const timer = setTimeout(beginAgain, Math.max(RETRY_MS, RELOAD_MS - since));
  return () => clearTimeout(timer);
});
effect(() => {
  const phase = session.value.state.value?.phase;
  if (phase) env.store.set(ENDED, phase === 'finished' ? pin.value : '');
});
effect(() => {
  const phase = parked.value?.state.value?.phase;
  if (phase && phase !== 'finished') [undecided.value] = storedSeats(env.store);
});
effect(() => {
  const playing = seated.value && views.value ? session.value : null;
  if (!playing) return;
  app.replaceChildren();
  const close = untracked(() => views.peek()!.showGame(playing, app, exit));
  return () => {
    close();
    app.replaceChildren(form);
  };
});

if (handover) join({ pin: pin.peek(), nickname: '', ...carried });
else if (mine?.ticket && !mine.left) comeBack(mine);
else if (!undecided.value) knock();
await words;

// Shown before it is wired: what is hidden cannot have the focus.
effect(() => {
  form.hidden = returning.value && !missing.value;
});
wireForm(form, {
  model,
  busy: computed(() => attempt.value.name === 'busy'),
  choice: computed<Choice | null>(() => {
    const seat = undecided.value;
    return seat ? { seat, onBack: () => comeBack(seat), onJoin: knock } : null;
  }),
});
begun();

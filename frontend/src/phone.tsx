/** The phone's page. Whoever joins downloads only the way in; the game comes while a nickname is being chosen. */
import './ui/base.css';
import { computed, effect, signal } from '@preact/signals-core';
import { render } from 'preact';
import { get } from './api';
import { language, loadWords } from './i18n';
import { type Attempt, createDesk, type Invitation } from './join/desk';
import { Join } from './join/Join';
import { pinOf } from './join/pin';
import type { Session } from './player/session';
import { browserStore } from './transport/store';
import { storedSeats } from './transport/stored';
import type { StoredSeat } from './transport/types';

/** The PIN of a game this phone saw end: no reason to offer a way back to it. */
const ENDED = 'podium.ended';

const store = browserStore();
const seats = storedSeats(store);
const loadPlayer = () => import('./player');

interface Game {
  Player: Awaited<ReturnType<typeof loadPlayer>>['Player'];
  session: Session;
}
const game = signal<Game | null>(null);
/** The seat in use or wanted. */
const pin = signal(pinOf(new URLSearchParams(location.search).get('pin') ?? ''));
/** Coming back to a seat: nothing is asked, so the way in is not shown. */
const returning = signal(false);
const loading = signal<Attempt>({ name: 'idle' });
const attempt = computed(() => game.value?.session.attempt.value ?? loading.value);

/** Fetches the game's code where it is not here yet, and goes on with it. */
async function enter(wanted: string, begin: (session: Session) => void): Promise<void> {
  pin.value = wanted;
  history.replaceState(null, '', `?pin=${wanted}`);
  loading.value = { name: 'busy' };
  try {
    if (!game.value) {
      const { Player, openSession } = await loadPlayer();
      game.value = { Player, session: await openSession() };
    }
    begin(game.value.session);
  } catch {
    returning.value = false;
    loading.value = { name: 'unreachable' };
  }
}

function comeBack(seat: StoredSeat): void {
  returning.value = true;
  enter(seat.pin, session => session.resume(seat.pin));
}

/** Done with this game: its seat is given up, and the page is as if just opened. */
function exit(): void {
  const { play, link } = game.value!.session;
  // Who was removed keeps the key, so that joining again says so.
  if (link.value.name === 'stopped' && link.value.reason === 'removed') play.close();
  else play.leave();
  pin.value = '';
  returning.value = false;
  loading.value = { name: 'idle' };
  game.value = null;
  desk.typePin('');
  desk.otherPin();
  history.replaceState(null, '', location.pathname);
}

effect(() => {
  if (game.value?.session.state.value?.phase === 'finished') store.set(ENDED, pin.value);
});

const [latest] = seats;
const mine = pin.value ? seats.find(seat => seat.pin === pin.value) : latest;
const other =
  latest?.ticket && latest.pin !== pin.value && latest.pin !== store.get(ENDED) ? latest : undefined;
const undecided = signal(pin.value && other);

const desk = createDesk({
  ask: asked => get<Invitation>(`/api/join/${asked}`),
  attempt,
  onNaming: () => void loadPlayer().catch(() => {}),
  onJoin: request => enter(request.pin, session => session.join(request)),
});

function knock(): void {
  undecided.value = undefined;
  desk.typePin(pin.value);
}

function Page() {
  if (game.value && (returning.value || game.value.session.state.value)) {
    const { Player, session } = game.value;
    return <Player session={session} onExit={exit} />;
  }
  if (returning.value) return null;
  const seat = undecided.value;
  return (
    <Join
      desk={desk}
      busy={attempt.value.name === 'busy'}
      choice={seat ? { seat, pin: pin.value, onBack: () => comeBack(seat), onJoin: knock } : null}
    />
  );
}

if (mine?.ticket) comeBack(mine);
else if (!undecided.value) knock();
await loadWords('phone');

// Without the signals' own hook into Preact, which would weigh as much as the whole form: the page is small, so all of it
// is rendered when anything changes. What comes later brings that hook along.
effect(() => {
  language.value;
  render(<Page />, document.getElementById('app')!);
});

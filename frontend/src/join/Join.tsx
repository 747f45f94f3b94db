import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../api';
import { t } from '../i18n';
import type { JoinRequest, StoredSeat } from '../transport/types';
import { LanguagePicker } from '../ui/LanguagePicker';
import { Logo } from '../ui/Logo';
import { problemText } from '../ui/problem';
import { Steps } from '../ui/Steps';
import { PinForm } from './PinForm';
import { showPin } from './pin';
import { SeatForm } from './SeatForm';
import './join.css';

/** What the server tells about a game before one joins it. */
export interface Invitation {
  pin: string;
  title: string;
  joinable: boolean;
  phase: string;
  teams?: { id: string; name: string; players: number }[];
}

/** What became of the last try to take a seat. */
export type Attempt =
  | { name: 'idle' | 'busy' | 'unreachable' }
  /** The nickname or team was not accepted; `free` is a name that nobody has. */
  | { name: 'refused'; code: string; free?: string | undefined }
  /** The game itself is closed to us. */
  | { name: 'stopped'; reason: string };

interface Props {
  /** From the link that was scanned, or empty. */
  pin: string;
  /** A seat in another game, which may be gone back to. */
  other: StoredSeat | undefined;
  attempt: Attempt;
  /** A nickname is being chosen: the game will be needed soon. */
  onNaming(): void;
  onJoin(request: JoinRequest): void;
  onReturn(seat: StoredSeat): void;
}

/** The way in: PIN, then name and team. */
export function Join({ pin: linked, other, attempt, onNaming, onJoin, onReturn }: Props) {
  const [pin, setPin] = useState(linked);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [looking, setLooking] = useState(false);
  const [error, setError] = useState('');
  const [undecided, setUndecided] = useState(other !== undefined);
  const asked = useRef('');

  async function look(wanted: string) {
    asked.current = wanted;
    setLooking(true);
    setError('');
    const answer = await get<Omit<Invitation, 'pin'>>(`/api/join/${wanted}`);
    if (asked.current !== wanted) return;
    setLooking(false);
    if (!answer.ok) setError(lookError(answer.problem.status) ?? problemText(answer.problem));
    else if (answer.value.phase === 'finished') setError(t('pin.over'));
    else if (!answer.value.joinable) setError(t('pin.locked'));
    else setInvitation({ ...answer.value, pin: wanted });
  }

  function back(message = '') {
    asked.current = '';
    setInvitation(null);
    setLooking(false);
    setError(message);
  }

  useEffect(() => {
    if (linked.length > 0 && !undecided) look(linked);
  }, [undecided]);

  useEffect(() => {
    if (attempt.name === 'stopped') back(stoppedText(attempt.reason));
  }, [attempt]);

  return (
    <div class="join">
      <header class="join-stage">
        <div class="join-top">
          <Logo />
          <LanguagePicker />
        </div>
        <Steps />
      </header>
      <main class="join-desk">
        {undecided && other ? (
          <section class="join-form">
            <h1>{t('other.title')}</h1>
            <p>{t('other.text', { name: other.nickname, pin: showPin(other.pin) })}</p>
            <button
              type="button"
              class="button button-primary button-large button-wide"
              onClick={() => onReturn(other)}
            >
              {t('other.back')}
            </button>
            <button
              type="button"
              class="button button-plain button-large button-wide"
              onClick={() => setUndecided(false)}
            >
              {t('other.join', { pin: showPin(linked) })}
            </button>
          </section>
        ) : invitation ? (
          <SeatForm
            invitation={invitation}
            attempt={attempt}
            onBack={() => back()}
            onNaming={onNaming}
            onJoin={seat => onJoin({ ...seat, pin: invitation.pin })}
          />
        ) : (
          <PinForm
            pin={pin}
            error={error}
            busy={looking}
            onPin={setPin}
            onClear={() => setError('')}
            onGo={look}
          />
        )}
      </main>
    </div>
  );
}

function lookError(status: number): string | undefined {
  if (status === 404) return t('pin.unknown');
  if (status === 429) return t('pin.tries');
  return undefined;
}

function stoppedText(reason: string): string {
  if (reason === 'no-game') return t('pin.unknown');
  if (reason === 'locked') return t('pin.locked');
  if (reason === 'tries') return t('pin.tries');
  if (reason === 'removed') return t('pin.removed');
  if (reason === 'over') return t('pin.over');
  return t('problem.unexpected');
}

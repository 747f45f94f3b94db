import { t } from '../i18n';
import type { StoredSeat } from '../transport/types';
import { Button } from '../ui/Button';
import { LanguagePicker } from '../ui/LanguagePicker';
import { Logo } from '../ui/Logo';
import { Steps } from '../ui/Steps';
import type { Desk } from './desk';
import './join.css';
import { PinForm } from './PinForm';
import { showPin } from './pin';
import { SeatForm } from './SeatForm';

interface Props {
  desk: Desk;
  busy: boolean;
  /** A link was scanned while this phone has a seat in another game: which of the two is it to be? */
  choice: { seat: StoredSeat; pin: string; onBack(): void; onJoin(): void } | null;
}

/** The way in: PIN, then name and team. */
export function Join({ desk, busy, choice }: Props) {
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
        {choice ? (
          <section class="join-form">
            <h1>{t('other.title')}</h1>
            <p>{t('other.text', { name: choice.seat.nickname, pin: showPin(choice.seat.pin) })}</p>
            <Button look="primary" large wide onClick={choice.onBack}>
              {t('other.back')}
            </Button>
            <Button large wide onClick={choice.onJoin}>
              {t('other.join', { pin: showPin(choice.pin) })}
            </Button>
          </section>
        ) : desk.invitation.value ? (
          <SeatForm desk={desk} invitation={desk.invitation.value} busy={busy} />
        ) : (
          <PinForm desk={desk} />
        )}
        <details class="join-privacy">
          <summary>{t('privacy.title')}</summary>
          <p>{t('privacy.text')}</p>
        </details>
      </main>
    </div>
  );
}

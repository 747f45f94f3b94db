import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { post } from '../api';
import { t } from '../i18n';
import { Button } from '../ui/Button';
import { pinOf } from '../ui/pin';
import { Qr } from '../ui/Qr';
import './move.css';
import { moving } from './moving';
import type { Session } from './session';

/** As long as the server takes a code. */
const GOOD_MS = 60_000;

interface Props {
  session: Session;
  onClose(): void;
}

/** A code that another phone scans to have this seat. */
export function MoveDialog({ session, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState<string>();
  const [trouble, setTrouble] = useState<'old' | 'failed'>();
  const [tries, setTries] = useState(0);

  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    setTrouble(undefined);
    post<{ code: string }>('/api/play/handover', { ticket: session.play.ticket }).then(reply => {
      if (gone) return;
      moving.value ||= reply.ok;
      setCode(reply.ok ? reply.value.code : undefined);
      if (!reply.ok) setTrouble('failed');
      timer = setTimeout(() => {
        setCode(undefined);
        setTrouble('old');
      }, GOOD_MS);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [session, tries]);

  const pin = pinOf(location.search);
  return (
    <dialog class="move" ref={dialog} aria-labelledby="move-title" onClose={onClose}>
      <h1 id="move-title">{t('move.title')}</h1>
      <div class="move-code" aria-busy={!code && !trouble}>
        {code && <Qr text={`${location.origin}/?pin=${pin}#handover=${code}`} label={t('move.qr')} />}
        {trouble && (
          <>
            <p role="alert">{t(`move.${trouble}`)}</p>
            <Button look="primary" onClick={() => setTries(tries + 1)}>
              {t('move.again')}
            </Button>
          </>
        )}
      </div>
      <p>{t('move.text')}</p>
      <Button large wide onClick={() => dialog.current?.close()}>
        {t('move.stay')}
      </Button>
    </dialog>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import type { Seat } from '../../protocol';
import { reachable } from '../../ui/address';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { Qr } from '../../ui/Qr';
import { moveSeat } from '../server';
import type { CockpitLink } from './link';

/** As long as the server takes a code. */
const GOOD_MS = 60_000;

/** Gives a seat to another phone, whatever became of the one that had it. */
export function SeatMove({ link, seat }: { link: CockpitLink; seat: Seat }) {
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!url) return;
    const timer = setTimeout(() => setUrl(undefined), GOOD_MS);
    return () => clearTimeout(timer);
  }, [url]);

  async function ask() {
    setBusy(true);
    const reply = await moveSeat(link.game, seat.id);
    setBusy(false);
    setUrl(reply.ok ? reachable(reply.value.url) : undefined);
    setProblem(reply.ok ? undefined : reply.problem);
  }
  return (
    <div class="seat-move">
      <Button busy={busy} onClick={ask}>
        {t('roster.move')}
      </Button>
      {url && (
        <>
          <Qr text={url} label={t('roster.moveQr')} />
          <p class="quiet" role="status">
            {t('roster.moveHint')}
          </p>
        </>
      )}
      {problem && (
        <p class="field-error" role="alert">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}

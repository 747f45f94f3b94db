import { useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { reachable } from '../../ui/address';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { Qr } from '../../ui/Qr';
import { copyText } from '../copy';
import { Icon } from '../layout/Icon';
import { invitePlayer } from '../server';
import { say } from '../toast';
import type { CockpitLink } from './link';
import { MORE } from './SeatTime';

/** A link that gives whoever joins by it more time. Folded away, for it is few players' business. */
export function InvitePanel({ link }: { link: CockpitLink }) {
  const [extra, setExtra] = useState(MORE[1]!);
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function make() {
    setBusy(true);
    const reply = await invitePlayer(link.game, extra);
    setBusy(false);
    setUrl(reply.ok ? reachable(reply.value.url) : undefined);
    setProblem(reply.ok ? undefined : reply.problem);
  }
  async function copy(text: string) {
    say({ text: (await copyText(text)) ? t('join.copied') : t('join.notCopied', { link: text }) });
  }
  return (
    <details class="invite">
      <summary>{t('invite.title')}</summary>
      <p class="quiet">{t('invite.hint')}</p>
      <label class="seat-time">
        <span class="field-label">{t('roster.extra')}</span>
        <select
          class="input numbers"
          value={extra}
          onChange={event => {
            setExtra(Number(event.currentTarget.value));
            setUrl(undefined);
          }}
        >
          {MORE.map(n => (
            <option key={n} value={n}>
              {t('roster.extra.more', { n })}
            </option>
          ))}
        </select>
      </label>
      <Button busy={busy} onClick={make}>
        {t('invite.make')}
      </Button>
      {url && (
        <>
          <Qr text={url} label={t('invite.qr')} />
          <Button onClick={() => copy(url)}>
            <Icon name="copy" />
            {t('join.copy')}
          </Button>
        </>
      )}
      {problem && (
        <p class="field-error" role="alert">
          {problemText(problem)}
        </p>
      )}
    </details>
  );
}

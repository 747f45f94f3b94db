import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Result } from '../../api';
import { t } from '../../i18n';
import { reachable } from '../../ui/address';
import { Button } from '../../ui/Button';
import { Qr } from '../../ui/Qr';
import { copyText } from '../copy';
import { Icon } from '../layout/Icon';
import { say } from '../toast';
import type { Change } from './useChange';

interface Made {
  id: string;
  /** What tells it from the others. */
  name: ComponentChildren;
  note: string;
}
interface Props {
  label: string;
  links: readonly Made[];
  busy: boolean;
  change: Change;
  /** Asks for a new link; without it there is none to be had. */
  make?: () => Promise<Result<{ url: string }>>;
  remove(id: string): Promise<Result<unknown>>;
  words: { make: ComponentChildren; qr: string; hint: string; remove: string };
  /** What is chosen before a link is made. */
  children?: ComponentChildren;
}

/** Links that open something of a game: those that were made, each to be taken back, and a new one, which is shown only once. */
export function Links({ label, links, busy, change, make, remove, words, children }: Props) {
  const [url, setUrl] = useState<string>();
  const forget = () => setUrl(undefined);
  return (
    <>
      {links.length > 0 && (
        <ul class="crew-list" aria-label={label}>
          {links.map(({ id, name, note }) => (
            <li key={id}>
              <span class="crew-who" id={`link-${id}`}>
                {name}
                <span class="quiet">{note}</span>
              </span>
              <Button
                look="ghost"
                id={`remove-${id}`}
                aria-labelledby={`remove-${id} link-${id}`}
                busy={busy}
                onClick={() => {
                  forget();
                  void change(remove(id));
                }}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {url && (
        <div class="crew-link">
          <Qr text={url} label={words.qr} />
          <p>{words.hint}</p>
          <div class="join-do">
            <Button onClick={() => copy(url)}>
              <Icon name="copy" />
              {t('crew.copy')}
            </Button>
            <Button look="primary" onClick={forget}>
              {t('crew.done')}
            </Button>
          </div>
        </div>
      )}
      {make && !url && (
        <>
          {children}
          <Button
            busy={busy}
            onClick={() => change(make()).then(made => made && setUrl(reachable(made.url)))}
          >
            {words.make}
          </Button>
        </>
      )}
    </>
  );
}

async function copy(text: string) {
  say({ text: (await copyText(text)) ? t('join.copied') : t('join.notCopied', { link: text }) });
}

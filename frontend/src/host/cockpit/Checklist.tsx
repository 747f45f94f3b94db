import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import { Button } from '../../ui/Button';
import type { GameDetail } from '../games/game';
import { Icon } from '../layout/Icon';
import { phoneTest } from './AddressHelp';
import type { CockpitLink } from './link';

type Media = NonNullable<GameDetail['media']>;
const NONE: Media = [];
interface Loaded {
  done: number;
  failed: string[];
}

interface Props {
  link: CockpitLink;
  game: GameDetail;
  onScreen: () => void;
}

/** What a host looks at before the first question: each line is ticked as soon as it is known to be well. */
export function Checklist({ link, game, onScreen }: Props) {
  const phones = [...link.phones.value.values()];
  const through = phones.filter(phone => phone.connected).length;
  const tested = phoneTest.value;
  const media = game.media ?? NONE;
  const { done, failed } = useLoaded(media);
  return (
    <section class="checks" aria-label={t('checks.title')}>
      <ul>
        <Line well={link.screens.value > 0} words={t('checks.screen')}>
          {link.screens.value === 0 && <Button onClick={onScreen}>{t('checks.openScreen')}</Button>}
        </Line>
        <Line
          well={through > 0 || tested?.socket === true || tested?.stream === true}
          words={
            through > 0
              ? t('checks.phonesIn', { n: through })
              : tested?.socket
                ? t('join.testWorks')
                : tested?.stream
                  ? t('checks.phonesSlow')
                  : t('checks.phones')
          }
        >
          {through === 0 && !tested?.reached && <Button onClick={openTest}>{t('checks.test')}</Button>}
        </Line>
        {media.length > 0 && (
          <Line
            well={done === media.length}
            words={
              failed.length > 0
                ? t('checks.mediaFailed', { n: failed.length })
                : t('checks.media', {
                    done: formatNumber(language.value, done),
                    all: formatNumber(language.value, media.length),
                  })
            }
          />
        )}
      </ul>
    </section>
  );
}

function Line({ well, words, children }: { well: boolean; words: string; children?: ComponentChildren }) {
  return (
    <li class={well ? 'check-line check-well' : 'check-line'}>
      <span class="check-sign" aria-hidden="true">
        {well && <Icon name="check" />}
      </span>
      <span class="check-words">
        {words} <span class="unseen">{well ? t('checks.well') : t('checks.open')}</span>
      </span>
      {children}
    </li>
  );
}

/** The test with a phone is in the help of the join panel. */
function openTest(): void {
  const panel = document.querySelector<HTMLDetailsElement>('details.join');
  const help = document.querySelector<HTMLDetailsElement>('details.join-help');
  if (panel) panel.open = true;
  if (help) help.open = true;
  help?.scrollIntoView({ block: 'center' });
  help?.querySelector('summary')?.focus({ preventScroll: true });
}

/** Fetches each once, as a screen will. */
function useLoaded(media: Media): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ done: 0, failed: [] });
  useEffect(() => {
    let there = true;
    const came = (url: string, well: boolean) =>
      there &&
      setLoaded(({ done, failed }) =>
        well ? { done: done + 1, failed } : { done, failed: [...failed, url] },
      );
    setLoaded({ done: 0, failed: [] });
    for (const { url, kind } of media) {
      if (kind === 'image') {
        const picture = new Image();
        picture.onload = () => came(url, true);
        picture.onerror = () => came(url, false);
        picture.src = url;
      } else {
        const player = document.createElement(kind);
        player.preload = 'metadata';
        player.onloadedmetadata = () => came(url, true);
        player.onerror = () => came(url, false);
        player.src = url;
      }
    }
    return () => {
      there = false;
    };
  }, [media]);
  return loaded;
}

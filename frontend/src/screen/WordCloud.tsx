import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { CountedText } from '../protocol';
import type { Placed } from './cloud';
import './cloud.css';

/** The same on every screen, however large. */
const WIDTH = 1024;
const HEIGHT = 416;

/** What was sent, larger the more often it was; a word grows where it stands. */
export function WordCloud({ tally }: { tally: CountedText[] }) {
  const [placed, setPlaced] = useState<Placed[]>([]);
  useEffect(() => {
    let wanted = true;
    document.fonts.ready
      .then(() => import('./cloud'))
      .then(({ cloud }) => wanted && setPlaced(cloud(tally, WIDTH, HEIGHT)));
    return () => {
      wanted = false;
    };
  }, [tally]);
  if (tally.length === 0) return <p class="answers-how">{t('ask.word-cloud')}</p>;
  return (
    <svg
      class="cloud"
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={placed.map(({ text, count }) => `${text}: ${count}`).join(', ')}
    >
      {placed.map(({ text, tone, x, y, size }) => (
        <text
          key={text}
          class={`cloud-word cloud-${tone}`}
          text-anchor="middle"
          style={{ transform: `translate(${x}px, ${y}px) scale(${size / 100})` }}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

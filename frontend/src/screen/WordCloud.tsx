import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { CountedText } from '../protocol';
import type { Cloud } from './cloud';
import './cloud.css';

/** The same on every screen, however large. */
const WIDTH = 1024;
const HEIGHT = 416;

/** How the words stood last; only ever one question's. */
let last: { question: number; cloud: Cloud } | undefined;

interface Props {
  /** Its index. */
  question: number;
  tally: CountedText[];
}

/** What was sent, larger the more often it was; a word grows where it stands. */
export function WordCloud({ question, tally }: Props) {
  const stood = () => (last?.question === question ? last.cloud : undefined);
  const [words, setWords] = useState(() => stood()?.words ?? []);
  useEffect(() => {
    let wanted = true;
    document.fonts.ready
      .then(() => import('./cloud'))
      .then(({ cloud }) => {
        if (!wanted) return;
        last = { question, cloud: cloud(tally, WIDTH, HEIGHT, stood()) };
        setWords(last.cloud.words);
      });
    return () => {
      wanted = false;
    };
  }, [question, tally]);
  if (tally.length === 0) return <p class="answers-how">{t('ask.word-cloud')}</p>;
  return (
    <svg
      class="cloud"
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words.map(({ text, count }) => `${text}: ${count}`).join(', ')}
    >
      {words.map(({ key, text, tone, x, y, size }) => (
        <text
          key={key}
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

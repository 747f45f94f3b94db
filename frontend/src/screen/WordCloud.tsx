import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { CountedText } from '../protocol';
import { cloudOf, type Extent, type Placed } from './cloud';
import './cloud.css';

/** The same on every screen, however large. */
const WIDTH = 1024;
const HEIGHT = 416;
/** What `.cloud-word` is written with, in the theme's type. */
const SIZE = 100;
const WEIGHT = 700;

const paper = document.createElement('canvas').getContext('2d');
const layOut = cloudOf(WIDTH, HEIGHT, measured);

/** How the words stood last; only ever one question's. */
let last: { question: number; words: Placed[] } | undefined;

interface Props {
  /** Its index. */
  question: number;
  tally: CountedText[];
}

/** What was sent, larger the more often it was; a word grows where it stands. */
export function WordCloud({ question, tally }: Props) {
  const stood = () => (last?.question === question ? last.words : []);
  const [words, setWords] = useState(stood);
  useEffect(() => {
    let wanted = true;
    document.fonts.ready.then(() => {
      if (!wanted) return;
      last = { question, words: layOut(tally, stood()) };
      setWords(last.words);
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
          style={{ transform: `translate(${x}px, ${y}px) scale(${size / SIZE})` }}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

function measured(text: string): Extent {
  if (!paper) return { width: text.length / 2, above: 0.7, below: 0.2 };
  paper.font = `${WEIGHT} ${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = paper.measureText(text);
  return {
    width: width / SIZE,
    above: actualBoundingBoxAscent / SIZE,
    below: actualBoundingBoxDescent / SIZE,
  };
}

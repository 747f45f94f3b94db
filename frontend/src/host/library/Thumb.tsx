import { crestCharge, crestColour } from '../../ui/Crest';
import { Shape } from '../../ui/shapes';
import { Written } from '../../ui/Written';
import type { QuizKind, QuizSummary } from './quiz';

/** How many answer tiles stand for a kind, in small. */
const TILES: Record<QuizKind, number> = {
  choice: 4,
  'true-false': 2,
  poll: 4,
  order: 4,
  text: 0,
  number: 0,
  point: 0,
  'word-cloud': 0,
  scale: 0,
  slide: 0,
};

/** What stands for a kind that is answered without tiles. */
const LINES: Partial<Record<QuizKind, string>> = {
  text: 'thumb-typed',
  'word-cloud': 'thumb-typed',
  number: 'thumb-number',
  scale: 'thumb-number',
};

interface Props {
  first: QuizSummary['first'];
  /** Whose colour and pattern a quiz without a picture has. */
  face: string;
}

/** The first question as the screen would show it, in small; a picture where it has one, else the quiz's own colour and pattern. */
export function Thumb({ first, face }: Props) {
  const picture = first?.media && (first.media.kind ?? 'image') === 'image' ? first.media : undefined;
  // A draft may be of no kind, or of one this page does not know.
  const tiles = (first && TILES[first.kind]) ?? 0;
  const line = first && LINES[first.kind];
  return (
    <div
      class="thumb"
      data-theme="hall"
      style={picture ? undefined : { '--face': crestColour(face) }}
      aria-hidden="true"
    >
      {!picture && (
        <svg class="thumb-face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d={crestCharge(face)} />
        </svg>
      )}
      {picture && <img class="thumb-picture" src={picture.phone?.url ?? picture.url} alt="" loading="lazy" />}
      {first && (
        <p class="thumb-text">
          <Written text={first.text} format={first.format} inline />
        </p>
      )}
      {!picture && line && <span class={line} />}
      {!picture && tiles > 0 && (
        <div class="thumb-tiles">
          {Array.from({ length: tiles }, (_, place) => (
            <span key={place} class={`tile answer-${place + 1}`}>
              <Shape place={place} />
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

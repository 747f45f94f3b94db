import type { CountedPoint, PointQuestion } from '../../protocol';
import { RegionMark } from '../../ui/RegionMark';

interface Props {
  question: Pick<PointQuestion, 'media' | 'correct'>;
  tally?: CountedPoint[] | undefined;
}

/** The picture with its right place, and at the reveal where everybody pointed. */
export function PointTally({ question: { media, correct }, tally = [] }: Props) {
  if (!media) return null;
  const most = Math.max(1, ...tally.map(({ count }) => count));
  return (
    <div class="pointed" dir="ltr">
      <img src={media.phone?.url ?? media.url} alt={media.alt ?? ''} />
      {tally.map(({ x, y, count }) => (
        <span
          key={`${x} ${y}`}
          class="pointed-spot"
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, opacity: 0.35 + 0.65 * (count / most) }}
          aria-hidden="true"
        />
      ))}
      {correct && <RegionMark region={correct} media={media} />}
    </div>
  );
}

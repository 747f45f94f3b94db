import type { CountedPoint, PointQuestion } from '../protocol';
import { RegionMark } from '../ui/RegionMark';
import './heat.css';

interface Props {
  question: PointQuestion;
  tally?: CountedPoint[];
  settled?: boolean;
}

/** The picture, at the reveal with the heat of where everybody pointed, and then with where it was. */
export function PointHeat({ question: { media, correct }, tally = [], settled }: Props) {
  if (!media) return null;
  const most = Math.max(1, ...tally.map(({ count }) => count));
  return (
    <div class="heat">
      <div class="heat-picture" dir="ltr">
        <img
          src={media.url}
          alt={media.alt ?? ''}
          width={media.width}
          height={media.height}
          style={media.width && media.height ? { '--aspect': media.width / media.height } : undefined}
        />
        {tally.map(({ x, y, count }) => (
          <span
            key={`${x} ${y}`}
            class="heat-spot"
            style={{ left: `${x * 100}%`, top: `${y * 100}%`, opacity: 0.35 + 0.65 * (count / most) }}
            aria-hidden="true"
          />
        ))}
        {settled && correct && <RegionMark region={correct} media={media} />}
      </div>
    </div>
  );
}

import type { Media, Region } from '../protocol';
import './region.css';

/** The right region over its picture, which has to be the positioned box around it. A picture of unknown size counts as square. */
export function RegionMark({ region, media }: { region: Region; media: Media | undefined }) {
  const aspect = media?.width && media.height ? media.width / media.height : 1;
  return (
    <svg
      class="region"
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      dir="ltr"
    >
      {['region-edge', 'region-light'].map(line =>
        region.shape === 'circle' ? (
          <ellipse key={line} class={line} cx={region.x} cy={region.y} rx={region.r} ry={region.r * aspect} />
        ) : (
          <rect
            key={line}
            class={line}
            x={region.x}
            y={region.y}
            width={region.width}
            height={region.height}
          />
        ),
      )}
    </svg>
  );
}

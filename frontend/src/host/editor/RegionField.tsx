import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { Media, Region } from '../../protocol';
import { quantity } from '../../ui/numbers';
import { RegionMark } from '../../ui/RegionMark';
import { circle, drawn, holds, movedBy, rectangle, reshaped, type Shape, type Spot } from './region';

const SHAPES = ['circle', 'rectangle'] as const;
/** How large a place is until somebody has said so, as a part of the picture. */
const LIGHT = 0.1;

interface Props {
  media: Media;
  region: Region | null;
  onRegion: (next: Region) => void;
}

/** A place on a picture, drawn by mouse or finger, or set by sliders. */
export function RegionField({ media, region, onRegion }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const hand = useRef<{ from: Spot; moves: Region | null } | null>(null);
  const chosen = useRef<Shape>(region?.shape ?? 'circle');

  function spot({ clientX, clientY }: PointerEvent): Spot {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    const within = (it: number) => Math.min(1, Math.max(0, it));
    return [within((clientX - left) / width), within((clientY - top) / height)];
  }
  function shape(next: Shape) {
    chosen.current = next;
    onRegion(reshaped(region ?? circle(0.5, 0.5, LIGHT), next, media));
  }
  const lift = () => {
    hand.current = null;
  };

  return (
    <>
      <p class="stage-note">{t('editor.pointLead')}</p>
      <div class="region-stage" dir="ltr">
        <div
          class="region-picture"
          ref={box}
          onPointerDown={event => {
            if (event.button !== 0) return;
            event.preventDefault();
            box.current!.setPointerCapture(event.pointerId);
            const from = spot(event);
            hand.current = { from, moves: region && holds(region, from, media) ? region : null };
            if (!region) onRegion(reshaped(circle(...from, LIGHT), chosen.current, media));
          }}
          onPointerMove={event => {
            if (!hand.current) return;
            const { from, moves } = hand.current;
            const to = spot(event);
            onRegion(
              moves
                ? movedBy(moves, [to[0] - from[0], to[1] - from[1]])
                : drawn(chosen.current, from, to, media),
            );
          }}
          onPointerUp={lift}
          onPointerCancel={lift}
        >
          <img src={media.url} alt={media.alt ?? ''} draggable={false} />
          {region && <RegionMark region={region} media={media} />}
        </div>
      </div>
      <fieldset class="region-shapes">
        <legend class="unseen">{t('editor.regionShape')}</legend>
        {SHAPES.map(one => (
          <label key={one} class="region-shape">
            <input
              type="radio"
              name="region-shape"
              checked={(region?.shape ?? chosen.current) === one}
              onChange={() => shape(one)}
            />
            {t(`editor.region.${one}`)}
          </label>
        ))}
      </fieldset>
      {region && <Sliders region={region} onRegion={onRegion} />}
    </>
  );
}

function Sliders({ region, onRegion }: { region: Region; onRegion: (next: Region) => void }) {
  const slider = (label: string, value: number, put: (value: number) => Region) => (
    <label class="region-slider">
      {label}
      <input
        class="slider"
        dir="ltr"
        type="range"
        min={0}
        max={100}
        value={Math.round(value * 100)}
        aria-valuetext={`${quantity(Math.round(value * 100))} %`}
        onInput={event => onRegion(put(event.currentTarget.valueAsNumber / 100))}
      />
    </label>
  );
  return (
    <div class="region-sliders">
      {slider(t('editor.regionX'), region.x, x => movedBy(region, [x - region.x, 0]))}
      {slider(t('editor.regionY'), region.y, y => movedBy(region, [0, y - region.y]))}
      {region.shape === 'circle' ? (
        slider(t('editor.regionSize'), region.r, r => circle(region.x, region.y, r))
      ) : (
        <>
          {slider(t('editor.regionWidth'), region.width, width =>
            rectangle(region.x, region.y, width, region.height),
          )}
          {slider(t('editor.regionHeight'), region.height, height =>
            rectangle(region.x, region.y, region.width, height),
          )}
        </>
      )}
    </div>
  );
}

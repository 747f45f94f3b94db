import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PointQuestion } from '../../protocol';
import { Button } from '../../ui/Button';
import { quantity } from '../../ui/numbers';
import { tick } from '../feel';
import type { PadProps } from './pad';
import './point.css';

/** How much the loupe shows larger. */
const ZOOM = 2.5;
const LOUPE_PX = 128;
/** As near as it comes to the edge of the page. */
const EDGE_PX = 8;
/** One key moves by so much of the picture; with Shift by ten times as much. */
const STEP = 0.01;

type Spot = [number, number];

/** A place on a picture: touched, with a loupe over the finger, or moved to by the arrow keys. */
export function PointPad({ question, status, draft, onDraft, onAnswer }: PadProps<PointQuestion>) {
  const [point, setPoint] = useState<Spot | null>(() => (draft && 'point' in draft ? draft.point : null));
  const [loupe, setLoupe] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const answer = 'answer' in status ? status.answer : undefined;
  const shown = answer && 'point' in answer ? answer.point : point;
  const open = status.name === 'open';
  const { media } = question;
  if (!media) return null;
  const url = media.phone?.url ?? media.url;

  function put(x: number, y: number) {
    if (!open) return;
    const next: Spot = [within(x), within(y)];
    setPoint(next);
    onDraft({ point: next });
  }
  function touch({ clientX, clientY }: PointerEvent) {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    put((clientX - left) / width, (clientY - top) / height);
  }
  const lift = () => setLoupe(false);
  function press(event: KeyboardEvent) {
    const [across, down] = ARROWS[event.key] ?? [0, 0];
    if (!across && !down) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 * STEP : STEP;
    const [x, y] = point ?? [0.5, 0.5];
    put(x + across * by, y + down * by);
  }

  return (
    <div class="pad pad-form">
      <div class="point" dir="ltr">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the box of a picture */}
        <div
          class="point-picture"
          ref={box}
          role="group"
          aria-label={t('hint.point')}
          data-still={!open || undefined}
          onPointerDown={event => {
            if (!open || event.button !== 0) return;
            box.current!.setPointerCapture(event.pointerId);
            setLoupe(true);
            tick(6);
            touch(event);
          }}
          onPointerMove={event => loupe && touch(event)}
          onPointerUp={lift}
          onPointerCancel={lift}
          onContextMenu={event => event.preventDefault()}
        >
          <img src={url} alt={media.alt ?? ''} width={media.width} height={media.height} draggable={false} />
          {shown && <Pin at={shown} />}
          {loupe && point && box.current && <Loupe url={url} at={point} box={box.current} />}
          {(['x', 'y'] as const).map((axis, i) => (
            <input
              key={axis}
              class="point-axis"
              type="range"
              min={0}
              max={100}
              disabled={!open}
              aria-label={axis === 'x' ? t('point.x') : t('point.y')}
              aria-valuetext={`${quantity(Math.round((shown?.[i] ?? 0.5) * 100))} %`}
              value={Math.round((shown?.[i] ?? 0.5) * 100)}
              onKeyDown={press}
              onInput={event => {
                const at = event.currentTarget.valueAsNumber / 100;
                const [x, y] = point ?? [0.5, 0.5];
                put(i === 0 ? at : x, i === 0 ? y : at);
              }}
            />
          ))}
        </div>
      </div>
      <p class="unseen" role="status">
        {shown &&
          t('point.at', {
            x: quantity(Math.round(shown[0] * 100)),
            y: quantity(Math.round(shown[1] * 100)),
          })}
      </p>
      <Button
        look="primary"
        large
        wide
        class={answer && 'done'}
        disabled={!open || !point}
        onClick={event => point && onAnswer({ point }, event.timeStamp)}
      >
        {t('answer.send')}
      </Button>
    </div>
  );
}

const ARROWS: Record<string, Spot> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** On the picture, and no finer than anybody can point. */
function within(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 10_000;
}

export function Pin({ at: [x, y] }: { at: Spot }) {
  return <span class="point-pin" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} aria-hidden="true" />;
}

/** Over the finger, or beside it where there is no room above: below it the hand lies. */
function Loupe({ url, at: [x, y], box }: { url: string; at: Spot; box: HTMLElement }) {
  const { clientWidth: width, clientHeight: height } = box;
  const { left: boxLeft, top: boxTop } = box.getBoundingClientRect();
  const half = LOUPE_PX / 2;
  const [fingerX, fingerY] = [x * width, y * height];
  const above = boxTop + fingerY > 1.3 * LOUPE_PX;
  const left = above ? fingerX - half : x < 0.5 ? fingerX + 0.45 * LOUPE_PX : fingerX - 1.45 * LOUPE_PX;
  const [least, most] = above
    ? [0, width - LOUPE_PX]
    : [EDGE_PX - boxLeft, innerWidth - EDGE_PX - LOUPE_PX - boxLeft];
  return (
    <span
      class="point-loupe"
      aria-hidden="true"
      style={{
        left: `${Math.max(least, Math.min(most, left))}px`,
        top: `${above ? fingerY - 1.3 * LOUPE_PX : Math.max(EDGE_PX - boxTop, fingerY - LOUPE_PX)}px`,
        backgroundImage: `url("${url}")`,
        backgroundSize: `${width * ZOOM}px ${height * ZOOM}px`,
        backgroundPosition: `${half - fingerX * ZOOM}px ${half - fingerY * ZOOM}px`,
      }}
    />
  );
}

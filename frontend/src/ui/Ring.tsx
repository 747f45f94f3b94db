import { useEffect, useReducer, useRef } from 'preact/hooks';

const LENGTH = 2 * Math.PI * 45;

interface Props {
  /** What is left now, in milliseconds; asked each time the arc is drawn. */
  leftMs: () => number;
  totalMs: number;
  running: boolean;
  /** What is read out, for example "12 seconds left"; it changes with the whole seconds. */
  label: (seconds: number) => string;
}

/**
 * A ring that drains, with the whole seconds in it. Its arc is drawn past the view's own rendering, which comes once a
 * second, and only when its end has moved by a pixel: on a slow phone a tap would wait for sixty drawings a second.
 */
export function Ring({ leftMs, totalMs, running, label }: Props) {
  const [, again] = useReducer((n: number) => n + 1, 0);
  const arc = useRef<SVGCircleElement>(null);
  const left = Math.max(0, leftMs());
  const seconds = Math.ceil(left / 1000);
  useEffect(() => {
    if (!running) return;
    const pixelMs = totalMs / (LENGTH * ((arc.current?.ownerSVGElement?.clientWidth || 100) / 100));
    let shown = seconds;
    let wait: ReturnType<typeof setTimeout>;
    let frame = 0;
    const draw = () => {
      const now = Math.max(0, leftMs());
      arc.current?.setAttribute('stroke-dashoffset', String(drained(now, totalMs)));
      if (Math.ceil(now / 1000) !== shown) again(undefined);
      shown = Math.ceil(now / 1000);
      if (now > 0) wait = setTimeout(next, Math.min(pixelMs, (now % 1000) + 1));
    };
    // In a frame: a page that is hidden draws nothing.
    const next = () => {
      frame = requestAnimationFrame(draw);
    };
    next();
    return () => {
      clearTimeout(wait);
      cancelAnimationFrame(frame);
    };
  }, [leftMs, totalMs, running]);

  return (
    <div class={seconds <= 5 ? 'ring ring-low' : 'ring'} role="timer" aria-label={label(seconds)}>
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle class="ring-track" cx="50" cy="50" r="45" />
        <circle
          class="ring-left"
          ref={arc}
          cx="50"
          cy="50"
          r="45"
          stroke-dasharray={LENGTH}
          stroke-dashoffset={drained(left, totalMs)}
        />
      </svg>
      <span class="ring-number" aria-hidden="true">
        {seconds}
      </span>
    </div>
  );
}

/** How much of the arc is gone. */
function drained(left: number, total: number): number {
  return LENGTH * (1 - (total > 0 ? Math.min(1, left / total) : 0));
}

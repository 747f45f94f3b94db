import { useEffect, useState } from 'preact/hooks';

const LENGTH = 2 * Math.PI * 45;

interface Props {
  /** What is left now, in milliseconds; asked once a frame while `running`. */
  leftMs: () => number;
  totalMs: number;
  running: boolean;
  /** What is read out, for example "12 seconds left"; it changes with the whole seconds. */
  label: (seconds: number) => string;
}

/** A ring that drains, with the whole seconds in it. */
export function Ring({ leftMs, totalMs, running, label }: Props) {
  const [left, setLeft] = useState(leftMs);
  useEffect(() => {
    setLeft(leftMs());
    if (!running) return;
    let frame = 0;
    const draw = () => {
      const now = Math.max(0, leftMs());
      setLeft(now);
      if (now > 0) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [leftMs, running]);

  const seconds = Math.ceil(Math.max(0, left) / 1000);
  const part = totalMs > 0 ? Math.min(1, Math.max(0, left / totalMs)) : 0;
  return (
    <div class={seconds <= 5 ? 'ring ring-low' : 'ring'} role="timer" aria-label={label(seconds)}>
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle class="ring-track" cx="50" cy="50" r="45" />
        <circle
          class="ring-left"
          cx="50"
          cy="50"
          r="45"
          stroke-dasharray={LENGTH}
          stroke-dashoffset={LENGTH * (1 - part)}
        />
      </svg>
      <span class="ring-number" aria-hidden="true">
        {seconds}
      </span>
    </div>
  );
}

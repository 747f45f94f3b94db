import { useEffect, useRef, useState } from 'preact/hooks';
import type { FromFrame, Side, ToFrame } from '../../../preview/messages';

interface Props {
  side: Side;
  /** What is read out for it. */
  title: string;
  shown: ToFrame;
  hear: (message: FromFrame) => void;
}

/** As many pixels as a projector's picture and a small phone have; both are then made smaller as they are. */
const SIZES = { screen: { width: 1280, height: 720 }, phone: { width: 360, height: 740 } };

/** A screen or a phone in small: a page of its own, so that its sizes are those of a window. */
export function Frame({ side, title, shown, hear }: Props) {
  const { width, height } = SIZES[side];
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const [scale, setScale] = useState(0);
  const latest = useRef(hear);
  latest.current = hear;

  useEffect(() => {
    const element = box.current!;
    const watch = new ResizeObserver(() => setScale(element.clientWidth / width));
    watch.observe(element);
    return () => watch.disconnect();
  }, [width]);
  useEffect(() => {
    const onMessage = ({ source, origin, data }: MessageEvent<FromFrame>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return;
      if (data.type === 'ready') setReady(true);
      else latest.current(data);
    };
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, []);
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage(shown, location.origin);
  }, [ready, shown]);

  return (
    <div class={`rehearsal-frame rehearsal-${side}`} ref={box}>
      <iframe
        ref={frame}
        src={`/preview.html#${side}`}
        title={title}
        width={width}
        height={height}
        style={{ transform: `scale(${scale})` }}
      />
    </div>
  );
}

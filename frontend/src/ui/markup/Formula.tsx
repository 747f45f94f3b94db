import { useLayoutEffect, useRef } from 'preact/hooks';
import { setter } from './setter';

interface Props {
  tex: string;
  /** With its dollars: what is seen until formulas can be set, and of one that cannot. */
  source: string;
  /** On a line of its own. */
  display: boolean;
}

/** Longer ones may be wider than a phone. */
const LONG = 24;
/** No smaller than this part of the words around; what is wider then is moved aside by hand or keys. */
const LEAST = 0.6;

/** From left to right, whatever is around it; nothing in it is to be translated. */
export function Formula({ tex, source, display }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const typeset = setter.here.value?.typeset;
  const shape = display ? 'display' : tex.length > LONG ? 'long' : undefined;
  setter.ask();
  useLayoutEffect(() => {
    const box = place.current;
    if (!typeset || !box) return;
    if (!typeset(tex, box, display)) box.textContent = source;
    if (!shape) return;
    const fit = () => squeeze(box);
    const watch = new ResizeObserver(fit);
    watch.observe(box.parentElement!);
    document.fonts?.addEventListener('loadingdone', fit);
    return () => {
      watch.disconnect();
      document.fonts?.removeEventListener('loadingdone', fit);
    };
  }, [typeset, tex, display, source, shape]);
  return typeset ? (
    <span key="set" ref={place} class="formula" data-shape={shape} dir="ltr" translate={false} />
  ) : (
    <span key="source" dir="ltr" translate={false}>
      {source}
    </span>
  );
}

/** Makes a formula as much smaller as its box asks for. */
function squeeze(box: HTMLElement): void {
  box.style.removeProperty('font-size');
  box.removeAttribute('tabindex');
  if (box.scrollWidth <= box.clientWidth) return;
  box.style.setProperty('font-size', `${Math.max(LEAST, box.clientWidth / box.scrollWidth)}em`);
  if (box.scrollWidth > box.clientWidth + 1 && !box.closest('button, [aria-hidden]')) box.tabIndex = 0;
}

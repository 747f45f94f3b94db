import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** What the closed menu shows; `label` is read out instead where it is no text. */
  summary: ComponentChildren;
  label?: string;
  class?: string;
  children: ComponentChildren;
}

/** A few things to do behind one button. It closes after a choice, a click elsewhere, or Escape. */
export function Menu({ summary, label, class: extra, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = () => menu.current?.removeAttribute('open');
    const onClick = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      close();
      menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details class={extra ? `menu ${extra}` : 'menu'} ref={menu}>
      <summary aria-label={label} title={label}>
        {summary}
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys press the buttons inside */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed */}
      <div
        class="menu-items"
        onClick={event => {
          if ((event.target as Element).closest('button, a')) menu.current?.removeAttribute('open');
        }}
      >
        {children}
      </div>
    </details>
  );
}

import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface Props {
  /** What the closed menu shows; `label` is read out instead where it is no text. */
  summary: ComponentChildren;
  label?: string;
  class?: string;
  children: ComponentChildren;
}

const GAP = 4;

/** A few things to do behind one button. It closes after a choice; a click elsewhere and Escape are the browser's. */
export function Menu({ summary, label, class: extra, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const items = useRef<HTMLDivElement>(null);
  return (
    <div class={extra ? `menu ${extra}` : 'menu'}>
      <button
        type="button"
        class="menu-button"
        ref={button}
        // Safari gives a button the focus only so, and where there are no popovers the focus keeps the menu open.
        tabIndex={0}
        popovertarget={id}
        aria-label={label}
        title={label}
      >
        {summary}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys press the buttons inside */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed */}
      <div
        class="menu-items"
        id={id}
        ref={items}
        popover="auto"
        onBeforeToggle={() => place(items.current!, button.current!.getBoundingClientRect())}
        onToggle={event => event.newState === 'open' && closeWhenMoved(event.currentTarget, button.current!)}
        onClick={event => {
          if ((event.target as Element).closest('button, a')) items.current?.hidePopover?.();
        }}
      >
        {children}
      </div>
    </div>
  );
}

/** It would stay where its button was. A page that came to rest before may tell so only now. */
function closeWhenMoved(menu: HTMLElement, button: HTMLElement): void {
  const moved = new AbortController();
  const { left, top } = button.getBoundingClientRect();
  const close = () => {
    const now = button.getBoundingClientRect();
    if (now.left === left && now.top === top) return;
    if (menu.matches(':popover-open')) menu.hidePopover();
  };
  menu.addEventListener('toggle', () => moved.abort(), { signal: moved.signal });
  addEventListener('scroll', close, { passive: true, signal: moved.signal });
  addEventListener('resize', close, { signal: moved.signal });
}

/** Beside its button, where there is more room: above or below, towards the left or the right. */
function place({ style }: HTMLElement, at: DOMRect): void {
  const up = at.top > innerHeight - at.bottom;
  const left = at.left > innerWidth - at.right;
  style.top = up ? 'auto' : `${at.bottom + GAP}px`;
  style.bottom = up ? `${innerHeight - at.top + GAP}px` : 'auto';
  style.left = left ? 'auto' : `${Math.max(GAP, at.left)}px`;
  style.right = left ? `${Math.max(GAP, document.documentElement.clientWidth - at.right)}px` : 'auto';
  style.maxHeight = `${(up ? at.top : innerHeight - at.bottom) - 2 * GAP}px`;
}

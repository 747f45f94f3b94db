import type { ComponentChildren } from 'preact';

/** A calm line at the edge of the page that says what is going on; never in the way. */
export function Strip({ tone, children }: { tone?: 'good' | 'bad'; children: ComponentChildren }) {
  return (
    <div class={tone ? `strip strip-${tone}` : 'strip'} role="status">
      {children}
    </div>
  );
}

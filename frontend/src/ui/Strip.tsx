import type { ComponentChildren } from 'preact';

interface Props {
  tone?: 'good' | 'bad';
  /** Out of sight for a second: what is over by then is not worth a word. */
  late?: boolean;
  children: ComponentChildren;
}

/** A calm line at the edge of the page that says what is going on; never in the way. */
export function Strip({ tone, late, children }: Props) {
  const classes = ['strip', tone && `strip-${tone}`, late && 'strip-late'];
  return (
    <div class={classes.filter(Boolean).join(' ')} role="status">
      {children}
    </div>
  );
}

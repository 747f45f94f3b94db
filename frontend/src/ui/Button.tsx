import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

type Look = 'primary' | 'plain' | 'ghost' | 'danger';
type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  wide?: boolean;
  large?: boolean;
  /** Something is under way: taps are ignored, the focus stays where it is. */
  busy?: boolean;
  children: ComponentChildren;
};

export function Button({
  look = 'plain',
  wide,
  large,
  busy,
  class: extra,
  onClick,
  children,
  ...rest
}: Props) {
  const classes = ['button', `button-${look}`, wide && 'button-wide', large && 'button-large', extra];
  return (
    <button
      type="button"
      {...rest}
      class={classes.filter(Boolean).join(' ')}
      aria-disabled={busy ? 'true' : undefined}
      onClick={event => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </button>
  );
}

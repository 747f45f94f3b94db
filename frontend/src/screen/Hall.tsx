import type { ComponentChildren } from 'preact';

/** The dark house around the stage, and its lights; `phase` says what they are for. */
export function Hall({ phase, children }: { phase: string; children: ComponentChildren }) {
  return (
    <div class="hall" translate={false} data-phase={phase}>
      <div class="light" aria-hidden="true" />
      <div class="beams" aria-hidden="true" />
      {children}
    </div>
  );
}

/** The mark: three steps and the light on the highest. The same drawing is the favicon. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M2 20h8v10H2zM12 13h8v17h-8zM22 24h8v6h-8z" />
      <circle cx="16" cy="6" r="4" fill="var(--limelight)" stroke="currentColor" stroke-width="1" />
    </svg>
  );
}

/** The wordmark. The name is not translated. */
export function Logo() {
  return (
    <span class="logo">
      <Mark />
      <span translate={false}>Podium</span>
    </span>
  );
}

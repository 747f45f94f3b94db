/** Signs that status beside words, never for them. */
export function Tick() {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M4 12.5 9.5 18 20 6.5" />
    </svg>
  );
}
export function Cross() {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M6 6 18 18M18 6 6 18" />
    </svg>
  );
}
export function Dash() {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M5 12h14" />
    </svg>
  );
}
export function Arrow() {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 20V4M5 11l7-7 7 7" />
    </svg>
  );
}

/** The page shows itself from here on: the way out that its HTML holds until then is not needed any more. */
export function begun(): void {
  document.getElementById('reload')?.remove();
}

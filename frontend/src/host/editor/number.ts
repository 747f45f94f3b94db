/** The number that is meant, or null. One comma is a decimal comma; spaces between digits do not matter. */
export function readNumber(typed: string): number | null {
  const text = typed
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace('−', '-')
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/^(-?\d*),(\d+)$/, '$1.$2');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

/** The field and the charge of a crest, as on a shield: told apart from answers, whose shapes stand alone. */
const FIELDS = [
  '#c8352b',
  '#1f62d0',
  '#a35f00',
  '#1f7a4d',
  '#7a3fb0',
  '#0b7c86',
  '#b83a78',
  '#4d5566',
] as const;
const CHARGES = [
  'M12 0h12v24H12z', // two halves
  'M0 12h24v12H0z', // above and below
  'M-2 3 3-2 26 21 21 26z', // a bend
  'M0 21 12 9l12 12v6L12 15 0 27z', // a chevron
  'M9 0h6v9h9v6h-9v9H9v-9H0V9h9z', // a cross
  'M4 0 12 8l8-8 4 4-8 8 8 8-4 4-8-8-8 8-4-4 8-8-8-8z', // a saltire
  'M12 0h12v12H0v12h12z', // quarters
  'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z', // a roundel
  'M0 0h24L12 20z', // a pile
  'M0 4h24v5H0zM0 14h24v5H0z', // bars
  'M12 3 21 12l-9 9-9-9z', // a lozenge
  'M3 0h5v24H3zM16 0h5v24h-5z', // pales
] as const;

/** Which of the 96: the same wherever the name is, for a name is one in its game and stays with its seat. */
export function crestOf(name: string): { field: number; charge: number } {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return { field: hash % FIELDS.length, charge: (hash >>> 5) % CHARGES.length };
}

/** The colour of a name's crest. */
export function crestColour(name: string): string {
  return FIELDS[crestOf(name).field]!;
}

/** What is drawn on it, in a square of 24. */
export function crestCharge(name: string): string {
  return CHARGES[crestOf(name).charge]!;
}

/** A player's mark beside the name, which is what is read out. */
export function Crest({ name }: { name: string }) {
  const { field, charge } = crestOf(name);
  return (
    <svg class="crest" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path fill={FIELDS[field]} d="M0 0h24v24H0z" />
      <path fill="#fff" d={CHARGES[charge]} />
    </svg>
  );
}

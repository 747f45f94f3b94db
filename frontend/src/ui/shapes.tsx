/** The eight answer shapes, in the order of their places; place, shape and colour never part. */
const PATHS = [
  'M12 2.5 22.5 21h-21z', // triangle
  'M12 1 23 12 12 23 1 12z', // diamond
  'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z', // circle
  'M3 3h18v18H3z', // square
  'M12 1.5 22.9 9.5 18.8 22.2H5.2L1.1 9.5z', // pentagon
  'm12 1 3.1 7.3 7.9.7-6 5.2 1.8 7.8-6.8-4.1L5.2 22 7 14.2 1 9l7.9-.7z', // star
  'M6.5 2.500h11L23 12l-5.5 9.500h-11L1 12z', // hexagon
  'M8.5 2h7v6.500H22v7h-6.500V22h-7v-6.500H2v-7h6.500z', // cross
] as const;

export const SHAPE_NAMES = [
  'triangle',
  'diamond',
  'circle',
  'square',
  'pentagon',
  'star',
  'hexagon',
  'cross',
] as const;
export type ShapeName = (typeof SHAPE_NAMES)[number];

/** The shape of the answer at `place` (from 0). It is decoration: the label beside it is what is read out. */
export function Shape({ place }: { place: number }) {
  return (
    <svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[place % PATHS.length]} />
    </svg>
  );
}

/** The class that brings the colours of the answer at `place` (from 0). */
export function answerClass(place: number): string {
  return `answer-${(place % PATHS.length) + 1}`;
}

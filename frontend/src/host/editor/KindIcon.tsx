import type { QuizKind } from '../library/quiz';

/** One small drawing a kind, all of one hand: what the answer looks like. */
const DRAWINGS: Record<QuizKind, string> = {
  choice: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  'true-false': 'M3.5 12.5 7 16l5-8m3 1 5.5 5.5m0-5.5L15 14.5',
  text: 'M5 7V5h14v2M12 5v14m-3 0h6',
  number: 'M9 4 7 20M17 4l-2 16M4 9h16M4 15h16',
  order: 'M10 6h10M10 12h10M10 18h10M4 5l1.5-1v4M4 12h2.5M4 18h2.5',
  poll: 'M5 20V10m7 10V4m7 16v-7',
  point: 'M12 21s-6-6-6-11a6 6 0 0 1 12 0c0 5-6 11-6 11zm0-13v4m-2-2h4',
  'word-cloud': 'M4 7h9m3 0h4M4 12h4m3 0h9M6 17h6m3 0h4',
  scale: 'M3 12h18M3 8v8m6-6v4m6-4v4m6-6v8',
  slide: 'M3 5h18v12H3zm9 12v4m-4 0h8',
};

export function KindIcon({ kind }: { kind: QuizKind }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[kind]} />
    </svg>
  );
}

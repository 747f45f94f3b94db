/** Line drawings, on a grid of 24, in the colour of the words beside them. */
const DRAWINGS = {
  add: 'M12 5v14M5 12h14',
  back: 'M19 12H5m6-6-6 6 6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4.5V12l3 2',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11m-5-4.5 5 5 5-5M4 20h16',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM14 6.5l3.5 3.5',
  exit: 'M10 4H4v16h6m-1-8h11m-4-4 4 4-4 4',
  eye: 'M2.500 12c2.500-4.500 5.700-6.500 9.500-6.500s7 2 9.500 6.500c-2.500 4.500-5.700 6.500-9.500 6.500s-7-2-9.500-6.500zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  folder: 'M3 6h6l2 2.500h10V19H3z',
  games: 'M3 20h18M5 20v-7h4v7m0 0V6h6v14m0 0v-9h4v9',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  image: 'M4 5h16v14H4zm0 11 4.5-4.5L13 16l2.5-2.5L20 17M15.5 9h.01',
  keyboard: 'M3 6h18v12H3zm4 4h.01M11 10h.01M15 10h.01M18 10h.01M8 14h8',
  lock: 'M6 11h12v9H6zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M5 12h.02M12 12h.02M19 12h.02',
  pause: 'M8 5v14M16 5v14',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c.7-3.5 3-5 6.5-5s5.8 1.5 6.5 5M16 5.3a3.3 3.3 0 0 1 0 6.4m2 3.7c2 .7 3.1 2.2 3.5 4.6',
  phone: 'M7 3h10v18H7zm4 15h2',
  play: 'M7 4.5v15l12-7.5z',
  redo: 'M15 7l5 5-5 5m5-5H10a6 6 0 0 0-6 6',
  screen: 'M3 5h18v11H3zm6 15h6m-3-4v4',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm5 11.5L20 20',
  share:
    'M17 4a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM6 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM17 15a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM8.300 10.800l6.400-3.200m-6.400 5.500 6.400 3.300',
  skip: 'M5 5.5v13l9-6.5zM18.5 5v14',
  stop: 'M6 6h12v12H6z',
  tag: 'M4 4h7.500L20 12.500 12.500 20 4 11.500zM8 8h.01',
  trash: 'M4 7h16M9 7V4h6v3m3 0-1 13H7L6 7m4 4v5m4-5v5',
  undo: 'M9 7l-5 5 5 5m-5-5h10a6 6 0 0 1 6 6',
  unlock: 'M6 11h12v9H6zm2.5 0V7.5a3.5 3.5 0 0 1 6.700-1.5',
  up: 'm6 15 6-6 6 6',
  upload: 'M12 16V5m-5 4.5 5-5 5 5M4 20h16',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  close: 'm6 6 12 12M18 6 6 18',
} as const;
export type IconName = keyof typeof DRAWINGS;

/** Those that point along the line of reading turn with it. */
const TURNING: ReadonlySet<IconName> = new Set(['back', 'exit', 'play', 'skip', 'undo', 'redo']);

/** Decoration: the words beside it, or the button's label, are what is read out. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class={TURNING.has(name) ? 'icon icon-turning' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}

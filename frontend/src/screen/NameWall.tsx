import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { Seat } from '../protocol';
import { calm } from '../ui/CountUp';
import { Crest } from '../ui/Crest';
import { TeamMark } from '../ui/TeamMark';
import { EMPTY, type Step, shown, type Wall, write } from './wall';

/** Type sizes in vh, the largest first; the smallest is still read from the last row. */
const SIZES = [6.4, 5, 4.2, 3.5, 3];
/** In parts of the type size: around a name, between names, and from row to row; the same in the style sheet. */
const PAD = 2.25;
const GAP = 0.4;
const LINE = 1.75;

interface Box {
  inline: number;
  block: number;
  /** The family names are measured in. */
  family: string;
}

interface Props {
  seats: readonly Seat[];
  players: number;
  teams?: { id: string }[] | undefined;
}

/** The names of all who came, in the largest type that holds them. */
export function NameWall({ seats, players, teams }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  const [box, setBox] = useState<Box | null>(null);
  const wall = useRef<{ box: Box | null; wall: Wall }>({ box: null, wall: EMPTY });

  useLayoutEffect(() => {
    const element = frame.current!;
    const look = () => {
      const family = getComputedStyle(element).fontFamily;
      setBox({ inline: element.clientWidth, block: element.clientHeight, family });
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    document.fonts.addEventListener('loadingdone', look);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', look);
    };
  }, []);

  if (box) {
    const before = wall.current.box === box ? wall.current.wall : EMPTY;
    wall.current = {
      box,
      wall: write(
        before,
        seats,
        SIZES.map(size => step(size, box)),
        players,
      ),
    };
  }
  const { wall: now } = wall.current;
  const size = SIZES[now.step]!;
  const first = now.rows[0]?.key;
  useRise(rows, first, now.step);

  const more = players - shown(now);
  return (
    <div class="wall" ref={frame}>
      <ul class="wall-rows" ref={rows} style={{ '--name': `${size}vh` }}>
        {now.rows.map(row => (
          <li key={row.key}>
            <ul class="wall-row">
              {row.seats.map(seat => (
                <li key={seat.id} class="name">
                  <Sign seat={seat} teams={teams} />
                  <bdi>{seat.nickname}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more > 0 && shown(now) > 0 && <p class="wall-more">{t('lobby.more', { n: more })}</p>}
    </div>
  );
}

/** A team's mark where there are teams: who stands together is seen. */
function Sign({ seat, teams }: { seat: Seat; teams: Props['teams'] }) {
  const place = teams?.findIndex(({ id }) => id === seat.team) ?? -1;
  return place < 0 ? <Crest name={seat.nickname} /> : <TeamMark place={place} />;
}

/** When the first row is another one, the rows come up by one instead of jumping. */
function useRise(rows: RefObject<HTMLElement | null>, first: number | undefined, step: number): void {
  const before = useRef({ first, step });
  useLayoutEffect(() => {
    const { first: old, step: oldStep } = before.current;
    before.current = { first, step };
    if (old === undefined || first === undefined || first <= old || step !== oldStep || calm()) return;
    const line = (rows.current!.firstElementChild as HTMLElement | null)?.offsetHeight ?? 0;
    rows.current!.animate([{ transform: `translateY(${line}px)` }, { transform: 'none' }], {
      duration: 480,
      easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
    });
  }, [rows, first, step]);
}

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

function step(vh: number, { inline, block, family }: Box): Step {
  const px = (vh * innerHeight) / 100;
  return {
    inline,
    gap: GAP * px,
    rows: Math.max(1, Math.floor(block / (LINE * px))),
    width: seat => Math.min(inline, (ems(seat.nickname, family) + PAD) * px),
  };
}

/** How wide a name is, in parts of the type size; measured once a name. */
function ems(name: string, family: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return name.length * 0.6;
  pen.font = `600 100px ${family}`;
  const wide = pen.measureText(name).width / 100;
  // Measured before the typeface came, it would be another one's width.
  if (document.fonts.status === 'loaded') widths.set(name, wide);
  return wide;
}

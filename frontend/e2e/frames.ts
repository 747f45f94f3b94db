import { writeFileSync } from 'node:fs';
import { type CDPSession, type Page, test } from '@playwright/test';
import type { ScreenState } from '../src/protocol';
import { views } from './gallery';
import { drawPictures } from './kind-states';

/** An old laptop at a projector. */
const SLOWER = 6;
const FRAME_MS = 1_000 / 60;
/** As long as the longest scene plays. */
const SCENE_MS = 8_500;
/** A folder that the traces are kept in, for DevTools to open. */
const TRACES = process.env.PODIUM_TRACES;

/** What is seen, and the view before it, from which it grows. */
const SCENES = [
  ['a reveal of four', 'four choices, told', 'two choices'],
  ['a reveal of eight long ones', 'eight long choices, told', 'eight long choices'],
  ['a reveal of typed words', 'text, told', 'text'],
  ['a reveal of a number', 'number, told', 'number'],
  ['a reveal of an order', 'order, told', 'order'],
  ['a reveal of a place', 'point, told', 'point'],
  ['a word cloud', 'word cloud, told', 'word cloud'],
  ['standings of ten', 'board of ten with ties', 'four choices, told'],
  ['standings of teams', 'board of teams', 'four choices, told'],
  ['a podium', 'podium with ties and facts', 'board of ten with ties'],
  ['a podium of teams', 'podium of two teams', 'board of teams'],
] as const;

test.use({ viewport: { width: 1920, height: 1080 }, contextOptions: { reducedMotion: 'no-preference' } });
test.describe.configure({ timeout: 600_000 });

test('what moves on a screen, with a processor six times slower', async ({ browser, page }) => {
  const all = views('en');
  const show = await screen(page);
  const devtools = await page.context().newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  for (const [name, view, before] of SCENES) {
    show(all[before]!.state);
    await page.waitForTimeout(2_500);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const trace = await traced(whole, async () => {
      show(all[view]!.state);
      await page.waitForTimeout(SCENE_MS);
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    if (TRACES) writeFileSync(`${TRACES}/${name.replaceAll(' ', '-')}.json`, JSON.stringify(trace));
    tell(name, framesOf(trace));
  }
});

async function screen(page: Page): Promise<(state: ScreenState) => void> {
  let say = (_state: ScreenState) => {};
  let seq = 0;
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    const send = (message: object) =>
      socket.send(JSON.stringify({ serverTime: Date.now(), seq: ++seq, ...message }));
    say = state => send({ type: 'state', state });
    send({ type: 'welcome', heartbeatMs: 15_000, state: { phase: 'standings', top: [], players: 0 } });
  });
  await drawPictures(page);
  await page.goto('/screen#a-link');
  await page.locator('.hall').waitFor();
  return state => say(state);
}

/** Of Chromium's trace, in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of the thread's own time: what others did meanwhile on this machine is not in it. */
  tdur?: number;
  args?: { beginData?: { dirtyObjects?: number } };
}
const PARTS = {
  script:
    /^(FunctionCall|FireAnimationFrame|TimerFire|RunMicrotasks|EvaluateScript|EventDispatch|MinorGC|MajorGC)$/,
  style: /^(UpdateLayoutTree|ParseAuthorStyleSheet)$/,
  layout: /^Layout$/,
  paint: /^(PrePaint|Paint|Layerize|UpdateLayer|UpdateLayerTree)$/,
  commit: /^Commit$/,
};
type Part = keyof typeof PARTS | 'other';
/**
 * What the main thread does for one frame, from the end of the one before, in milliseconds; and how much it lays out, which is
 * the same on every machine, however busy.
 */
type Frame = Record<Part | 'whole' | 'layouts' | 'objects', number>;

async function traced(devtools: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const trace: TraceEvent[] = [];
  const note = ({ value }: { value: object[] }) => trace.push(...(value as TraceEvent[]));
  devtools.on('Tracing.dataCollected', note);
  const includedCategories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories },
  });
  await act();
  const whole = new Promise(done => devtools.once('Tracing.tracingComplete', done));
  await devtools.send('Tracing.end');
  await whole;
  devtools.off('Tracing.dataCollected', note);
  return trace;
}

function framesOf(trace: TraceEvent[]): Frame[] {
  const whole = trace.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const drawn = whole.filter(({ name }) => name === 'Commit');
  const thread = mostFrequent(drawn.map(({ pid, tid }) => `${pid} ${tid}`));
  const spent = whole
    .filter(({ pid, tid }) => `${pid} ${tid}` === thread)
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  const frames: Frame[] = [];
  let next = nothing();
  for (let i = 0; i < spent.length; ) {
    const task = spent[i++]!;
    if (task.name !== 'RunTask') continue;
    const within: TraceEvent[] = [];
    while (i < spent.length && spent[i]!.ts < task.ts + task.dur!) within.push(spent[i++]!);
    add(next, task, within);
    if (!within.some(({ name }) => name === 'Commit')) continue;
    frames.push(next);
    next = nothing();
  }
  return frames;
}

const nothing = (): Frame => ({
  whole: 0,
  script: 0,
  style: 0,
  layout: 0,
  paint: 0,
  commit: 0,
  other: 0,
  layouts: 0,
  objects: 0,
});

function add(ms: Frame, task: TraceEvent, within: TraceEvent[]): void {
  ms.whole += own(task) / 1_000;
  const open: TraceEvent[] = [];
  for (const event of within) {
    while (open.length > 0 && open.at(-1)!.ts + open.at(-1)!.dur! <= event.ts) open.pop();
    const around = open.at(-1);
    // What an event holds is counted by what lies in it.
    if (around) ms[partOf(around)] -= own(event) / 1_000;
    ms[partOf(event)] += own(event) / 1_000;
    if (event.name === 'Layout') {
      ms.layouts++;
      ms.objects += event.args?.beginData?.dirtyObjects ?? 0;
    }
    open.push(event);
  }
}

const own = ({ dur, tdur }: TraceEvent) => tdur ?? dur!;

const partOf = ({ name }: TraceEvent): Part =>
  (Object.keys(PARTS) as (keyof typeof PARTS)[]).find(part => PARTS[part].test(name)) ?? 'other';

function mostFrequent(keys: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The view comes with the heaviest of so many first frames; what moves begins with it. */
const FIRST = 3;

function tell(name: string, frames: Frame[]): void {
  const whole = frames.map(frame => frame.whole);
  const first = whole.indexOf(Math.max(...whole.slice(0, FIRST)));
  const moving = frames.slice(first + 1);
  const sorted = moving.map(frame => frame.whole).sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  const late = sorted.filter(ms => ms > FRAME_MS).length;
  const parts = [...Object.keys(PARTS), 'other'] as Part[];
  const told = (frame: Frame | undefined) =>
    `${(frame?.whole ?? 0).toFixed(0)} (${parts.map(part => `${part} ${(frame?.[part] ?? 0).toFixed(0)}`).join(', ')}; ` +
    `${frame?.objects ?? 0} objects in ${frame?.layouts ?? 0} layouts)`;
  const worst = moving.find(frame => frame.whole === sorted.at(-1));
  process.stdout.write(
    `${name.padEnd(28)} ms on the main thread: first frame ${told(frames[first])}; then ${moving.length} frames, ` +
      `median ${at(0.5)}, p95 ${at(0.95)}, ${late} above ${FRAME_MS.toFixed(1)}, worst ${told(worst)}\n`,
  );
}

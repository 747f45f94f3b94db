/** The small parts, each alone. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AFRESH, plan, stepMs } from './backoff';
import { createClock } from './clock';
import { socketUrl, uuid } from './env';
import { World } from './fake/world';
import { judge } from './policy';
import { createReadings } from './readings';
import { createSeats } from './seat';
import { browserStore } from './store';
import type { Hint } from './types';
import { listenToPage } from './wake';

describe('the close codes', () => {
  test.each([4000, 4002, 4003, 4499, 1000, 1001, 1005, 1006, 1011, 1012, 1013, 1015, 0, 3000])(
    '%i: retry',
    code => {
      expect(judge(code)).toEqual({ retry: true, failure: true });
    },
  );
  test('4001 draining: retry, and no failure', () => {
    expect(judge(4001)).toEqual({ retry: true, failure: false });
  });
  test.each([
    [4500, 'protocol'],
    [4501, 'over'],
    [4502, 'removed'],
    [4503, 'elsewhere'],
    [4504, 'old'],
    [4505, 'ticket'],
    [4506, 'no-game'],
    [4507, 'locked'],
    [4508, 'tries'],
    [4509, 'refused'],
    [4999, 'refused'],
    [1002, 'refused'],
    [1003, 'refused'],
    [1007, 'refused'],
    [1008, 'refused'],
    [1009, 'refused'],
    [1010, 'refused'],
  ])('%i: stop, %s', (code, reason) => {
    expect(judge(code)).toEqual({ retry: false, reason });
  });
});

describe('the back-off', () => {
  test('steps are 1, 2, 4, 8, 16 and then 30 s', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 99].map(retry => stepMs(retry, 0.5))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });
  test('jitter is a quarter, both ways', () => {
    expect([stepMs(3, 0), stepMs(3, 0.999999)]).toEqual([6_000, 10_000]);
  });
  test('an invitation is bounded', () => {
    const loss = { livedMs: 60_000, failure: false };
    expect(plan(AFRESH, { ...loss, reconnectInMs: 1e9 }, 0).delayMs).toBe(30_000);
    expect(plan(AFRESH, { ...loss, reconnectInMs: -5 }, 0).delayMs).toBe(0);
  });
  test('an invitation does not excuse a failure', () => {
    const loss = { livedMs: 10, failure: true, reconnectInMs: 0 };
    expect(plan({ failures: 2, retries: 2 }, loss, 0.5).delayMs).toBe(4_000);
  });
});

describe('the clock', () => {
  const world = () => {
    const made = new World();
    return { world: made, clock: createClock(made.page()) };
  };
  test('knows nothing before it was told', () => {
    const { clock } = world();
    expect(clock.now()).toBeNaN();
    expect(clock.until(1_795_410_000_000)).toBe(0);
  });
  test('believes the fastest of the last eight round trips', () => {
    const { world: w, clock } = world();
    w.now = 10_000;
    clock.sample(9_000, 10_000, 1_000_300); // says 800 too much, within half its round trip of 1,000
    clock.sample(9_960, 10_000, 1_000_000); // ± 20
    clock.sample(9_000, 10_000, 999_700);
    expect(clock.now()).toBe(1_000_020);
    for (let i = 0; i < 8; i++) clock.sample(9_900, 10_000, 1_000_000);
    expect(clock.now()).toBe(1_000_050);
    expect(clock.until(1_000_550)).toBe(500);
  });
  test('forgets readings a newer one contradicts: the machine slept, the monotonic clock stood still', () => {
    const { world: w, clock } = world();
    w.now = 1_000;
    clock.sample(990, 1_000, 50_000);
    clock.sample(900, 1_000, 3_650_000);
    expect(clock.now()).toBe(3_650_050);
  });
  test('tells those who listen that it changed, until they do not listen any more', () => {
    const { world: w, clock } = world();
    w.now = 1_000;
    const heard: number[] = [];
    const stop = clock.listen(() => heard.push(clock.now()));
    clock.sample(990, 1_000, 50_000);
    clock.notBefore(90_000);
    clock.notBefore(80_000); // nothing new
    stop();
    clock.sample(990, 1_000, 99_000);
    expect(heard).toEqual([50_005, 90_000]);
  });
  test('a welcome that was held back is no round trip: it only says that it is not earlier', () => {
    const { world: w, clock } = world();
    const readings = createReadings(w.page(), clock);
    readings.begin();
    w.now = 8_000;
    readings.hear({ type: 'welcome', serverTime: 50_000 });
    expect([clock.now(), clock.samples]).toEqual([50_000, 0]);
    readings.begin();
    w.now = 8_900;
    readings.hear({ type: 'welcome', serverTime: 50_900 });
    expect(clock.samples).toBe(1);
  });
  test('a state alone moves it on after a sleep, never back', () => {
    const { world: w, clock } = world();
    w.now = 1_000;
    clock.sample(990, 1_000, 50_000);
    clock.notBefore(49_000);
    expect(clock.now()).toBe(50_005);
    clock.notBefore(90_000);
    expect(clock.now()).toBe(90_000);
  });
});

describe('storage', () => {
  afterEach(() => vi.unstubAllGlobals());
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  test('blocked: works in memory, and says that it does not last', () => {
    vi.stubGlobal('localStorage', { setItem: full });
    const store = browserStore();
    store.set('a', '1');
    expect([store.lasting, store.get('a')]).toEqual([false, '1']);
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });
  test('full: what does not fit is kept in memory', () => {
    let room = true;
    const disk = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => disk.get(name) ?? null,
      setItem: (name: string, value: string) => (room ? void disk.set(name, value) : full()),
      removeItem: (name: string) => void disk.delete(name),
    });
    const store = browserStore();
    store.set('a', '1');
    room = false;
    store.set('a', '2');
    expect([store.lasting, store.get('a')]).toEqual([true, '2']);
    room = true;
    store.set('a', '3');
    expect([store.get('a'), disk.get('a')]).toEqual(['3', '3']);
  });
  test('nonsense in it is an empty seat, not a crash', () => {
    const env = new World().page();
    for (const odd of ['{', 'null', '7', '{"a":1}']) {
      env.store.set('podium.seats', odd);
      expect(createSeats(env).latest()).toBeUndefined();
    }
  });
});

test('a seat keeps its key over further tries, and raises n for every tab', () => {
  const env = new World().page();
  const [one, other] = [createSeats(env), createSeats(env)];
  const { key } = one.claim({ pin: '123456', nickname: 'Ada' });
  expect(other.claim({ pin: '123456', nickname: 'Ada 2' }).key).toBe(key);
  expect([one.raise('123456'), other.raise('123456'), one.raise('123456')]).toEqual([1, 2, 3]);
  for (const pin of ['1', '2', '3', '4', '5']) one.claim({ pin, nickname: 'Ada' });
  expect(one.latest()?.pin).toBe('5');
  expect(one.of('123456')).toBeUndefined();
});

test('ids are random UUIDs of version 4, without crypto.randomUUID', () => {
  const ids = Array.from({ length: 100 }, uuid);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(100);
});

test('the socket is as secure as the page', () => {
  expect(socketUrl('/ws/play', { protocol: 'http:', host: '192.168.1.20:8080' })).toBe(
    'ws://192.168.1.20:8080/ws/play',
  );
  expect(socketUrl('/ws/play', { protocol: 'https:', host: 'quiz.example' })).toBe(
    'wss://quiz.example/ws/play',
  );
});

test('what the page tells becomes hints, until nobody listens', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  const view = new EventTarget();
  const hints: Hint[] = [];
  const stop = listenToPage(page, view, hint => hints.push(hint));
  page.dispatchEvent(new Event('visibilitychange'));
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  for (const type of ['online', 'offline', 'pageshow', 'pagehide']) view.dispatchEvent(new Event(type));
  for (const type of ['pointerdown', 'keydown']) page.dispatchEvent(new Event(type));
  expect(hints).toEqual(['hidden', 'visible', 'online', 'offline', 'visible', 'hidden', 'tap', 'tap']);
  stop();
  view.dispatchEvent(new Event('online'));
  page.dispatchEvent(new Event('keydown'));
  expect(hints).toHaveLength(8);
});

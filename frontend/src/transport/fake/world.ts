/**
 * A browser and its time, for tests. How to use it:
 *
 *   const world = new World();                  // time stands still at 0, the page is visible
 *   const server = new FakeServer(world);       // answers what the pages open (see server.ts)
 *   const env = world.page();                   // what the code under test gets as its `Env`
 *   world.run(1_000);                           // one second goes by, with everything that is due in it
 *   world.hide(); world.show(); world.hint('online');
 *   world.reload();                             // the page dies without a word; storage stays; take a new `page()`
 *
 * Random numbers come from a seed, so a failing schedule fails again. `world.wrongs` lists what no client may ever do;
 * a test ends with `expect(world.wrongs).toEqual([])`. `world.timers` is how many timers the page has set.
 */
import type { Cancel, Env, Hint, Socket, Store } from '../page';
import { memoryStore } from '../store';
import { createQueue } from './queue';

interface Page {
  alive: boolean;
  timers: number;
  hearing: Set<(hint: Hint) => void>;
}

export class World {
  now = 0;
  hidden = false;
  store: Store = { ...memoryStore(), lasting: true };
  readonly wrongs: string[] = [];
  /** Who answers when a page opens a socket; set by the fake server. */
  connect: (url: string, alive: () => boolean) => Socket = () => {
    throw new Error('no server in this world');
  };
  /** Gives pages what stands in for sockets; set by a fake server that has it. */
  second: (ready: (open: Env['open']) => void, alive: () => boolean) => void = () => {};
  readonly #queue = createQueue();
  #ids = 0;
  #page: Page = { alive: false, timers: 0, hearing: new Set() };
  #random: () => number;

  constructor(seed = 1) {
    this.#random = mulberry(seed);
  }

  random = (): number => this.#random();

  /** A fresh page in this browser; the one before must be gone. */
  page(): Env {
    this.#page.alive = false;
    const page: Page = { alive: true, timers: 0, hearing: new Set() };
    this.#page = page;
    return {
      now: () => this.now,
      random: this.random,
      uuid: () => `id-${++this.#ids}`,
      after: (ms, run) => this.#timer(page, ms, run),
      open: url => {
        if (this.hidden) this.wrongs.push(`${this.now}: opened a socket while hidden`);
        return this.connect(url, () => page.alive);
      },
      second: ready => this.second(ready, () => page.alive),
      hidden: () => this.hidden,
      listen: hear => {
        page.hearing.add(hear);
        return () => page.hearing.delete(hear);
      },
      store: this.store,
    };
  }

  /** Timers of the present page that are neither over nor cancelled. */
  get timers(): number {
    return this.#page.timers;
  }

  after(ms: number, run: () => void): Cancel {
    return this.#queue.add(this.now + Math.max(0, ms), run);
  }

  #timer(page: Page, ms: number, run: () => void): Cancel {
    page.timers++;
    let over = false;
    const end = () => {
      if (!over) page.timers--;
      over = true;
    };
    const cancel = this.after(ms, () => {
      end();
      if (page.alive) run();
    });
    return () => {
      end();
      cancel();
    };
  }

  /** Lets `ms` go by. */
  run(ms: number): void {
    const end = this.now + ms;
    for (let due = this.#queue.next(end); due; due = this.#queue.next(end)) {
      this.now = due.at;
      due.run();
    }
    this.now = end;
  }

  hint(hint: Hint): void {
    for (const hear of [...this.#page.hearing]) hear(hint);
  }
  hide(): void {
    this.hidden = true;
    this.hint('hidden');
  }
  show(): void {
    this.hidden = false;
    this.hint('visible');
  }
  /** The page is gone; its timers and sockets are silent from now on. */
  reload(): void {
    this.#page.alive = false;
    this.hidden = false;
  }
}

function mulberry(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

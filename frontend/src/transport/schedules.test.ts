/**
 * Random schedules against the real transport: networks that drop, hang and return, pages that hide, reload and are
 * tapped on, servers that drain, die and answer late and twice. After each, a calm minute; then everything must hold.
 */
import { expect, test } from 'vitest';
import type { Answer } from '../protocol';
import { Phone } from './fake/phone';
import { FakeServer } from './fake/server';
import { World } from './fake/world';

const SCHEDULES = Number(process.env.SCHEDULES ?? 2_000);
const STEPS = 30;
const STEP_BOUNDS = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000].map(ms => [ms * 0.75, ms * 1.25] as const);

/** One phone, one game, one sequence of mishaps, all from one seed. */
class Schedule {
  readonly world: World;
  readonly server: FakeServer;
  readonly told: string[] = [];
  phone: Phone;
  /** Every answer accepted from a tap, and what the player was told about it. */
  readonly tapped = new Map<number, Answer>();
  readonly fates = new Map<number, string[]>();
  #question = -1;
  #seen = 0;

  constructor(seed: number) {
    this.world = new World(seed);
    this.server = new FakeServer(this.world);
    this.phone = new Phone(this.world);
    this.phone.play.join({ pin: '123456', nickname: 'Ada' });
    this.#run(500);
  }

  play(): void {
    for (let i = 0; i < STEPS; i++) {
      const [name, act] = this.#pick(this.#mishaps);
      this.told.push(`${this.world.now} ${name}`);
      act();
      this.#run(this.#between(0, this.#pick([50, 500, 5_000, 40_000])));
    }
    this.told.push(`${this.world.now} calm`);
    this.server.network = 'up';
    this.server.latencyMs = 20;
    this.server.ackMs = 5;
    this.server.commitMs = 0;
    if (this.world.hidden) this.world.show();
    this.world.hint('tap');
    this.#run(20_000);
    // An answer kept because it came too early is settled by the game going on.
    this.server.finish();
    this.#run(60_000);
  }

  readonly #mishaps: [string, () => void][] = [
    ['network refused', () => this.#network('refused')],
    ['network silent', () => this.#network('silent')],
    ['network up', () => this.#network('up')],
    ['network up', () => this.#network('up')],
    ['online', () => this.world.hint('online')],
    ['offline', () => this.world.hint('offline')],
    ['tap', () => this.world.hint('tap')],
    ['hide', () => this.world.hide()],
    ['show', () => this.world.show()],
    ['show', () => this.world.show()],
    ['revive', () => this.world.hidden || this.phone.play.revive()],
    ['reload', () => this.#reload()],
    ['cut', () => this.server.cut(this.#pick([1006, 1001, 1011, 4002, 4003]))],
    ['half-open', () => this.#halfOpen()],
    ['drain', () => this.server.drain(this.#between(0, 1_000))],
    ['kill', () => this.server.kill()],
    ['twice', () => this.#set('twice', this.#pick([true, false]))],
    ['slow acknowledgements', () => this.#set('ackMs', this.#pick([5, 1_000, 8_000]))],
    ['slow commits', () => this.#set('commitMs', this.#pick([0, 30, 3_000]))],
    ['latency', () => this.#set('latencyMs', this.#pick([5, 20, 400, 1_500]))],
    ['ready', () => this.server.ready(++this.#question)],
    ['question', () => this.#open()],
    ['question', () => this.#open()],
    ['reveal', () => this.server.reveal()],
    ['answer', () => this.#answer()],
    ['answer', () => this.#answer()],
    ['answer', () => this.#answer()],
    ['open and answer', () => this.#openAndAnswer()],
    ['open and answer', () => this.#openAndAnswer()],
  ];

  #open(): void {
    const { state } = this.server;
    this.server.question(state.phase === 'ready' ? this.#question : ++this.#question);
  }
  #openAndAnswer(): void {
    this.#open();
    this.#run(this.#between(0, 200));
    this.#answer();
  }
  /** What the player sees decides what is tapped, as on the real page; sometimes a moment early. */
  #answer(): void {
    const { state } = this.phone;
    if (state?.phase !== 'question' && state?.phase !== 'ready') return;
    const { index } = state.question;
    const answer = { choices: [this.#pick(['a', 'b'])] };
    // The page asks for one tap a question; what is stored already, or was told, is shown instead.
    if (this.tapped.has(index) || !this.phone.play.answer(index, answer, 100)) return;
    this.tapped.set(index, answer);
  }
  #reload(): void {
    this.#hear();
    this.world.reload();
    this.phone = new Phone(this.world);
    this.#seen = 0;
    this.phone.play.resume();
  }
  #halfOpen(): void {
    for (const socket of this.server.live) socket.dead = true;
  }
  #network(network: FakeServer['network']): void {
    this.server.network = network;
  }
  #set<K extends 'twice' | 'ackMs' | 'commitMs' | 'latencyMs'>(name: K, value: FakeServer[K]): void {
    this.server[name] = value;
  }

  #run(ms: number): void {
    this.world.run(ms);
    this.#hear();
    expect(this.server.live.length, 'live sockets').toBeLessThanOrEqual(1);
  }
  #hear(): void {
    for (const { question, fate } of this.phone.fates.slice(this.#seen)) {
      this.fates.set(question, [...(this.fates.get(question) ?? []), fate.status]);
    }
    this.#seen = this.phone.fates.length;
    for (const delay of this.phone.delays.splice(0)) {
      const invited = delay <= 1_000;
      const planned = STEP_BOUNDS.some(([least, most]) => delay >= least && delay <= most);
      expect(invited || planned, `a delay of ${delay} ms`).toBe(true);
    }
  }
  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.world.random() * list.length)]!;
  }
  #between(least: number, most: number): number {
    return Math.floor(least + this.world.random() * (most - least));
  }
}

function hold({ world, server, phone, tapped, fates }: Schedule): void {
  expect(world.wrongs).toEqual([]);
  expect(phone.link).toEqual({ name: 'open', welcomed: true });
  expect(phone.state).toEqual(server.state);
  expect([...fates.keys()].sort()).toEqual([...tapped.keys()].sort());
  for (const [question, answer] of tapped) {
    const [fate, ...more] = fates.get(question)!;
    expect(more, `question ${question} is told once`).toEqual([]);
    const stored = server.stored.get(`${question}`);
    if (fate === 'late') expect(stored, `question ${question} was late`).toBeUndefined();
    else
      expect({ fate, answer: stored?.answer }).toEqual({
        fate: expect.stringMatching(/saved|duplicate/),
        answer,
      });
  }
  expect(world.store.get('podium.outbox'), 'the outbox is empty').toBeNull();
}

test(`${SCHEDULES} random schedules: one socket at most, nothing into closed ones, rest while hidden, every answer told once`, {
  timeout: 120_000,
}, () => {
  let answers = 0;
  const outcomes: Record<string, number> = {};
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const schedule = new Schedule(seed);
    try {
      schedule.play();
      hold(schedule);
    } catch (failure) {
      throw new Error(`seed ${seed}:\n${schedule.told.join('\n')}\n${(failure as Error).message}`, {
        cause: failure,
      });
    }
    answers += schedule.tapped.size;
    for (const [fate] of schedule.fates.values()) outcomes[fate!] = (outcomes[fate!] ?? 0) + 1;
  }
  // The schedules are worth something only if they reach all of this.
  expect(answers).toBeGreaterThan(SCHEDULES);
  expect(Object.keys(outcomes).sort()).toEqual(['duplicate', 'late', 'saved']);
});

/**
 * One phone, one game and one sequence of mishaps, all from one seed: networks that drop, hang and return, pages that
 * hide, reload and are tapped on, servers that drain, die, and answer late and twice; then a calm minute.
 *
 *   const schedule = new Schedule(42);  schedule.play();  schedule.told  // the same each time
 */
import type { Answer } from '../../protocol';
import type { Hint } from '../types';
import { Phone } from './phone';
import { Rules } from './rules';
import { FakeServer } from './server';
import { World } from './world';

const STEPS = 30;

export class Schedule {
  readonly world: World;
  readonly server: FakeServer;
  readonly rules: Rules;
  /** What happened so far, a line each. */
  readonly told: string[] = [];
  phone: Phone;
  /** Every answer accepted from a tap, and what the player was told about it. */
  readonly tapped = new Map<number, Answer>();
  readonly receipts = new Map<number, string[]>();
  /** Every state a connection was in, in order. */
  readonly links: string[] = [];
  #question = -1;
  #seen = 0;
  #cleared = false;

  constructor(seed: number) {
    this.world = new World(seed);
    this.server = new FakeServer(this.world);
    this.rules = new Rules(this.world, this.server);
    this.phone = this.#open();
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
    this.server.twice = false;
    if (this.world.hidden) this.#hint('visible');
    this.#hint('tap');
    this.#run(20_000);
    this.#settled();
    // An answer kept because it came too early is settled by the game going on.
    this.server.finish();
    this.#run(60_000);
  }

  readonly #mishaps: [string, () => void][] = [
    ['network refused', () => this.#network('refused')],
    ['network silent', () => this.#network('silent')],
    ['network up', () => this.#network('up')],
    ['network up', () => this.#network('up')],
    ['upgrades refused', () => this.#set('upgrades', false)],
    ['upgrades pass', () => this.#set('upgrades', true)],
    ['online', () => this.#hint('online')],
    ['offline', () => this.#hint('offline')],
    ['flight mode', () => this.#flightMode()],
    ['flight mode ends', () => this.#flightModeEnds()],
    ['tap', () => this.#hint('tap')],
    ['hide', () => this.#hint('hidden')],
    ['show', () => this.#hint('visible')],
    ['show', () => this.#hint('visible')],
    ['revive', () => this.#button()],
    ['reload', () => this.#reload()],
    ['cut', () => this.server.cut(this.#pick([1006, 1001, 1011, 4002, 4003]))],
    ['half-open', () => this.#halfOpen()],
    ['drain', () => this.server.drain(this.#between(0, 1_000) + 0.5)],
    ['kill', () => this.server.kill()],
    ['twice', () => this.#set('twice', this.#pick([true, false]))],
    ['slow acknowledgements', () => this.#set('ackMs', this.#pick([5, 1_000, 8_000]))],
    ['slow commits', () => this.#set('commitMs', this.#pick([0, 30, 3_000]))],
    ['latency', () => this.#set('latencyMs', this.#pick([5, 20, 400, 1_500]))],
    ['ready', () => this.server.ready(++this.#question)],
    ['question', () => this.#ask()],
    ['question', () => this.#ask()],
    ['pause', () => this.#pause(true)],
    ['continue', () => this.#pause(false)],
    ['pause and continue', () => this.#pauseShortly()],
    ['storage cleared', () => this.#clear()],
    ['reveal', () => this.server.reveal()],
    ['answer', () => this.#answer()],
    ['answer', () => this.#answer()],
    ['answer', () => this.#answer()],
    ['open and answer', () => this.#openAndAnswer()],
    ['open and answer', () => this.#openAndAnswer()],
  ];

  /** In calm, what was tapped for the open question is on the server. */
  #settled(): void {
    const { state, stored } = this.server;
    if (state.phase !== 'question' || state.paused) return;
    const { index } = state.question;
    if (this.tapped.has(index) && !stored.has(`${index}`))
      this.world.wrongs.push(`the answer to the open question ${index} was not sent`);
  }
  #ask(): void {
    const { state } = this.server;
    this.server.question(state.phase === 'ready' ? this.#question : ++this.#question);
  }
  #openAndAnswer(): void {
    this.#ask();
    this.#run(this.#between(0, 200));
    this.#answer();
  }
  #pause(paused: boolean): void {
    const { state } = this.server;
    if (state.phase !== 'question' || !state.paused === !paused) return;
    this.server.question(state.question.index, paused ? { paused } : {});
  }
  /** An answer meets the pause, and hears so when it is over. */
  #pauseShortly(): void {
    this.#ask();
    this.#run(this.#between(0, 3_000));
    this.#pause(true);
    this.#answer();
    this.#run(this.#between(0, 3_000));
    this.#pause(false);
  }
  /** The page goes on with what it knows; opened anew, it would know nothing. */
  #clear(): void {
    this.#cleared = true;
    for (const name of ['podium.seats', 'podium.outbox', 'podium.draft']) this.world.store.remove(name);
  }
  /** What the player sees decides what is tapped, as on the real page; sometimes a moment early. */
  #answer(): void {
    const { state } = this.phone;
    if ((state?.phase !== 'question' && state?.phase !== 'ready') || state.paused) return;
    const { index } = state.question;
    const answer = { choices: [this.#pick(['a', 'b'])] };
    // The page asks for one tap a question; what is stored already, or was told, is shown instead.
    if (this.tapped.has(index) || !this.phone.play.answer(index, answer, 100)) return;
    this.tapped.set(index, answer);
  }
  #reload(): void {
    if (this.#cleared) return;
    this.#hear();
    this.world.reload();
    this.phone = this.#open();
    this.#seen = 0;
    this.phone.play.resume();
  }
  #open(): Phone {
    this.rules.begin();
    return new Phone(this.world, link => {
      this.links.push(link.name);
      this.rules.link(link);
    });
  }
  #hint(hint: Hint): void {
    this.rules.hint(hint);
    if (hint === 'hidden') this.world.hide();
    else if (hint === 'visible') this.world.show();
    else this.world.hint(hint);
  }
  #button(): void {
    if (this.world.hidden) return;
    this.rules.hint('revive');
    this.phone.play.revive();
  }
  /** Sockets hang, new ones fail, and the page is told. */
  #flightMode(): void {
    this.#halfOpen();
    this.#network('refused');
    this.#hint('offline');
  }
  #flightModeEnds(): void {
    this.#network('up');
    this.#hint('online');
  }
  #halfOpen(): void {
    for (const socket of this.server.live) socket.dead = true;
  }
  #network(network: FakeServer['network']): void {
    this.server.network = network;
  }
  #set<K extends 'upgrades' | 'twice' | 'ackMs' | 'commitMs' | 'latencyMs'>(
    name: K,
    value: FakeServer[K],
  ): void {
    this.server[name] = value;
  }

  #run(ms: number): void {
    this.world.run(ms);
    this.#hear();
    this.rules.check();
  }
  #hear(): void {
    for (const { question, receipt } of this.phone.receipts.slice(this.#seen)) {
      this.receipts.set(question, [...(this.receipts.get(question) ?? []), receipt.status]);
    }
    this.#seen = this.phone.receipts.length;
  }
  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.world.random() * list.length)]!;
  }
  #between(least: number, most: number): number {
    return Math.floor(least + this.world.random() * (most - least));
  }
}

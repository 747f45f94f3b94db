/**
 * Random schedules against the real transport, judged by rules that know nothing of how it works (`fake/rules.ts`).
 * A failure prints its seed and what happened; `SEED=42 npx vitest run schedules` plays that one again, SCHEDULES=100000
 * plays more.
 */
import { expect, test } from 'vitest';
import { Schedule } from './fake/schedule';

const { SEED, SCHEDULES } = process.env;
const FIRST = Number(SEED ?? 1);
const LAST = SEED ? FIRST : Number(SCHEDULES ?? 10_000);

/** What is wrong with a schedule that has ended in calm: nothing, in a line each. */
function complaints({ world, server, phone, tapped, receipts }: Schedule): string[] {
  const wrongs = [...world.wrongs];
  const hold = (right: boolean, what: string) => {
    if (!right) wrongs.push(what);
  };
  hold(phone.link.name === 'open' && phone.link.welcomed, `the link is ${JSON.stringify(phone.link)}`);
  hold(JSON.stringify(phone.state) === JSON.stringify(server.state), 'the phone shows another state');
  hold(world.store.get('podium.outbox') === null, 'the outbox is not empty');
  for (const question of receipts.keys())
    hold(tapped.has(question), `question ${question} was never answered`);
  for (const [question, answer] of tapped) {
    const told = receipts.get(question) ?? [];
    hold(told.length === 1, `question ${question} was told ${told.length} times: ${told}`);
    const stored = server.stored.get(`${question}`)?.answer;
    if (told[0] === 'late') hold(!stored, `question ${question} was late, but is stored`);
    else {
      hold(told[0] === 'saved' || told[0] === 'duplicate', `question ${question}: ${told[0]}`);
      hold(JSON.stringify(stored) === JSON.stringify(answer), `question ${question} is stored otherwise`);
    }
  }
  return wrongs;
}

test(`${LAST - FIRST + 1} random schedules: one socket at most, nothing into closed ones, rest while hidden, delays from the table, every answer told once`, {
  timeout: 600_000,
}, () => {
  const reached = new Map<string, number>();
  const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
  for (let seed = FIRST; seed <= LAST; seed++) {
    const schedule = new Schedule(seed);
    schedule.play();
    const wrongs = complaints(schedule);
    if (SEED || wrongs.length > 0) {
      expect.soft(wrongs, `SEED=${seed}\n${schedule.told.join('\n')}`).toEqual([]);
      if (wrongs.length > 0) break;
    }
    for (const [receipt] of schedule.receipts.values()) count(receipt!);
    for (const link of schedule.links) count(link);
    for (const { url, seated } of schedule.server.sockets)
      if (url === 'stream' && seated) count('second line');
  }
  if (SEED) return;
  // The schedules are worth something only if they reach all of this, often.
  for (const what of [
    'saved',
    'duplicate',
    'late',
    'connecting',
    'open',
    'second line',
    'waiting',
    'given-up',
  ]) {
    expect(reached.get(what), what).toBeGreaterThan((LAST - FIRST) / 20);
  }
});

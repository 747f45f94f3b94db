import { readFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Did } from '../../protocol';
import { FakeServer } from '../../transport/fake/server';
import { World } from '../../transport/fake/world';
import { type CockpitLink, handOf, openCockpit } from './link';

const folder = new URL('../../../../src/test/resources/golden/', import.meta.url);
const golden = (name: string) =>
  JSON.parse(readFileSync(new URL(`host.out.state.${name}.json`, folder), 'utf8')).state;

let world: World;
let server: FakeServer;
let link: CockpitLink;
let refused: string[];
let did: Did[];
const REMOTE = 'q7Xw2_aB0123456789012345678901';

beforeEach(() => {
  vi.stubGlobal('location', { protocol: 'http:', host: 'podium' });
  world = new World();
  server = new FakeServer(world);
  refused = [];
  did = [];
  link = openCockpit(
    'g1',
    { onRefused: reason => refused.push(reason), onDid: it => did.push(it) },
    handOf(REMOTE),
    world.page(),
  );
  world.run(50);
  say({ type: 'welcome', heartbeatMs: 15_000, serverTime: 0, seq: 0, state: golden('lobby') });
});
const say = (message: object) => {
  server.last.say(message);
  world.run(100);
};
const state = (seq: number, name: string) => say({ type: 'state', seq, serverTime: 0, state: golden(name) });
/** The commands the server has heard. */
const commands = () => {
  world.run(100);
  return server.said('command');
};
const ack = (answer: object) => say({ type: 'ack', id: commands().at(-1)?.id, ...answer });

test('what another hand has done is told once, and neither one’s own deeds nor those of long ago', () => {
  expect(server.last.url).toBe(`ws://podium/ws/host/g1?remote=${REMOTE}`);
  state(1, 'question.did');
  expect(did).toEqual([]);
  state(2, 'reveal.did');
  expect(did).toEqual([{ what: 'skipped', by: '00000000-0000-4000-8000-000000000009', name: 'Grace' }]);
  say({ type: 'welcome', heartbeatMs: 15_000, serverTime: 0, seq: 9, state: golden('reveal.did') });
  expect(did).toHaveLength(1);
});

test('how each phone is doing is known by its seat', () => {
  say(JSON.parse(readFileSync(new URL('host.out.phones.json', folder), 'utf8')));
  expect([...link.phones.value.values()].map(it => it.connected)).toEqual([true, false]);
});

test('a command names the position it was given at', () => {
  state(4, 'reveal.choice');
  link.steer('advance');
  expect(commands()).toMatchObject([{ do: 'advance', seq: 4 }]);
});

test('the same button does nothing more until its first press is answered', () => {
  link.steer('advance');
  link.steer('advance');
  expect(commands()).toHaveLength(1);
  expect([...link.busy.value]).toEqual(['advance']);
  ack({ status: 'done', seq: 1 });
  expect(link.busy.value.size).toBe(0);
  link.steer('advance');
  expect(commands()).toHaveLength(2);
});

test('other buttons work meanwhile, and two seats are two buttons', () => {
  link.steer('advance');
  link.set('lock');
  link.seat('kick', 'a');
  link.seat('kick', 'b');
  expect(commands()).toHaveLength(4);
});

test('when the game had moved on nothing is said; any other refusal is', () => {
  link.steer('advance');
  ack({ status: 'refused', reason: 'stale', seq: 3 });
  expect(refused).toEqual([]);
  link.steer('advance');
  ack({ status: 'refused', reason: 'clock', seq: 3 });
  expect(refused).toEqual(['clock']);
});

test('a command the server could not read leaves its button free, and is not lost without a word', () => {
  link.steer('skip');
  say({ type: 'error', code: 'malformed', id: commands()[0]?.id });
  expect(link.busy.value.size).toBe(0);
  expect(refused).toEqual(['malformed']);
});

test.each(['stuck', 'slow-down'])('what the server says of the game is said on: %s', code => {
  say({ type: 'error', code });
  expect(refused).toEqual([code]);
});

test('of a hundred seats removed offline each is done or refused aloud', () => {
  server.cut();
  world.run(100);
  for (let n = 0; n < 100; n++) link.seat('kick', `p${n}`);
  expect(refused).toEqual(Array.from({ length: 36 }, () => 'busy'));
  expect(link.busy.value.size).toBe(64);
  world.run(2_000);
  say({ type: 'welcome', heartbeatMs: 15_000, serverTime: 0, seq: 0, state: golden('lobby') });
  for (let n = 0; n < 64; n++) say({ type: 'ack', id: commands()[n]?.id, status: 'done', seq: 0 });
  expect(commands().map(({ player }) => player)).toEqual(Array.from({ length: 64 }, (_, n) => `p${n}`));
  expect(link.busy.value.size).toBe(0);
});

test('names are kept beyond the lobby, and who joins or leaves later is followed', () => {
  expect(link.roster.value.seats.map(seat => seat.nickname)).toEqual(['Cleo', 'Bob', 'Zoë 🦊']);
  state(2, 'question.choice');
  say({
    type: 'roster',
    players: 3,
    joined: [{ id: 'n', nickname: 'Nia' }],
    left: [link.roster.value.seats[0]!.id],
  });
  expect(link.roster.value.seats.map(seat => seat.nickname)).toEqual(['Nia', 'Bob', 'Zoë 🦊']);
});

test('who comes in the middle of a question knows at once how many have answered', () => {
  const question = golden('question.choice');
  say({
    type: 'welcome',
    heartbeatMs: 15_000,
    serverTime: 0,
    seq: 2,
    state: question,
    answered: 2,
    players: 3,
  });
  expect(link.answered.value).toBe(2);
  expect(link.roster.value.players).toBe(3);
});

test('the count of answers starts anew with each question, not with a pause', () => {
  state(2, 'question.choice');
  say({ type: 'progress', answered: 2, players: 3 });
  state(3, 'question.paused');
  expect(link.answered.value).toBe(2);
  state(6, 'question.number');
  expect(link.answered.value).toBe(0);
});

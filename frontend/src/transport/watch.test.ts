import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from './fake/server';
import type { FakeSocket } from './fake/socket';
import { World } from './fake/world';
import type { ConnectionState, Watch } from './types';
import { createWatch } from './watch';

let world: World;
let server: FakeServer;
let watch: Watch<{ do: string; seq: number }>;
let link: ConnectionState;
let states: string[];
let messages: { type: string }[];

beforeEach(() => {
  world = new World();
  server = new FakeServer(world);
  states = [];
  messages = [];
  watch = createWatch({
    url: 'ws://podium/ws/host/1',
    env: world.page(),
    events: {
      onConnection: state => {
        link = state;
      },
      onState: (state: string) => states.push(state),
      onMessage: (message: { type: string }) => messages.push(message),
    },
  });
  world.run(50);
});
const welcome = (socket: FakeSocket, seq: number, state: string) => {
  socket.say({ type: 'welcome', heartbeatMs: 15_000, serverTime: server.epoch + world.now, seq, state });
  world.run(100);
};
const say = (message: object) => {
  server.last.say(message);
  world.run(50);
};

test('it says nothing first', () => {
  expect(server.heard).toEqual([]);
  expect(link).toEqual({ name: 'open', welcomed: false });
  welcome(server.last, 3, 'lobby');
  expect(link).toEqual({ name: 'open', welcomed: true });
  expect(states).toEqual(['lobby']);
});

test('a state that is not newer is dropped, a welcome never is', () => {
  welcome(server.last, 3, 'a');
  say({ type: 'state', seq: 3, serverTime: 1, state: 'b' });
  say({ type: 'state', seq: 2, serverTime: 1, state: 'c' });
  say({ type: 'state', seq: 5, serverTime: 1, state: 'd' });
  welcome(server.last, 1, 'e');
  say({ type: 'state', seq: 2, serverTime: 1, state: 'f' });
  expect(states).toEqual(['a', 'd', 'e', 'f']);
});

test('a command keeps its id over reconnects until it is acknowledged, and is heard of once', () => {
  welcome(server.last, 3, 'lobby');
  const id = watch.command({ do: 'advance', seq: 3 });
  world.run(50);
  server.cut();
  world.run(2_000);
  expect(server.said('command')).toHaveLength(1);
  welcome(server.last, 3, 'lobby');
  expect(server.said('command')).toEqual([
    { type: 'command', id, do: 'advance', seq: 3 },
    { type: 'command', id, do: 'advance', seq: 3 },
  ]);
  const ack = { type: 'ack', id, status: 'done', seq: 4 };
  say(ack);
  say(ack);
  expect(messages).toEqual([ack]);
  server.cut();
  world.run(2_000);
  welcome(server.last, 4, 'ready');
  expect(server.said('command')).toHaveLength(2);
});

test('a command pressed while the line is down is sent when it is back', () => {
  const id = watch.command({ do: 'pause', seq: 3 });
  expect(server.said('command')).toEqual([]);
  welcome(server.last, 3, 'question');
  expect(server.said('command')).toMatchObject([{ id }]);
});

test('of many commands given offline eight go at once, the others in their order, and none is lost', () => {
  const ids = Array.from({ length: 20 }, (_, n) => watch.command({ do: `kick ${n}`, seq: 3 }));
  welcome(server.last, 3, 'lobby');
  const said = () => server.said('command').map(({ id }) => id);
  expect(said()).toEqual(ids.slice(0, 8));
  for (let n = 0; n < 20; n++) {
    say({ type: 'ack', id: ids[n], status: 'done', seq: 3 });
    expect(said()).toEqual(ids.slice(0, Math.min(20, n + 9)));
  }
  expect(messages).toHaveLength(20);
});

test('a command the server has no room for is sent again, and nobody hears of that', () => {
  welcome(server.last, 3, 'lobby');
  const id = watch.command({ do: 'advance', seq: 3 });
  world.run(50);
  say({ type: 'ack', id, status: 'refused', reason: 'busy', seq: 3 });
  expect(messages).toEqual([]);
  world.run(2_000);
  expect(server.said('command').map(it => it.id)).toEqual([id, id]);
  say({ type: 'ack', id, status: 'done', seq: 4 });
  expect(messages).toHaveLength(1);
});

test('what nobody can mean any more is not taken, and said so', () => {
  const ids = Array.from({ length: 70 }, () => watch.command({ do: 'pause', seq: 3 }));
  expect(ids.filter(id => id !== null)).toHaveLength(64);
  expect(ids.at(-1)).toBeNull();
});

test('what has no seq is passed on, what belongs to the transport is not', () => {
  welcome(server.last, 3, 'lobby');
  say({ type: 'progress', answered: 1, players: 2 });
  say({ type: 'roster', players: 2, joined: [], left: [] });
  say({ type: 'pong', t: 1, serverTime: 1 });
  say({ type: 'error', code: 'malformed' });
  expect(messages.map(({ type }) => type)).toEqual(['progress', 'roster', 'error']);
});

test('an unanswered command notices a dead line within 5 s', () => {
  welcome(server.last, 3, 'lobby');
  server.last.dead = true;
  watch.command({ do: 'advance', seq: 3 });
  world.run(5_100);
  expect(server.sockets).toHaveLength(2);
});

test('the clock is right from the first welcome', () => {
  welcome(server.last, 0, 'lobby');
  expect(Math.abs(watch.clock.now() - (server.epoch + world.now))).toBeLessThan(50);
});

/** What a real-time client must do, point by point; the real transport against a fake server, on fake time. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Phone } from './fake/phone';
import { FakeServer } from './fake/server';
import { World } from './fake/world';

const A = { choices: ['a'] };
const B = { choices: ['b'] };
let world: World;
let server: FakeServer;
let phone: Phone;

beforeEach(() => {
  world = new World(7);
  server = new FakeServer(world);
  phone = new Phone(world);
});
afterEach(() => expect(world.wrongs).toEqual([]));

const join = () => {
  phone.play.join({ pin: '123456', nickname: 'Ada' });
  world.run(1_000);
};
const welcomed = { name: 'open', welcomed: true };

describe('[1] one connection at a time', () => {
  test('no second socket is opened while one is being opened', () => {
    server.latencyMs = 2_000;
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    for (let i = 0; i < 5; i++) {
      phone.play.revive();
      world.hint('online');
      world.hint('tap');
      world.show();
      world.run(100);
    }
    expect(server.sockets).toHaveLength(1);
  });

  test('a late socket is closed and what it says is never heard', () => {
    server.latencyMs = 11_000;
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(10_500); // too late: given up after 10 s
    server.latencyMs = 20;
    const late = server.sockets[0]!;
    expect(late.readyState).toBe(3);
    world.run(5_000);
    expect(server.sockets).toHaveLength(2);
    expect(phone.link).toEqual(welcomed);
    const states = phone.states.length;
    late.readyState = 1;
    late.say({ type: 'welcome', seq: 99, serverTime: 1, state: { phase: 'finished' } });
    late.end(4502);
    world.run(1_000);
    expect(phone.states).toHaveLength(states);
    expect(phone.link).toEqual(welcomed);
  });
});

describe('[1] one connection at a time, also when one changes games', () => {
  test('joining another game closes the socket of the first', () => {
    join();
    phone.play.join({ pin: '654321', nickname: 'Ada' });
    world.run(1_000);
    expect(server.sockets.map(({ readyState }) => readyState)).toEqual([3, 1]);
    expect(server.said('join').map(({ pin }) => pin)).toEqual(['123456', '654321']);
  });
});

describe('[2] nothing is sent unless the socket is open', () => {
  test('an answer tapped offline waits in the outbox and goes out with the next connection', () => {
    join();
    server.question(0);
    world.run(100);
    server.network = 'refused';
    server.cut();
    world.run(100);
    expect(phone.play.answer(0, A, 1_200)).toBe(true);
    expect(phone.play.pending(0)).toEqual(A);
    world.run(500);
    expect(server.said('answer')).toEqual([]);
    server.network = 'up';
    world.run(5_000);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'saved' } }]);
    expect(phone.play.pending(0)).toBeUndefined();
    expect(server.said('answer')[0]).toMatchObject({ question: 0, answer: A, elapsedMs: 1_200 });
  });

  test('a socket that is closing is not written to', () => {
    join();
    server.last.readyState = 2;
    phone.play.answer(0, A, 1);
    expect(server.said('answer')).toEqual([]);
    expect(phone.play.pending(0)).toEqual(A);
  });
});

describe('[3] failing to connect is no exception', () => {
  test('an error and its close are one failure', () => {
    server.network = 'refused';
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(100);
    expect(phone.links.map(link => link.name)).toEqual(['connecting', 'waiting']);
  });
  test('an error without a close is a failure too', () => {
    join();
    server.last.onerror?.();
    world.run(300);
    expect(phone.link.name).toBe('waiting');
  });
  test('an address the browser refuses is an attempt that failed', () => {
    world.connect = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(100);
    expect(phone.link.name).toBe('waiting');
  });
  test('what is no message is not heard, and harms nothing', () => {
    join();
    for (const data of [
      '',
      '{',
      '[]',
      'null',
      '7',
      '{"type":5}',
      '{"type":"tomorrow"}',
      new ArrayBuffer(3),
    ]) {
      server.last.onmessage?.({ data });
    }
    expect(phone.link).toEqual(welcomed);
  });
});

describe('[4] retries after 1, 2, 4, 8 seconds, a quarter more or less', () => {
  test('four attempts that do not open wait longer each time, the fifth is the last', () => {
    server.network = 'refused';
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(60_000);
    expect(phone.delays).toHaveLength(4);
    phone.delays.forEach((delay, i) => {
      expect(delay).toBeGreaterThanOrEqual(750 * 2 ** i);
      expect(delay).toBeLessThanOrEqual(1_250 * 2 ** i);
    });
  });
  test('a connection that lived under 5 s is a failure', () => {
    server.refuseWith = 1011;
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(60_000);
    expect(phone.link.name).toBe('given-up');
    expect(server.sockets).toHaveLength(5);
  });
  test('losing an established connection is none: the first retry comes after the first step', () => {
    join();
    world.run(5_000);
    server.network = 'refused';
    server.cut();
    world.run(60_000);
    expect(phone.delays).toHaveLength(5); // 1, 2, 4, 8, 16 s, for five failures more
    expect(phone.delays[0]).toBeLessThanOrEqual(1_250);
    expect(phone.delays[4]).toBeGreaterThanOrEqual(12_000);
  });
  test('after a `bye` it comes when the server said', () => {
    join();
    world.run(5_000);
    server.drain(640);
    world.run(100);
    expect(phone.delays).toEqual([640]);
    world.run(1_000);
    expect(phone.link).toEqual(welcomed);
  });
  test('a server that drains again and again never makes a client give up', () => {
    join();
    for (let i = 0; i < 20; i++) {
      server.drain(300);
      world.run(500);
    }
    expect(phone.link).toEqual(welcomed);
  });
  test('a `bye` whose close is lost counts as closed', () => {
    join();
    server.last.say({ type: 'bye', code: 4503 });
    world.run(1_500);
    expect(phone.link).toMatchObject({ name: 'stopped', reason: 'elsewhere' });
  });
});

describe('[5] after five failures it stops and waits for a person or the network', () => {
  beforeEach(() => {
    server.network = 'refused';
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(60_000);
    expect(phone.link.name).toBe('given-up');
    server.network = 'up';
    world.run(600_000);
    expect(server.sockets).toHaveLength(5);
  });
  test.each([
    ['a tap or key', () => world.hint('tap')],
    ['the network coming back', () => world.hint('online')],
    ['the page becoming visible', () => world.show()],
    ['the button', () => phone.play.revive()],
  ])('%s starts afresh', (_name, wake) => {
    wake();
    world.run(200);
    expect(phone.link).toEqual(welcomed);
  });
  test('afresh means five attempts again', () => {
    server.network = 'refused';
    world.hint('tap');
    world.run(60_000);
    expect(server.sockets).toHaveLength(10);
  });
});

describe('[6] a hidden page rests', () => {
  test('no retries while hidden, one at once when visible', () => {
    join();
    world.run(5_000);
    world.hide();
    server.cut();
    world.run(600_000);
    expect(phone.link).toEqual({ name: 'waiting', retryAt: null });
    expect(server.sockets).toHaveLength(1);
    world.hint('online');
    world.hint('tap');
    world.run(1_000);
    expect(server.sockets).toHaveLength(1);
    world.show();
    world.run(100);
    expect(phone.link).toEqual(welcomed);
  });
  test('hiding stops a retry that was planned', () => {
    server.network = 'refused';
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(100);
    world.hide();
    world.run(60_000);
    expect(server.sockets).toHaveLength(1);
  });
  test('hidden, nothing is asked; visible again, the connection is checked at once and replaced if it is dead', () => {
    join();
    world.hide();
    const pings = server.said('ping').length;
    world.run(300_000);
    expect(server.said('ping')).toHaveLength(pings);
    server.network = 'silent';
    world.run(1_000);
    server.last.say({ type: 'pong' });
    world.run(1_000); // the line is dead, and nobody was told
    server.network = 'up';
    world.show();
    world.run(2_600);
    expect(server.sockets).toHaveLength(2);
    expect(phone.link).toEqual(welcomed);
  });
  test('a connection that is well is kept', () => {
    join();
    world.hide();
    world.run(60_000);
    world.show();
    world.run(10_000);
    expect(server.sockets).toHaveLength(1);
  });
});

describe('[7] a silent connection is dead', () => {
  test('nothing for the announced interval: a ping; nothing for 5 s more: replaced at once', () => {
    server.heartbeatMs = 10_000;
    join();
    const pings = server.said('ping').length;
    world.run(10_000);
    expect(server.said('ping')).toHaveLength(pings + 1);
    server.network = 'silent';
    world.run(24_000); // the pong came; 10 s of silence, a ping, 5 s more
    server.network = 'up';
    expect(server.sockets.length).toBeGreaterThan(1);
    expect(phone.delays).toEqual([]);
    world.run(11_000);
    expect(phone.link).toEqual(welcomed);
  });
  test('a quiet connection that answers is kept for hours', () => {
    join();
    world.run(4 * 3_600_000);
    expect(server.sockets).toHaveLength(1);
  });
  test('an unacknowledged answer notices a dead line within 5 s', () => {
    join();
    server.question(0);
    world.run(100);
    server.last.dead = true;
    phone.play.answer(0, A, 100);
    world.run(4_900);
    expect(server.sockets).toHaveLength(1);
    world.run(300);
    expect(server.sockets).toHaveLength(2);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'saved' } }]);
    expect(phone.delays).toEqual([]);
  });
  test('while frames arrive but no acknowledgement, the connection stays', () => {
    join();
    server.question(0);
    world.run(100);
    server.ackMs = 120_000;
    phone.play.answer(0, A, 100);
    world.run(119_000);
    expect(server.sockets).toHaveLength(1);
    world.run(2_000);
    expect(phone.fates).toHaveLength(1);
  });
});

describe('[8] the five edges', () => {
  beforeEach(() => {
    join();
    world.run(5_000);
    server.question(0);
    world.run(100);
  });
  test('disconnect: the state on show stays', () => {
    server.network = 'refused';
    server.cut();
    world.run(2_000);
    expect(phone.state).toMatchObject({ phase: 'question' });
  });
  test('reconnect: the same seat, a larger n, and the state of now', () => {
    server.cut();
    world.run(2_000);
    server.cut();
    world.run(2_000);
    expect(server.said('resume').map(({ ticket, n }) => [ticket, n])).toEqual([
      ['ticket-1', 1],
      ['ticket-1', 2],
    ]);
    expect(server.said('join')).toHaveLength(1);
    expect(phone.state).toMatchObject({ phase: 'question' });
  });
  test('backlog: what was missed is healed by one message', () => {
    server.network = 'refused';
    server.cut();
    world.run(100);
    server.reveal();
    server.question(1);
    server.reveal();
    server.network = 'up';
    world.run(5_000);
    expect(phone.states.map(({ phase }) => phase)).toEqual(['lobby', 'question', 'reveal']);
  });
  test('duplicate delivery: every frame twice changes nothing', () => {
    server.twice = true;
    phone.play.answer(0, A, 100);
    world.run(100);
    server.reveal();
    world.run(100);
    expect(phone.fates).toHaveLength(1);
    expect(phone.states.filter(({ phase }) => phase === 'reveal')).toHaveLength(1);
  });
  test('keepalive: five minutes of quiet cost no connection', () => {
    world.run(300_000);
    expect(server.sockets).toHaveLength(1);
  });
});

describe('answers', () => {
  beforeEach(() => {
    join();
    server.question(0);
    world.run(100);
  });
  test('an answer survives a reload until it is acknowledged, under the same id', () => {
    server.ackMs = 60_000;
    phone.play.answer(0, A, 900);
    world.run(100);
    world.reload();
    server.ackMs = 5;
    phone = new Phone(world);
    expect(phone.play.resume()).toBe(true);
    expect(phone.play.pending(0)).toEqual(A);
    world.run(1_000);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'duplicate' } }]);
    expect(new Set(server.said('answer').map(({ id }) => id)).size).toBe(1);
  });
  test('of two answers the first committed stands, and is what the player is shown', () => {
    server.stored.set('0', { id: 'other', answer: B });
    phone.play.answer(0, A, 900);
    world.run(100);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'duplicate', answer: B } }]);
  });
  test('a second tap on the same question is no second answer', () => {
    expect(phone.play.answer(0, A, 900)).toBe(true);
    expect(phone.play.answer(0, B, 950)).toBe(false);
    world.run(100);
    expect(server.said('answer')).toHaveLength(1);
  });
  test('too early: kept, and sent when the question opens', () => {
    server.ready(1);
    world.run(50);
    phone.play.answer(1, B, 0);
    world.run(2_000);
    expect(phone.fates).toEqual([]);
    expect(phone.play.pending(1)).toEqual(B);
    server.question(1);
    world.run(100);
    expect(phone.fates).toEqual([{ question: 1, fate: { status: 'saved' } }]);
    expect(server.said('answer')).toHaveLength(2);
  });
  test('paused: kept, and sent when it goes on', () => {
    server.question(1, { paused: true });
    world.run(50);
    phone.play.answer(1, B, 0);
    world.run(5_000);
    expect(phone.fates).toEqual([]);
    server.question(1);
    world.run(100);
    expect(phone.fates).toEqual([{ question: 1, fate: { status: 'saved' } }]);
  });
  test('too late is reported', () => {
    server.network = 'refused';
    server.cut();
    world.run(100);
    phone.play.answer(0, A, 900);
    server.reveal();
    server.network = 'up';
    world.run(5_000);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'late' } }]);
  });
  test('an answer that can no longer be delivered is reported', () => {
    server.ackMs = 60_000;
    phone.play.answer(0, A, 900);
    world.run(100);
    server.cut(4502);
    world.run(100);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'undelivered' } }]);
    expect(phone.link).toEqual({ name: 'stopped', code: 4502, reason: 'removed' });
  });
  test('a killed server forgets what it had not committed; the phone does not', () => {
    server.commitMs = 50;
    phone.play.answer(0, A, 900);
    world.run(40);
    server.kill();
    expect(server.stored.size).toBe(0);
    world.run(5_000);
    expect(server.stored.get('0')?.answer).toEqual(A);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'saved' } }]);
  });
  test('no more than a few are kept; one that falls out is reported', () => {
    server.network = 'refused';
    server.cut();
    world.run(100);
    for (let question = 0; question < 17; question++) phone.play.answer(question, A, 1);
    expect(phone.fates).toEqual([{ question: 0, fate: { status: 'undelivered' } }]);
  });
});

describe('the seat', () => {
  test('a refused name leaves the socket open for another', () => {
    server.refuseJoin = 'nickname-taken';
    join();
    expect(phone.refusals).toEqual(['nickname-taken']);
    server.refuseJoin = null;
    phone.play.join({ pin: '123456', nickname: 'Ada 2' });
    world.run(100);
    expect(server.sockets).toHaveLength(1);
    expect(phone.link).toEqual(welcomed);
  });
  test('a join whose welcome was lost is repeated with the same key', () => {
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(45);
    world.reload();
    phone = new Phone(world);
    phone.play.resume();
    world.run(1_000);
    expect(phone.link).toEqual(welcomed);
    expect(new Set(server.said('join').map(({ key }) => key)).size).toBe(1);
  });
  test('opened elsewhere: it stops, says why, and comes back when the person says "use it here"', () => {
    join();
    server.cut(4503);
    world.run(60_000);
    world.hint('tap');
    world.hint('online');
    world.show();
    world.run(60_000);
    expect(server.sockets).toHaveLength(1);
    expect(phone.link).toEqual({ name: 'stopped', code: 4503, reason: 'elsewhere' });
    phone.play.revive();
    world.run(100);
    expect(phone.link).toEqual(welcomed);
  });
  test('with storage blocked one can play, and is told that a reload costs the seat', () => {
    world.store = { ...world.store, lasting: false };
    phone = new Phone(world);
    expect(phone.play.lasting).toBe(false);
    join();
    expect(phone.link).toEqual(welcomed);
  });
  test('a wrong PIN is not tried again after a reload', () => {
    server.refuseWith = 4506;
    join();
    expect(phone.link).toEqual({ name: 'stopped', code: 4506, reason: 'no-game' });
    world.reload();
    expect(new Phone(world).play.resume()).toBe(false);
  });
  test('who leaves says so and is forgotten', () => {
    join();
    phone.play.leave();
    world.run(10_000);
    expect(server.said('leave')).toHaveLength(1);
    expect(server.sockets).toHaveLength(1);
    expect(new Phone(world).play.resume()).toBe(false);
  });
});

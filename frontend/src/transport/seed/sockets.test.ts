/** [1] one connection at a time, [2] nothing into a socket that is not open, [3] failing is no exception. */
import { describe, expect, test } from 'vitest';
import { A, join, phone, server, welcomed, world } from '../fake/stage';
import { openSocket } from '../socket';

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
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'saved' } }]);
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
  test.each([
    ['an error, and a close after it', 0],
    ['an error, and a close long after it', 5_000],
  ])('a line has one end: %s', (_how, ms) => {
    const ends: number[] = [];
    const env = world.page();
    const socket = env.open('wss://podium.example/ws/play');
    const events = { opened() {}, heard() {}, lost: (code: number) => ends.push(code) };
    openSocket({ ...env, open: () => socket }, '', events);
    socket.onerror?.();
    world.run(ms);
    socket.onclose?.({ code: 1006 });
    socket.onerror?.();
    world.run(5_000);
    expect(ends).toEqual([1006]);
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

/** [4] when it tries again, and [5] when it stops. */
import { beforeEach, describe, expect, test } from 'vitest';
import { join, phone, server, welcomed, world } from '../fake/stage';

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
  test('what failed before an established connection is forgotten with its loss', () => {
    server.network = 'refused';
    phone.play.join({ pin: '123456', nickname: 'Ada' });
    world.run(4_000);
    expect(phone.delays.length).toBeGreaterThanOrEqual(2);
    server.network = 'up';
    world.run(20_000);
    expect(phone.link).toEqual(welcomed);
    phone.delays.length = 0;
    server.cut();
    world.run(50);
    expect(phone.delays).toHaveLength(1);
    expect(phone.delays[0]).toBeLessThanOrEqual(1_250);
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

test('[4] the network coming back, the button and the page becoming visible cut a wait short; a tap does not', () => {
  server.network = 'refused';
  phone.play.join({ pin: '123456', nickname: 'Ada' });
  world.run(100);
  world.hint('tap');
  expect(phone.link.name).toBe('waiting');
  for (const wake of [() => world.hint('online'), () => phone.play.revive(), () => world.show()]) {
    wake();
    expect(phone.link.name).toBe('connecting');
    world.run(100);
    expect(phone.link.name).toBe('waiting');
  }
  expect(server.sockets).toHaveLength(4);
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

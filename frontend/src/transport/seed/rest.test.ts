/** [6] a hidden page rests, and [7] a silent connection is dead. */
import { describe, expect, test } from 'vitest';
import { A, join, phone, reopen, server, welcomed, world } from '../fake/stage';

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
  test('hidden, the page has no timer at all: open, opening or waiting', () => {
    join();
    world.hide();
    expect(world.timers).toBe(0);
    world.show();
    server.network = 'refused';
    server.cut();
    world.run(100);
    expect(phone.link.name).toBe('waiting');
    world.hide();
    expect(world.timers).toBe(0);
    server.network = 'silent';
    world.show();
    world.run(100);
    expect(phone.link.name).toBe('connecting');
    world.hide();
    expect(world.timers).toBe(0);
  });
  test('a page that is restored in the background connects when it is looked at', () => {
    join();
    reopen();
    world.hide();
    expect(phone.play.resume()).toBe(true);
    world.run(60_000);
    expect(server.sockets).toHaveLength(1);
    world.show();
    world.run(100);
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
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'saved' } }]);
    expect(phone.delays).toEqual([]);
  });
  test('the line that replaces a dead one is watched as closely, while the answer waits', () => {
    join();
    server.question(0);
    world.run(100);
    server.last.dead = true;
    phone.play.answer(0, A, 100);
    world.run(5_030);
    expect(server.sockets).toHaveLength(2);
    server.last.dead = true; // open, and silent before its first word
    world.run(5_100);
    expect(server.sockets).toHaveLength(3);
    world.run(100);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'saved' } }]);
  });
  test('"you are offline" is a reason to check at once', () => {
    join();
    server.last.dead = true;
    world.hint('offline');
    world.run(2_600);
    expect(server.sockets).toHaveLength(2);
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
    expect(phone.receipts).toHaveLength(1);
  });
});

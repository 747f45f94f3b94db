/** A seat: taken once, kept, and given up. */
import { describe, expect, test } from 'vitest';
import { join, phone, reopen, server, welcomed, world } from '../fake/stage';
import { storedSeats } from '../stored';
import type { StoredSeat } from '../types';

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
    reopen();
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
    reopen();
    expect(phone.play.lasting).toBe(false);
    join();
    expect(phone.link).toEqual(welcomed);
  });
  test('a wrong PIN is not tried again after a reload', () => {
    server.refuseWith = 4506;
    join();
    expect(phone.link).toEqual({ name: 'stopped', code: 4506, reason: 'no-game' });
    reopen();
    expect(phone.play.resume()).toBe(false);
  });
  test('who leaves says so, and the seat is kept for a return', () => {
    join();
    phone.play.leave();
    world.run(10_000);
    expect(server.said('leave')).toHaveLength(1);
    expect(server.sockets).toHaveLength(1);
    reopen();
    expect(storedSeats(world.store)).toMatchObject([{ nickname: 'Ada', left: true }]);
    expect(phone.play.resume()).toBe(true);
    world.run(100);
    expect(phone.link).toEqual(welcomed);
    expect(storedSeats(world.store)[0]!.left).toBe(false);
  });
  test('who joins anew where somebody has left is somebody else', () => {
    join();
    const [{ key }] = storedSeats(world.store) as [StoredSeat];
    phone.play.leave();
    phone.play.join({ pin: '123456', nickname: 'Bob' });
    expect(storedSeats(world.store)[0]!.key).not.toBe(key);
  });
  test('after the end nothing is kept of who leaves', () => {
    join();
    server.finish();
    world.run(100);
    phone.play.leave();
    expect(storedSeats(world.store)).toEqual([]);
  });
});

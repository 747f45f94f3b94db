/** A seat: taken once, kept, and given up. */
import { describe, expect, test } from 'vitest';
import { join, phone, reopen, server, welcomed, world } from '../fake/stage';

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
  test('who leaves says so and is forgotten', () => {
    join();
    phone.play.leave();
    world.run(10_000);
    expect(server.said('leave')).toHaveLength(1);
    expect(server.sockets).toHaveLength(1);
    reopen();
    expect(phone.play.resume()).toBe(false);
  });
});

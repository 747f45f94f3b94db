/** The second line: what a phone does where sockets are refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import { join, phone, server, welcomed, world } from '../fake/stage';

const NILE = { choices: ['a'] };
const streams = () => server.sockets.filter(({ url }) => url === 'stream');

describe('where sockets are refused', () => {
  beforeEach(() => {
    server.upgrades = false;
    phone.play.join({ pin: '123456', nickname: 'Ada' });
  });

  test('two of them are tried, then a stream is welcomed', () => {
    world.run(3_000);
    expect(server.sockets.map(({ url }) => url.slice(0, 2))).toEqual(['ws', 'ws', 'st']);
    expect(phone.link).toEqual(welcomed);
    expect(phone.play.opened).toBe(true);
  });
  test('answers go by requests and are acknowledged once', () => {
    world.run(3_000);
    server.question(0);
    world.run(100);
    phone.play.answer(0, NILE, 100);
    world.run(1_000);
    expect(server.stored.get('0')?.answer).toEqual(NILE);
    expect(phone.receipts.map(({ receipt }) => receipt.status)).toEqual(['saved']);
  });
  test('an answer whose request went astray is sent again', () => {
    world.run(3_000);
    server.question(0);
    world.run(100);
    server.network = 'silent';
    phone.play.answer(0, NILE, 100);
    world.run(100);
    server.network = 'up';
    world.run(30_000);
    expect(phone.receipts.map(({ receipt }) => receipt.status)).toEqual(['saved']);
  });
  test('one request that breaks off goes again, and the stream stays', () => {
    world.run(3_000);
    server.question(0);
    world.run(100);
    server.brokenRequests = 1;
    phone.play.answer(0, NILE, 100);
    world.run(1_000);
    expect(phone.receipts.map(({ receipt }) => receipt.status)).toEqual(['saved']);
    expect(streams()).toHaveLength(1);
  });
  test('where the same one breaks off twice, all begins anew', () => {
    world.run(3_000);
    server.question(0);
    world.run(100);
    server.brokenRequests = 2;
    phone.play.answer(0, NILE, 100);
    world.run(10_000);
    expect(streams()).toHaveLength(2);
    expect(phone.receipts.map(({ receipt }) => receipt.status)).toEqual(['saved']);
  });
  test('a stream that brings nothing any more is replaced, though requests are answered', () => {
    world.run(3_000);
    streams()[0]!.dead = true;
    world.run(60_000);
    expect(streams()).toHaveLength(2);
    expect(phone.link).toEqual(welcomed);
  });
  test('it says within each heartbeat that it is there, hidden or not', () => {
    world.run(3_000);
    world.hide();
    const before = server.said('ping').length;
    world.run(60_000);
    expect(server.said('ping').length - before).toBeGreaterThanOrEqual(4);
  });
  test('the next connection asks for a socket first, and stays on it', () => {
    world.run(10_000);
    server.upgrades = true;
    server.drain(100);
    world.run(2_000);
    expect(server.last.url).toMatch(/^ws:/);
    expect(phone.link).toEqual(welcomed);
  });
  test('another way out of the same seat is told to the older one', () => {
    world.run(3_000);
    server.cut(4503);
    world.run(1_000);
    expect(phone.link).toMatchObject({ name: 'stopped', reason: 'elsewhere' });
  });
});

test('a refused name is asked for again on a stream of its own', () => {
  server.upgrades = false;
  server.refuseJoin = 'nickname-taken';
  phone.play.join({ pin: '123456', nickname: 'Ada' });
  world.run(3_000);
  expect(phone.refusals).toEqual(['nickname-taken']);
  server.refuseJoin = null;
  phone.play.join({ pin: '123456', nickname: 'Ben' });
  world.run(3_000);
  expect(phone.link).toEqual(welcomed);
});

test('where sockets open there is never a stream', () => {
  join();
  server.cut();
  world.run(60_000);
  expect(streams()).toEqual([]);
});

/**
 * One phone, one server and their time, fresh for each test of the file that imports this:
 *
 *   import { join, phone, server, world } from '../fake/stage';
 *
 * After each test `world.wrongs` must be empty.
 */
import { afterEach, beforeEach, expect } from 'vitest';
import { Phone } from './phone';
import { FakeServer } from './server';
import { World } from './world';

export const A = { choices: ['a'] };
export const B = { choices: ['b'] };
export const welcomed = { name: 'open', welcomed: true };
export let world: World;
export let server: FakeServer;
export let phone: Phone;

beforeEach(() => {
  world = new World(7);
  server = new FakeServer(world);
  phone = new Phone(world);
});
afterEach(() => expect(world.wrongs).toEqual([]));

/** A new page in the same browser: after a reload, or a crash. */
export function reopen(): void {
  world.reload();
  phone = new Phone(world);
}

export function join(): void {
  phone.play.join({ pin: '123456', nickname: 'Ada' });
  world.run(1_000);
}

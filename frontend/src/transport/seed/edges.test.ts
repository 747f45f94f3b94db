/** [8] the five edges: disconnect, reconnect, backlog, duplicate delivery, keepalive. */
import { beforeEach, describe, expect, test } from 'vitest';
import { A, join, phone, server, world } from '../fake/stage';

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
  test('reconnect: an end that was taken back, seen or slept through, leads on in the same seat', () => {
    server.finish();
    world.run(100);
    server.restore(0);
    world.run(100);
    expect(phone.states.map(({ phase }) => phase)).toEqual(['lobby', 'question', 'finished', 'question']);
    server.finish();
    world.run(100);
    world.hide();
    server.cut();
    server.restore(0);
    world.run(60_000);
    expect(phone.state).toMatchObject({ phase: 'finished' });
    world.show();
    world.run(1_000);
    expect(phone.state).toMatchObject({ phase: 'question', paused: true });
    expect(server.said('join')).toHaveLength(1);
  });
  test('backlog: what was too late for an end is given anew once the end is taken back', () => {
    server.network = 'refused';
    server.cut();
    server.finish();
    phone.play.answer(0, A, 100);
    server.network = 'up';
    world.run(5_000);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'late' } }]);
    server.restore(0);
    server.question(0);
    world.run(100);
    expect(phone.play.answer(0, A, 100)).toBe(true);
    world.run(100);
    expect(phone.receipts.at(-1)).toEqual({ question: 0, receipt: { status: 'saved' } });
  });
  test('duplicate delivery: every frame twice changes nothing', () => {
    server.twice = true;
    phone.play.answer(0, A, 100);
    world.run(100);
    server.reveal();
    world.run(100);
    expect(phone.receipts).toHaveLength(1);
    expect(phone.states.filter(({ phase }) => phase === 'reveal')).toHaveLength(1);
  });
  test('reconnect: the clock is set by three round trips, so that countdowns are right at once', () => {
    expect(server.said('ping').length).toBeGreaterThanOrEqual(2); // and the welcome
    expect(Math.abs(phone.play.clock.now() - (server.epoch + world.now))).toBeLessThan(50);
    const { closesAt } = phone.state as { closesAt: number };
    server.cut();
    world.run(2_000);
    const left = closesAt - (server.epoch + world.now);
    expect(Math.abs(phone.play.clock.until(closesAt) - left)).toBeLessThan(50);
  });
  test('keepalive: five minutes of quiet cost no connection', () => {
    world.run(300_000);
    expect(server.sockets).toHaveLength(1);
  });
});

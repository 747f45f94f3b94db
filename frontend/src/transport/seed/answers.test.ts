/** An answer between the tap and the acknowledgement. */
import { beforeEach, describe, expect, test } from 'vitest';
import { A, B, join, phone, reopen, server, world } from '../fake/stage';

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
    reopen();
    server.ackMs = 5;
    expect(phone.play.resume()).toBe(true);
    expect(phone.play.pending(0)).toEqual(A);
    world.run(1_000);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'duplicate' } }]);
    expect(new Set(server.said('answer').map(({ id }) => id)).size).toBe(1);
  });
  test('of two answers the first committed stands, and is what the player is shown', () => {
    server.stored.set('0', { id: 'other', answer: B });
    phone.play.answer(0, A, 900);
    world.run(100);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'duplicate', answer: B } }]);
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
    expect(phone.receipts).toEqual([]);
    expect(phone.play.pending(1)).toEqual(B);
    server.question(1);
    world.run(100);
    expect(phone.receipts).toEqual([{ question: 1, receipt: { status: 'saved' } }]);
    expect(server.said('answer')).toHaveLength(2);
  });
  test('paused: kept, and sent when it goes on', () => {
    server.question(1, { paused: true });
    world.run(50);
    phone.play.answer(1, B, 0);
    world.run(5_000);
    expect(phone.receipts).toEqual([]);
    server.question(1);
    world.run(100);
    expect(phone.receipts).toEqual([{ question: 1, receipt: { status: 'saved' } }]);
  });
  test('told that it was too early after the game went on, it is sent again at once', () => {
    server.question(1);
    world.run(50);
    server.ackMs = 3_000;
    server.question(1, { paused: true }); // the phone has not heard of it yet
    phone.play.answer(1, B, 0);
    world.run(500);
    server.question(1);
    world.run(2_000);
    expect(server.stored.has('1')).toBe(false);
    server.ackMs = 5;
    world.run(1_000);
    expect(server.stored.get('1')?.answer).toEqual(B);
    expect(phone.receipts).toEqual([{ question: 1, receipt: { status: 'saved' } }]);
  });
  test('told so again by a server that knows better, it waits for the next state', () => {
    server.question(1);
    world.run(50);
    server.state = { ...server.state, paused: true }; // nobody was told
    phone.play.answer(1, B, 0);
    world.run(10_000);
    expect(server.said('answer').length).toBeLessThanOrEqual(2);
    server.question(1);
    world.run(100);
    expect(phone.receipts).toEqual([{ question: 1, receipt: { status: 'saved' } }]);
  });
  test('an answer and its seat outlive a storage that is cleared', () => {
    server.ackMs = 60_000;
    phone.play.answer(0, A, 900);
    world.run(100);
    for (const name of ['podium.seats', 'podium.outbox']) world.store.remove(name);
    server.cut();
    server.ackMs = 5;
    world.run(3_000);
    expect(phone.link).toEqual({ name: 'open', welcomed: true });
    expect(server.said('resume')).toMatchObject([{ ticket: 'ticket-1' }]);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'duplicate' } }]);
  });
  test('an answer of the bell says so on the wire and in what became of it', () => {
    phone.play.answer(0, A, 900, true);
    world.run(100);
    expect(server.said('answer')).toMatchObject([{ bell: true }]);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'saved', bell: true } }]);
  });
  test('too late is reported', () => {
    server.network = 'refused';
    server.cut();
    world.run(100);
    phone.play.answer(0, A, 900);
    server.reveal();
    server.network = 'up';
    world.run(5_000);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'late' } }]);
  });
  test('an answer that can no longer be delivered is reported', () => {
    server.ackMs = 60_000;
    phone.play.answer(0, A, 900);
    world.run(100);
    server.cut(4502);
    world.run(100);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'undelivered' } }]);
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
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'saved' } }]);
  });
  test('no more than a few are kept; one that falls out is reported', () => {
    server.network = 'refused';
    server.cut();
    world.run(100);
    for (let question = 0; question < 17; question++) phone.play.answer(question, A, 1);
    expect(phone.receipts).toEqual([{ question: 0, receipt: { status: 'undelivered' } }]);
  });
});

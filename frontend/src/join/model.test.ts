import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { Result } from '../api';
import type { JoinRequest } from '../transport/types';
import { type Attempt, createJoinModel, type Invitation } from './model';

const game: Invitation = { title: 'Around the world', phase: 'lobby', joinable: true };
const found = (more: Partial<Invitation> = {}): Result<Invitation> => ({
  ok: true,
  value: { ...game, ...more },
  etag: null,
});
const refused = (status: number): Result<Invitation> => ({
  ok: false,
  problem: { type: 'about:blank', title: '', status },
});

/** A model whose server says `answers`, in their order. */
function modelOf(...answers: Result<Invitation>[]) {
  const attempt = signal<Attempt>({ name: 'idle' });
  const asked: string[] = [];
  const joins: JoinRequest[] = [];
  const model = createJoinModel({
    ask: async pin => {
      asked.push(pin);
      return answers.shift() ?? refused(500);
    },
    attempt,
    goOn: pin => pin === '999999',
    onNaming: () => {},
    onJoin: request => joins.push(request),
    beside: {},
    host: 'quiz.example',
  });
  return { model, attempt, asked, joins };
}
const settle = () => new Promise(done => setTimeout(done));

describe('a PIN', () => {
  test('is looked up with its last digit, once', async () => {
    const { model, asked } = modelOf(found());
    model.typePin('123 45');
    model.typePin('123 456');
    model.typePin('123 456');
    model.enterPin();
    await settle();
    expect(asked).toEqual(['123456']);
    expect(model.invitation.value?.title).toBe('Around the world');
  });

  test('of a game with a seat leads back to it without asking', () => {
    const { model, asked } = modelOf();
    model.pin.value = '999999';
    model.enterPin();
    expect(asked).toEqual([]);
  });

  test('that is too short says so without asking', () => {
    const { model, asked } = modelOf();
    model.typePin('12');
    model.enterPin();
    expect(model.remark.value).toEqual({ key: 'pin.short' });
    expect(asked).toEqual([]);
  });

  test.each([
    [refused(404), 'pin.unknown'],
    [refused(429), 'pin.tries'],
    [refused(0), 'problem.unreachable'],
    [refused(500), 'problem.unexpected'],
    [found({ joinable: false }), 'pin.locked'],
    [found({ joinable: false, phase: 'finished' }), 'pin.over'],
  ])('that leads nowhere says why, kindly (%#)', async (answer, key) => {
    const { model } = modelOf(answer);
    model.typePin('123456');
    await settle();
    expect(model.invitation.value).toBeNull();
    expect(model.remark.value).toEqual({ key });
    model.typePin('12345');
    expect(model.remark.value).toBeNull();
  });

  test('typed anew makes the answer for the old one void', async () => {
    const { model } = modelOf(found(), refused(404));
    model.typePin('111111');
    model.typePin('222222');
    await settle();
    expect(model.invitation.value).toBeNull();
    expect(model.remark.value).toEqual({ key: 'pin.unknown' });
  });
});

describe('a seat', () => {
  async function invited(more: Partial<Invitation> = {}) {
    const all = modelOf(found(more));
    all.model.typePin('123456');
    await settle();
    return all;
  }

  test('is asked for with a tidy name, and with the smallest team unless another is chosen', async () => {
    const { model, joins } = await invited({
      teams: [
        { id: 'r', name: 'Red', players: 3 },
        { id: 'b', name: 'Blue', players: 2 },
      ],
    });
    model.join('  Ada   L ');
    model.chooseTeam('r');
    model.join();
    expect(joins).toEqual([
      { pin: '123456', nickname: 'Ada L', team: 'b' },
      { pin: '123456', nickname: 'Ada L', team: 'r' },
    ]);
  });

  test('needs a name that fits', async () => {
    const { model, joins } = await invited();
    model.join();
    expect(model.remark.value).toEqual({ key: 'name.empty' });
    model.typeName('x'.repeat(25));
    expect(model.remark.value).toEqual({ key: 'name.long' });
    model.join();
    expect(joins).toEqual([]);
  });

  test('with a taken name is offered under a free one', async () => {
    const { model, attempt, joins } = await invited();
    model.join('Ada');
    attempt.value = { name: 'refused', code: 'nickname-taken', free: 'Ada 2' };
    expect(model.remark.value).toEqual({ key: 'name.taken', name: 'Ada' });
    expect(model.free.value).toBe('Ada 2');
    attempt.value = { name: 'idle' };
    model.join('Ada 2');
    expect(model.free.value).toBeUndefined();
    expect(joins.at(-1)).toEqual({ pin: '123456', nickname: 'Ada 2' });
  });

  test('in a game that closed meanwhile leads back to the PIN', async () => {
    const { model, attempt } = await invited();
    model.join('Ada');
    attempt.value = { name: 'stopped', reason: 'locked' };
    expect(model.invitation.value).toBeNull();
    expect(model.remark.value).toEqual({ key: 'pin.locked' });
  });

  test('in a game that is full says that, and not that its doors are closed', async () => {
    const { model, attempt } = await invited();
    model.join('Ada');
    attempt.value = { name: 'refused', code: 'game-full' };
    expect(model.remark.value?.key).toBe('pin.full');
    expect(model.invitation.value).not.toBeNull();
  });

  test('behind a network that lets no socket through says so, and what helps', async () => {
    const { model, attempt } = await invited();
    model.join('Ada');
    attempt.value = { name: 'unreachable' };
    expect(model.remark.value).toEqual({ key: 'problem.unreachable' });
    attempt.value = { name: 'blocked' };
    expect(model.remark.value).toEqual({ key: 'link.blocked', name: 'quiz.example' });
  });

  test('is asked for once while the answer is awaited', async () => {
    const { model, attempt, joins } = await invited();
    model.join('Ada');
    attempt.value = { name: 'busy' };
    model.join('Ada');
    expect(joins).toHaveLength(1);
  });
});

import { signal } from '@preact/signals';
import type { Problem } from '../../api';
import { listGames } from '../server';
import type { GameSummary } from './game';

/** The host's games, newest first; null until the server has answered once. */
export const games = signal<GameSummary[] | null>(null);
export const problem = signal<Problem | null>(null);

export async function loadGames(): Promise<void> {
  const reply = await listGames();
  if (reply.ok) games.value = reply.value;
  problem.value = reply.ok ? null : reply.problem;
}

import { computed, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { leavingThings } from '../deletions';
import { deleteGame, listGames } from '../server';
import type { GameSummary } from './game';

const stored = signal<GameSummary[] | null>(null);
const leaving = leavingThings(deleteGame, id => {
  stored.value = stored.value?.filter(game => game.id !== id) ?? null;
});

/** The host's games, newest first; null until the server has answered once. */
export const games = computed(() => stored.value?.filter(game => !leaving.ids.value.has(game.id)) ?? null);
export const problem = signal<Problem | null>(null);

export async function loadGames(): Promise<void> {
  const reply = await listGames();
  if (reply.ok) stored.value = reply.value;
  problem.value = reply.ok ? null : reply.problem;
}

export function removeGame(game: { id: string; title: string }): void {
  leaving.leave(game.id, t('report.deleted', { title: game.title }));
}

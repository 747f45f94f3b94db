import { computed, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { pendingDeletions } from '../deletions';
import { deleteGame, listGames } from '../server';
import type { GameSummary } from './game';

const loaded = signal<GameSummary[] | null>(null);
const deletions = pendingDeletions(deleteGame, id => {
  loaded.value = loaded.value?.filter(game => game.id !== id) ?? null;
});

/** The host's games, newest first; null until the server has answered once. */
export const games = computed(() => loaded.value?.filter(game => !deletions.ids.value.has(game.id)) ?? null);
export const problem = signal<Problem | null>(null);

export async function loadGames(): Promise<void> {
  const reply = await listGames();
  if (reply.ok) loaded.value = reply.value;
  problem.value = reply.ok ? null : reply.problem;
}

export function removeGame(game: { id: string; title: string }): void {
  deletions.start(game.id, t('report.deleted', { title: game.title }));
}

import { computed, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { pendingDeletions } from '../deletions';
import { deleteGame, listGames, nextOf } from '../server';
import type { GameSummary } from './game';

const loaded = signal<GameSummary[] | null>(null);
/** Where older ones are, if there are any. */
export const older = signal<string | undefined>(undefined);
const deletions = pendingDeletions(deleteGame, id => {
  loaded.value = loaded.value?.filter(game => game.id !== id) ?? null;
});

/** The host's games, newest first; null until the server has answered once. */
export const games = computed(() => loaded.value?.filter(game => !deletions.ids.value.has(game.id)) ?? null);
export const problem = signal<Problem | null>(null);

export async function loadGames(): Promise<void> {
  const reply = await listGames();
  if (reply.ok) {
    // Older ones that were asked for stay.
    const last = reply.value.at(-1)?.createdAt ?? 0;
    const next = nextOf(reply.link);
    const kept = next ? (loaded.value?.filter(game => game.createdAt < last) ?? []) : [];
    if (kept.length === 0) older.value = next;
    loaded.value = [...reply.value, ...kept];
  }
  problem.value = reply.ok ? null : reply.problem;
}

export async function loadOlderGames(): Promise<void> {
  const reply = await listGames(older.value);
  if (reply.ok) {
    loaded.value = [...(loaded.value ?? []), ...reply.value];
    older.value = nextOf(reply.link);
  }
  problem.value = reply.ok ? null : reply.problem;
}

export function removeGame(game: { id: string; title: string }): void {
  deletions.start(game.id, t('report.deleted', { title: game.title }));
}

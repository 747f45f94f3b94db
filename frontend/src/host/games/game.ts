import type { Phase } from '../../protocol';

export interface Opened {
  id: string;
  pin: string;
  joinUrl: string;
  screenUrl: string;
}
export interface GameSummary extends Opened {
  title: string;
  phase: Phase;
  players: number;
  createdAt: number;
  finishedAt?: number;
}
export interface GameDetail extends GameSummary {
  /** From 0; -1 in the lobby. */
  question: number;
  total: number;
  settings: { teams?: { id: string; name: string }[]; identify?: { label: string } };
}

export const isRunning = (game: { phase: Phase }) => game.phase !== 'finished';

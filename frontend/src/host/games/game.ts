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
  /** Another host, whose it is. */
  owner?: string;
  /** It is played for practice. */
  rehearsal?: true;
}
export interface GameDetail extends GameSummary {
  /** From 0; -1 in the lobby. */
  question: number;
  total: number;
  settings: { teams?: { id: string; name: string }[]; identify?: { label: string } };
  /** What its questions show and play. */
  media?: { url: string; kind: 'image' | 'audio' | 'video' }[];
}

export const isRunning = (game: { phase: Phase }) => game.phase !== 'finished';

/** What the editor and the frames of its preview say to each other. */
import type { Answer, Look, PlayState, ScreenState, Tally } from '../protocol';

export type Side = 'screen' | 'phone';

/** To both: `at` is the moment in which the clock stands still; absent where it goes on. */
interface Shown {
  at?: number;
}
export interface ScreenShown extends Shown {
  state: ScreenState;
  look: Look;
  answered: number;
  /** 0: nobody is counted. */
  players: number;
  tally: Tally;
}
/** `run`: another number where what was tapped before counts no more. */
export interface PhoneShown extends Shown {
  state: PlayState;
  run: number;
  nickname: string;
}
export type ToFrame = ScreenShown | PhoneShown;

/** From a frame: it can be told what to show; somebody has answered; the person is done with the game. */
export type FromFrame =
  | { type: 'ready'; side: Side }
  | { type: 'answer'; question: number; answer: Answer; elapsedMs: number }
  | { type: 'exit' };

import { later } from '../later';

/** What sets formulas: by far the heaviest part, and most quizzes have none. */
export const setter = later(() => import('./typeset'));

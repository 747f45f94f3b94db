/**
 * A quiz played by one person, and by nobody: what has happened, and what screen and phone show of it. Pure: every step makes
 * a new show, and the time comes from outside.
 */
import type { Answer, PlayState, Question, Row, ScreenState, Tally } from '../../../protocol';
import { isScored } from '../../../ui/scored';
import type { Quiz, QuizQuestion } from '../../library/quiz';
import { asked, keyed, previewOf } from './asked';
import { fractionOf, pointsOf, streakBonus } from './judge';

export const PHASES = ['ready', 'question', 'reveal'] as const;
export type Phase = (typeof PHASES)[number] | 'finished';

/** How an answer went. */
interface Given {
  answer: Answer;
  elapsedMs: number;
  fraction: number | null;
  points: number;
  streak: number;
}
export interface Show {
  readonly quiz: Quiz;
  readonly index: number;
  readonly phase: Phase;
  /** When the phase began, epoch milliseconds. */
  readonly since: number;
  readonly given: Readonly<Record<number, Given>>;
}

/** The name of whoever plays. */
export const PLAYER = 'Podium';

export const opened = (quiz: Quiz, index: number, phase: Phase, now: number): Show => ({
  quiz,
  index,
  phase,
  since: now,
  given: {},
});

const current = ({ quiz, index }: Show): QuizQuestion => quiz.questions[index]!;
/** Reading takes its time, as with the setting `auto`. */
const countdownMs = ({ text }: QuizQuestion) =>
  Math.min(15_000, Math.max(3_000, 1_000 + 300 * text.split(/\s+/).filter(Boolean).length));

/** When the show goes on by itself; null when somebody has to press. */
export function dueAt(show: Show): number | null {
  const question = current(show);
  if (show.phase === 'ready') return show.since + countdownMs(question);
  if (show.phase !== 'question' || question.kind === 'slide') return null;
  // Whoever plays alone is all there are: an answer closes the question, after a moment to see that it is saved.
  if (show.given[show.index]) return show.since + show.given[show.index]!.elapsedMs + 900;
  return question.timeLimitMs > 0 ? show.since + question.timeLimitMs + 750 : null;
}

/** The next phase; at the end of the last question the end. */
export function onward(show: Show, now: number): Show {
  const to = (phase: Phase, index = show.index): Show => ({ ...show, phase, index, since: now });
  const next = () =>
    show.index + 1 < show.quiz.questions.length ? to('ready', show.index + 1) : to('finished');
  switch (show.phase) {
    case 'ready':
      return to('question');
    case 'question':
      return current(show).kind === 'slide' ? next() : to('reveal');
    case 'reveal':
      return next();
    case 'finished':
      return show;
  }
}

/** The first answer to the open question stands. */
export function answered(show: Show, question: number, answer: Answer, elapsedMs: number): Show {
  if (show.phase !== 'question' || question !== show.index || show.given[question]) return show;
  const { points, timeLimitMs } = current(show);
  const fraction = fractionOf(current(show), answer);
  const streak = fraction === 1 && points > 0 ? streakBefore(show) + 1 : 0;
  const worth =
    fraction === null ? 0 : pointsOf(fraction, points, timeLimitMs, elapsedMs) + streakBonus(streak);
  const given = { answer, elapsedMs, fraction, points: worth, streak };
  return { ...show, given: { ...show.given, [question]: given } };
}

/** As if the question had been answered rightly after a while; as it is where nobody can know what is right. */
export function answeredRightly(show: Show): Show {
  const answer = rightAnswer(keyed(current(show), show.index, show.quiz.questions.length));
  if (!answer || show.given[show.index]) return show;
  return { ...answered({ ...show, phase: 'question' }, show.index, answer, 4_000), phase: show.phase };
}

function rightAnswer(question: Question): Answer | null {
  switch (question.kind) {
    case 'choice':
    case 'true-false':
      return question.correct?.length ? { choices: question.correct } : null;
    case 'poll':
      return question.choices[0] ? { choices: [question.choices[0].id] } : null;
    case 'text':
      return question.correct?.[0] ? { text: question.correct[0] } : null;
    case 'number':
      return question.correct ? { number: question.correct.value } : null;
    case 'scale':
      return { number: question.max };
    case 'order':
      return question.correct ? { order: question.correct } : null;
    case 'point': {
      const { correct } = question;
      if (!correct) return null;
      return correct.shape === 'circle'
        ? { point: [correct.x, correct.y] }
        : { point: [correct.x + correct.width / 2, correct.y + correct.height / 2] };
    }
    default:
      return null;
  }
}

/** How many scored questions in a row were right; those without points, and opinions, are passed over. */
function streakBefore({ quiz, index, given }: Show): number {
  for (let at = index - 1; at >= 0; at--) {
    if (given[at]?.fraction === null || quiz.questions[at]!.points === 0) continue;
    return given[at]?.streak ?? 0;
  }
  return 0;
}

const scoreOf = ({ given }: Show) => Object.values(given).reduce((sum, { points }) => sum + points, 0);

// ---- what is seen

const beside = ({ quiz }: Show) => (quiz.language ? { language: quiz.language } : {});

/** Times of a phase that just began. */
function times(show: Show) {
  const question = current(show);
  if (show.phase === 'ready') return { opensAt: show.since + countdownMs(question) };
  const closesAt = show.since + question.timeLimitMs;
  return {
    opensAt: show.since,
    ...(question.timeLimitMs > 0 && question.kind !== 'slide' && { closesAt }),
  };
}

function standing(show: Show): Row[] {
  return [{ rank: 1, nickname: PLAYER, score: scoreOf(show) }];
}

/** `tally`: what a hall said at the reveal. */
export function screenState(show: Show, tally: Tally): ScreenState {
  const { quiz, index, phase } = show;
  const total = quiz.questions.length;
  if (phase === 'finished') return { phase, top: standing(show), players: 1, ...beside(show) };
  if (phase === 'ready')
    return { phase, question: previewOf(current(show), index, total), ...times(show), ...beside(show) };
  if (phase === 'question')
    return { phase, question: asked(current(show), index, total), ...times(show), ...beside(show) };
  const players = Math.max(1, said(tally));
  return {
    phase,
    question: keyed(current(show), index, total),
    tally,
    players,
    answered: said(tally),
    ...beside(show),
  };
}

export function phoneState(show: Show): PlayState {
  const { quiz, index, phase } = show;
  const total = quiz.questions.length;
  const mine = show.given[index];
  const score = scoreOf(show);
  if (phase === 'finished') {
    const scored = quiz.questions.flatMap(({ kind, points }, at) =>
      isScored(kind) && points > 0 ? [at] : [],
    );
    const correct = scored.filter(at => show.given[at]?.fraction === 1).length;
    return {
      phase,
      top: standing(show),
      players: 1,
      mine: { score, rank: 1, correct, total: scored.length },
      ...beside(show),
    };
  }
  if (phase === 'ready')
    return { phase, question: previewOf(current(show), index, total), ...times(show), ...beside(show) };
  if (phase === 'question')
    return {
      phase,
      question: asked(current(show), index, total),
      ...times(show),
      ...(mine && { mine: { answer: mine.answer, status: 'saved' } }),
      ...beside(show),
    };
  return {
    phase,
    question: keyed(current(show), index, total),
    players: 1,
    mine: {
      ...(mine && { answer: mine.answer, elapsedMs: mine.elapsedMs }),
      correct: isScored(current(show).kind) ? mine?.fraction === 1 : null,
      fraction: mine?.fraction ?? 0,
      points: mine?.points ?? 0,
      streak: mine?.streak ?? 0,
    },
    score,
    rank: 1,
    ...beside(show),
  };
}

const said = (tally: Tally) => (tally as { count: number }[]).reduce((sum, { count }) => sum + count, 0);

// ---- tallies

/** What one answer makes of a tally. */
export function tallyOf(show: Show): Tally {
  const mine = show.given[show.index]?.answer;
  const question = asked(current(show), show.index, show.quiz.questions.length);
  return mine ? tallyOfAnswer(question, mine, current(show)) : [];
}

function tallyOfAnswer(question: Question, answer: Answer, written: QuizQuestion): Tally {
  if ('choices' in answer && 'choices' in question)
    return question.choices.map(({ id }) => ({ id, count: answer.choices.includes(id) ? 1 : 0 }));
  if ('order' in answer && written.kind === 'order')
    return written.items.map((_, at) => ({ id: `c${at}`, count: answer.order[at] === `c${at}` ? 1 : 0 }));
  if ('text' in answer) return [{ text: answer.text, count: 1 }];
  if ('number' in answer) return [{ from: answer.number, to: answer.number, count: 1 }];
  if ('point' in answer) return [{ x: answer.point[0], y: answer.point[1], count: 1 }];
  return [];
}

/** A hall of some thirty people that nobody has seen: most are right, the rest is spread, each time alike. */
export function imaginedTally(show: Show): Tally {
  const question = keyed(current(show), show.index, show.quiz.questions.length);
  switch (question.kind) {
    case 'choice':
    case 'true-false':
    case 'poll':
      return question.choices.map(({ id }, at) => ({
        id,
        count: question.correct?.includes(id) ? 17 : [6, 4, 7, 2, 3, 1, 2, 1][at % 8]!,
      }));
    case 'order':
      return (question.correct ?? []).map((id, at) => ({ id, count: Math.max(4, 26 - 4 * at) }));
    case 'text':
      return (question.correct ?? [])
        .slice(0, 5)
        .map((text, at) => ({ text, count: Math.max(1, 14 - 5 * at) }));
    case 'number':
    case 'scale': {
      const { min, max } = question;
      const width = (max - min) / 5;
      const right = question.kind === 'number' ? question.correct?.value : undefined;
      return [2, 5, 11, 8, 3].map((count, at) => {
        const from = min + at * width;
        const hit = right !== undefined && right >= from && right <= from + width;
        return { from, to: from + width, count: hit ? 14 : count };
      });
    }
    default:
      return [];
  }
}

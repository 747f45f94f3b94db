/** Every call the host's pages make once somebody is signed in. */

import type { FieldError, Result } from '../api';
import * as api from '../api';
import type { GameDetail, GameSummary, Opened } from './games/game';
import type { Settings } from './launch/settings';
import type { Quiz, QuizSummary } from './library/quiz';
import type { Report, Separator } from './report/report';
import { watched } from './session';

const after = <T>(reply: Promise<Result<T>>) => reply.then(watched);
const quizPath = (id: string) => `/api/quizzes/${encodeURIComponent(id)}`;
const gamePath = (id: string) => `/api/games/${encodeURIComponent(id)}`;

export const listQuizzes = () => after(api.get<QuizSummary[]>('/api/quizzes'));
export const loadQuiz = (id: string) => after(api.get<Quiz>(quizPath(id)));
/** Under an id made here: asking again makes no second one, but is refused with 412. */
export const createQuiz = (id: string, quiz: Quiz) =>
  after(api.put<Quiz>(quizPath(id), unfinished(quiz), { ifNoneMatch: '*' }));
export const storeQuiz = (id: string, quiz: Quiz, etag: string) =>
  after(api.put<Quiz>(quizPath(id), unfinished(quiz), { ifMatch: etag }));
/** What keeps a quiz from being played. */
export const listMistakes = (id: string) => after(api.get<FieldError[]>(`${quizPath(id)}/mistakes`));

/** Saving never says no: a question that is not finished is stored as it is. */
const unfinished = (quiz: Quiz) => ({
  ...quiz,
  questions: quiz.questions.map(question => ({ ...question, draft: true })),
});
export const deleteQuiz = (id: string, keepalive = false) => after(api.remove(quizPath(id), keepalive));
export const exportPath = (id: string) => `${quizPath(id)}/export?format=json`;

export interface ImportReply {
  quiz: { id: string; title: string };
  format: string;
  rows: {
    row: number;
    status: 'imported' | 'changed' | 'draft' | 'refused';
    field?: string;
    code?: string;
    message?: string;
  }[];
}
export function importQuiz(file: File) {
  const form = new FormData();
  form.append('file', file);
  return after(api.post<ImportReply>('/api/quizzes/import', form));
}

export const listGames = () => after(api.get<GameSummary[]>('/api/games'));
export const loadGame = (id: string) => after(api.get<GameDetail>(gamePath(id)));
export const openGame = (quizId: string, settings: Settings) =>
  after(api.post<Opened>('/api/games', { quizId, settings }));
export const loadReport = (id: string) => after(api.get<Report>(`${gamePath(id)}/report?format=json`));
export const deleteGame = (id: string, keepalive = false) => after(api.remove(gamePath(id), keepalive));
export const reportSheet = (id: string) => `${gamePath(id)}/report?format=xlsx`;
export const reportCsv = (id: string, separator: Separator) =>
  `${gamePath(id)}/report?format=csv&separator=${separator}`;

/** Where phones may reach this machine: the address in use first. `public`: it was configured. */
export interface Addresses {
  public: boolean;
  addresses: string[];
}
export const listAddresses = () => after(api.get<Addresses>('/api/addresses'));
export const addressTest = (test: string) =>
  after(api.get<{ reached: boolean }>(`/api/addresses/tests/${test}`));

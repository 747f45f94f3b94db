/** Every call the host's pages make once somebody is signed in. */

import type { FieldError, Result } from '../api';
import * as api from '../api';
import type { Look, Regrade } from '../protocol';
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

export type ExportFormat = 'json' | 'zip' | 'kahoot' | 'gift' | 'moodle';
export const exportPath = (id: string, format: ExportFormat) => `${quizPath(id)}/export?format=${format}`;
/** What a file cannot hold; without a field, the question as a whole. */
export interface ExportLoss {
  row: number;
  field: string;
  code: string;
}
export const listLosses = (id: string, format: ExportFormat) =>
  after(api.get<ExportLoss[]>(`${quizPath(id)}/losses?format=${format}`));

export interface ImportRow {
  row: number;
  status: 'imported' | 'changed' | 'draft' | 'refused';
  field?: string;
  code?: string;
  message?: string;
  /** In a preview. */
  question?: Record<string, unknown>;
}
/** What the columns of a table hold, and the row of its first question. */
export interface Mapping {
  columns: string[];
  first: number;
}
export interface ImportTable extends Mapping {
  guessed: boolean;
  lines: { row: number; cells: string[] }[];
}
export interface ImportReply {
  quiz: { id: string; title: string };
  format: string;
  rows: ImportRow[];
  /** In the preview of a table. */
  table?: ImportTable;
}
/** What a file would give; nothing is stored. */
export const previewImport = (file: File, mapping?: Mapping) => sendFile(file, 'preview=true', mapping);
/** The same, and its pictures and sounds are kept, for questions that are added here. */
export const keepMedia = (file: File, mapping?: Mapping) =>
  sendFile(file, 'preview=true&media=true', mapping);
export const importQuiz = (file: File, mapping?: Mapping) => sendFile(file, '', mapping);

function sendFile(file: File, how: string, mapping?: Mapping) {
  const form = new FormData();
  form.append('file', file);
  const query = new URLSearchParams(how);
  if (mapping) {
    query.set('columns', mapping.columns.join(','));
    query.set('first', String(mapping.first));
  }
  const path = '/api/quizzes/import';
  const search = query.toString();
  return after(api.post<ImportReply>(search ? `${path}?${search}` : path, form));
}

export const listGames = () => after(api.get<GameSummary[]>('/api/games'));
export const loadGame = (id: string) => after(api.get<GameDetail>(gamePath(id)));
export const openGame = (quizId: string, settings: Settings & { look: Look }) =>
  after(api.post<Opened>('/api/games', { quizId, settings }));
export const loadReport = (id: string) => after(api.get<Report>(`${gamePath(id)}/report?format=json`));
/** Judges a question of a game again, running or over. */
export const regrade = (id: string, question: number, how: Regrade) =>
  after(api.post(`${gamePath(id)}/regrade`, { question, ...how }));
export const ungrade = (id: string, question: number) =>
  after(api.post(`${gamePath(id)}/ungrade`, { question }));
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
/** What the last phone said that opened a test link; `socket` and `stream` are absent where none has. */
export interface AddressTest {
  reached: boolean;
  socket?: boolean;
  stream?: boolean;
}
export const addressTest = (test: string) => after(api.get<AddressTest>(`/api/addresses/tests/${test}`));

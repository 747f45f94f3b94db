/** Every call the host's pages make once somebody is signed in. */

import type { FieldError, Result } from '../api';
import * as api from '../api';
import type { Look, Regrade } from '../protocol';
import type { GameDetail, GameSummary, Opened } from './games/game';
import type { Settings } from './launch/settings';
import type { Folder, Places, Quiz, QuizSummary } from './library/quiz';
import { query, type Wish } from './library/wish';
import type { Report, Separator } from './report/report';
import { type Role, watched } from './session';

const after = <T>(reply: Promise<Result<T>>) => reply.then(watched);
const quizPath = (id: string) => `/api/quizzes/${encodeURIComponent(id)}`;
const gamePath = (id: string) => `/api/games/${encodeURIComponent(id)}`;

/** `next` is absent at the end, `total` on all pages but the first. */
export interface QuizPage {
  items: QuizSummary[];
  next?: string;
  total?: number;
}
export const pageQuizzes = (wish: Wish, limit: number, from?: string) =>
  after(api.get<QuizPage>(`/api/library?${query(wish, limit, from)}`));
export const listPlaces = () => after(api.get<Places>('/api/library/places'));
/** Of several quizzes at once: all, or none. The server takes 200 at a time. */
const several = (what: string, quizzes: string[], how: object = {}) =>
  after(api.post(`/api/library/${what}`, { quizzes, ...how }));
export const moveQuizzes = (ids: string[], folder: string | null) => several('move', ids, { folder });
export const tagQuizzes = (ids: string[], add: string[], remove: string[]) =>
  several('tag', ids, { add, remove });
export const trashQuizzes = (ids: string[]) => several('trash', ids);
export const restoreQuizzes = (ids: string[]) => several('restore', ids);
export const eraseQuizzes = (ids: string[]) => several('erase', ids);
export const emptyTrash = () => after(api.remove('/api/library/trash'));

const folderPath = (id: string) => `/api/library/folders/${encodeURIComponent(id)}`;
type ChosenFolder = Pick<Folder, 'name' | 'parent'>;
export const createFolder = (folder: ChosenFolder) => after(api.post<Folder>('/api/library/folders', folder));
export const replaceFolder = (id: string, folder: ChosenFolder) => after(api.put(folderPath(id), folder, {}));
export const deleteFolder = (id: string) => after(api.remove(folderPath(id)));

export type GuestRight = 'see' | 'launch' | 'edit';
export type LinkRight = 'see' | 'copy';
export interface Shares {
  hosts: { id: string; name: string; email: string; may: GuestRight }[];
  link?: { token: string; may: LinkRight };
}
export const listShares = (id: string) => after(api.get<Shares>(`${quizPath(id)}/shares`));
export const shareQuiz = (id: string, email: string, may: GuestRight) =>
  after(api.put<Shares>(`${quizPath(id)}/shares`, { email, may }, {}));
export const unshareQuiz = (id: string, host: string) =>
  after(api.remove(`${quizPath(id)}/shares/${encodeURIComponent(host)}`));
export const linkQuiz = (id: string, may: LinkRight) =>
  after(api.put<Shares['link']>(`${quizPath(id)}/link`, { may }, {}));
export const unlinkQuiz = (id: string) => after(api.remove(`${quizPath(id)}/link`));
export const copyQuiz = (id: string) => after(api.post<Quiz>(`${quizPath(id)}/duplicate`, undefined));

const linkPath = (token: string) => `/api/shared/${encodeURIComponent(token)}`;
/** What a link leads to; nobody need be signed in. */
export const loadLinked = (token: string) => api.get<Quiz & { may: LinkRight }>(linkPath(token));
export const copyLinked = (token: string) => after(api.post<Quiz>(`${linkPath(token)}/copy`, undefined));

export const loadQuiz = (id: string) => after(api.get<Quiz>(quizPath(id)));
/** Under an id made here: asking again makes no second one, but is refused with 412. */
export const createQuiz = (id: string, quiz: Quiz) =>
  after(api.put<Quiz>(quizPath(id), unfinished(quiz), { ifNoneMatch: '*' }));
export const storeQuiz = (id: string, quiz: Quiz, etag: string) =>
  after(api.put<Quiz>(quizPath(id), unfinished(quiz), { ifMatch: etag }));
/** What keeps a quiz from being played. */
export const listMistakes = (id: string) => after(api.get<FieldError[]>(`${quizPath(id)}/mistakes`));

/** `most`: so many are kept. The latest first; `savedAt` in epoch milliseconds. */
export interface QuizVersions {
  items: { version: number; title: string; questions: number; savedAt: number; savedBy?: string }[];
  most: number;
}
export type QuizVersion = Quiz & { version: number; savedAt: number; savedBy?: string };
const versionsPath = (id: string) => `${quizPath(id)}/versions`;
export const listVersions = (id: string) => after(api.get<QuizVersions>(versionsPath(id)));
export const loadVersion = (id: string, version: number) =>
  after(api.get<QuizVersion>(`${versionsPath(id)}/${version}`));
export const restoreVersion = (id: string, version: number, etag: string) =>
  after(api.post<Quiz>(`${versionsPath(id)}/${version}/restore`, undefined, { ifMatch: etag }));
export const forgetVersions = (id: string) => after(api.remove(versionsPath(id)));

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

/** Where a list goes on, as the `Link` of its reply says; nowhere after its end. */
export const nextOf = (link?: string | null) => /<(\/[^>]*)>; rel="next"/.exec(link ?? '')?.[1];
/** `next` is where the page before has said that the list goes on. */
export const listGames = (next = '/api/games') => after(api.get<GameSummary[]>(next));
export const loadGame = (id: string) => after(api.get<GameDetail>(gamePath(id)));
/** @param quizIds a round each */
export const openGame = (
  quizIds: readonly [string, ...string[]],
  settings: Omit<Settings, 'breakMs'> & { breakMs?: number; look: Look },
  rehearsal = false,
) =>
  after(
    api.post<Opened>('/api/games', {
      ...(quizIds.length > 1 ? { quizIds } : { quizId: quizIds[0] }),
      settings,
      ...(rehearsal && { rehearsal }),
    }),
  );
export const loadReport = (id: string) => after(api.get<Report>(`${gamePath(id)}/report?format=json`));

/** Who steers a game; `others` have its quiz shared with them. */
export interface Crew {
  owner: { id: string; name: string };
  hosts: Guest[];
  remotes: { id: string; createdAt: number; usedAt?: number }[];
  others: Guest[];
}
interface Guest {
  id: string;
  name: string;
  email: string;
}
export const loadCrew = (id: string) => after(api.get<Crew>(`${gamePath(id)}/crew`));
export const askHost = (id: string, email: string) =>
  after(api.put<Crew>(`${gamePath(id)}/hosts`, { email }, {}));
export const dismissHost = (id: string, host: string) => after(api.remove(`${gamePath(id)}/hosts/${host}`));
/** The link is told once. */
export const makeRemote = (id: string) =>
  after(api.post<{ id: string; url: string }>(`${gamePath(id)}/remotes`, undefined));
export const revokeRemote = (id: string, remote: string) =>
  after(api.remove(`${gamePath(id)}/remotes/${encodeURIComponent(remote)}`));

/** The questions alone: names are of no use beside another game's. */
export const loadQuestions = (id: string) =>
  after(api.get<Report>(`${gamePath(id)}/report?format=json&players=false`));
export const listGamesOf = (quiz: string) =>
  after(api.get<GameSummary[]>(`/api/games?quiz=${encodeURIComponent(quiz)}`));
/** What is stored of one player of a game that is over. */
export const deletePlayer = (id: string, player: string) =>
  after(api.remove(`${gamePath(id)}/players/${encodeURIComponent(player)}`));
/** Judges a question of a game again, running or over. */
export const regrade = (id: string, question: number, how: Regrade) =>
  after(api.post(`${gamePath(id)}/regrade`, { question, ...how }));
export const ungrade = (id: string, question: number) =>
  after(api.post(`${gamePath(id)}/ungrade`, { question }));
/** Links for one player each: into the game with more time, or to a seat of it. */
export const invitePlayer = (id: string, extra: number) =>
  after(api.post<{ url: string }>(`${gamePath(id)}/invites`, { extra }));
export interface PlayerInvite {
  id: string;
  extra: number;
  createdAt: number;
  /** Who has come by it. */
  player?: string;
}
export const listPlayerInvites = (id: string) => after(api.get<PlayerInvite[]>(`${gamePath(id)}/invites`));
export const withdrawPlayerInvite = (id: string, invite: string) =>
  after(api.remove(`${gamePath(id)}/invites/${encodeURIComponent(invite)}`));
export const moveSeat = (id: string, player: string) =>
  after(
    api.post<{ url: string }>(`${gamePath(id)}/players/${encodeURIComponent(player)}/handover`, undefined),
  );
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

// ---- oneself

export const changeAccount = (name: string, language: string) =>
  after(api.put('/api/account', { name, language }));
export const changePassword = (current: string, password: string) =>
  after(api.post('/api/account/password', { current, password }));

/** How one may sign in; `provider` is absent where there is none. */
export interface WaysIn {
  password: boolean;
  provider?: string;
  linked: boolean;
}
export const listWaysIn = () => after(api.get<WaysIn>('/api/account/ways'));
export const unlinkProvider = () => after(api.remove('/api/account/provider'));

/** Where one is signed in; `device` is such as “Firefox, Windows”. */
export interface SignedIn {
  id: string;
  device?: string;
  usedAt: string;
  current: boolean;
}
export const listSessions = () => after(api.get<SignedIn[]>('/api/account/sessions'));
export const endSession = (id: string) => after(api.remove(`/api/account/sessions/${id}`));
export const endOtherSessions = () => after(api.remove('/api/account/sessions'));

export type Scope = 'read' | 'write' | 'host';
export interface ApiToken {
  id: string;
  name: string;
  scopes: Scope[];
  usedAt?: string;
  /** Told once, when it is made. */
  value?: string;
}
export const listTokens = () => after(api.get<ApiToken[]>('/api/account/tokens'));
export const makeToken = (name: string, scopes: Scope[]) =>
  after(api.post<ApiToken>('/api/account/tokens', { name, scopes }));
export const revokeToken = (id: string) => after(api.remove(`/api/account/tokens/${id}`));

// ---- all hosts, for admins

export interface ListedHost {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabled: boolean;
  demo: boolean;
  usedAt?: string;
  quizzes: number;
  games: number;
}
export const listHosts = (behind = '') =>
  after(api.get<{ items: ListedHost[]; next?: string }>(`/api/hosts?after=${encodeURIComponent(behind)}`));
export const changeHost = (id: string, role: Role, disabled: boolean) =>
  after(api.put(`/api/hosts/${id}`, { role, disabled }));
export const handOver = (id: string, to: string) =>
  after(api.post<object>(`/api/hosts/${id}/transfer`, { to }));

export interface Invite {
  id: string;
  email: string;
  role: Role;
  expiresAt: string;
  /** Of the page that takes it up; told once, when it is made. */
  path?: string;
}
export const listInvites = () => after(api.get<Invite[]>('/api/invites'));
export const invite = (email: string, role: Role) => after(api.post<Invite>('/api/invites', { email, role }));
export const withdrawInvite = (id: string) => after(api.remove(`/api/invites/${id}`));

/** The host's pages, in the part of the address behind `#`. */
export type Route =
  /** All quizzes; those in a folder, with a tag, shared by others, or in the trash. */
  | { page: 'library'; view?: 'shared' | 'trash'; folder?: string; tag?: string }
  /** A quiz with its questions, to be looked at. */
  | { page: 'look'; quiz: string }
  /** The same for whoever has its link, signed in or not. */
  | { page: 'linked'; token: string }
  | { page: 'import' }
  /** `question`, counted from 1, is to be put right; a new quiz lands in `folder`. */
  | { page: 'editor'; quiz: string; question?: number; folder?: string }
  | { page: 'launch'; quiz: string }
  | { page: 'games' }
  | { page: 'account' }
  | { page: 'hosts' }
  /** For somebody who is nobody yet. */
  | { page: 'invitation'; token: string }
  | { page: 'cockpit'; game: string }
  /** The cockpit for whoever has a link, signed in or not. */
  | { page: 'remote'; game: string; token: string }
  | { page: 'report'; game: string };

/** The id a quiz has in the address before it is saved for the first time. */
export const NEW = 'new';
/** Before the folder that a new quiz is to lie in. */
const INTO = 'in-';

/** What an address asks for; the library when it makes no sense. */
export function parseRoute(hash: string): Route {
  const [area = '', id = '', part = ''] = hash.replace(/^#?\/?/, '').split('/');
  if (area === 'quizzes' && id) {
    if (part === 'launch') return { page: 'launch', quiz: id };
    if (part === 'look') return { page: 'look', quiz: id };
    if (id === NEW && part.startsWith(INTO))
      return { page: 'editor', quiz: id, folder: part.slice(INTO.length) };
    return /^[1-9]\d{0,2}$/.test(part)
      ? { page: 'editor', quiz: id, question: Number(part) }
      : { page: 'editor', quiz: id };
  }
  if (area === 'games' && id) {
    return part === 'report' ? { page: 'report', game: id } : { page: 'cockpit', game: id };
  }
  if (area === 'remote' && id && part) return { page: 'remote', game: id, token: part };
  if (area === 'shared' && id) return { page: 'linked', token: id };
  if (area === 'shared' || area === 'trash') return { page: 'library', view: area };
  if (area === 'folders' && id) return { page: 'library', folder: id };
  if (area === 'tags' && id) return { page: 'library', tag: plain(id) };
  if (area === 'invitation' && id) return { page: 'invitation', token: id };
  if (area === 'import' || area === 'account' || area === 'hosts') return { page: area };
  return area === 'games' ? { page: 'games' } : { page: 'library' };
}

/** What a person has put into the address may be anything. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page, as a link has it. */
export function href(route: Route): string {
  switch (route.page) {
    case 'library':
      if (route.folder) return `#/folders/${route.folder}`;
      if (route.tag) return `#/tags/${encodeURIComponent(route.tag)}`;
      return `#/${route.view ?? ''}`;
    case 'look':
      return `#/quizzes/${route.quiz}/look`;
    case 'linked':
      return `#/shared/${route.token}`;
    case 'import':
      return '#/import';
    case 'editor':
      if (route.folder) return `#/quizzes/${route.quiz}/${INTO}${route.folder}`;
      return `#/quizzes/${route.quiz}${route.question ? `/${route.question}` : ''}`;
    case 'launch':
      return `#/quizzes/${route.quiz}/launch`;
    case 'games':
      return '#/games';
    case 'account':
      return '#/account';
    case 'hosts':
      return '#/hosts';
    case 'invitation':
      return `#/invitation/${route.token}`;
    case 'cockpit':
      return `#/games/${route.game}`;
    case 'remote':
      return `#/remote/${route.game}/${route.token}`;
    case 'report':
      return `#/games/${route.game}/report`;
  }
}

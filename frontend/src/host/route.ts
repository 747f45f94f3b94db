/** The host's pages, in the part of the address behind `#`. */
export type Route =
  | { page: 'library' }
  | { page: 'editor'; quiz: string }
  | { page: 'launch'; quiz: string }
  | { page: 'games' }
  | { page: 'cockpit'; game: string }
  | { page: 'report'; game: string };

/** The id a quiz has in the address before it is saved for the first time. */
export const NEW = 'new';

/** What an address asks for; the library when it makes no sense. */
export function parseRoute(hash: string): Route {
  const [area = '', id = '', part = ''] = hash.replace(/^#?\/?/, '').split('/');
  if (area === 'quizzes' && id) {
    return part === 'launch' ? { page: 'launch', quiz: id } : { page: 'editor', quiz: id };
  }
  if (area === 'games' && id) {
    return part === 'report' ? { page: 'report', game: id } : { page: 'cockpit', game: id };
  }
  return area === 'games' ? { page: 'games' } : { page: 'library' };
}

/** The address of a page, as a link has it. */
export function href(route: Route): string {
  switch (route.page) {
    case 'library':
      return '#/';
    case 'editor':
      return `#/quizzes/${route.quiz}`;
    case 'launch':
      return `#/quizzes/${route.quiz}/launch`;
    case 'games':
      return '#/games';
    case 'cockpit':
      return `#/games/${route.game}`;
    case 'report':
      return `#/games/${route.game}/report`;
  }
}

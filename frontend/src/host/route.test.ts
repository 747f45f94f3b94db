import { expect, test } from 'vitest';
import { href, parseRoute, type Route } from './route';

const routes: Route[] = [
  { page: 'library' },
  { page: 'library', view: 'trash' },
  { page: 'library', folder: 'f1' },
  { page: 'library', tag: 'Größe / 7b' },
  { page: 'linked', token: 't1' },
  { page: 'look', quiz: 'q1' },
  { page: 'editor', quiz: 'q1' },
  { page: 'editor', quiz: 'q1', question: 12 },
  { page: 'editor', quiz: 'new', folder: 'f1' },
  { page: 'launch', quiz: 'q1' },
  { page: 'games' },
  { page: 'cockpit', game: 'g1' },
  { page: 'report', game: 'g1' },
];

test.each(routes)('$page has an address of its own', route => {
  expect(parseRoute(href(route))).toEqual(route);
});

test.each(['', '#', '#/', '#/nowhere', '#/quizzes', '#/quizzes/'])('%s is the library', hash => {
  expect(parseRoute(hash)).toEqual({ page: 'library' });
});

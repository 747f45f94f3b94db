import { expect, test } from 'vitest';
import { mediaTrouble } from './media';

test.each([
  ['http://example.org/a.png', 'http'],
  ['https://example.org/a.png', null],
  ['/media/1', null],
  ['https://www.youtube.com/watch?v=1', 'page'],
  ['https://youtu.be/1', 'page'],
  ['https://player.vimeo.com/video/1', 'page'],
  ['https://notyoutube.com/a.mp4', null],
  ['', null],
  ['https://', null],
])('the address %s has trouble: %s', (url, trouble) => {
  expect(mediaTrouble({ url, kind: 'video' })).toBe(trouble);
});

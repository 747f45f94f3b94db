import { expect, test } from 'vitest';
import { isAnimated, recognise } from './recognise';

const bytes = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\n\0\0', 'image/png'],
  ['\xff\xd8\xff\xe1', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x20ftypavif', 'image/avif'],
  ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav'],
  ['ID3\x04', 'audio/mpeg'],
  ['\xff\xfb\x90', 'audio/mpeg'],
  ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
  ['OggS\0', 'audio/ogg'],
  ['\0\0\0\x20ftypisom', 'video/mp4'],
  ['\x1a\x45\xdf\xa3', 'video/webm'],
])('%j is %s, whatever it is called', (head, type) => {
  expect(recognise(bytes(head))).toEqual({ type, kind: type.split('/')[0] });
});

test.each([
  '<svg xmlns="',
  '<?xml version="1.0"?><svg',
  '<html>',
  'PK\x03\x04',
  '%PDF-1.7',
  '\0\0\0\x18ftypheic',
  '',
])('%j is not taken', head => {
  expect(recognise(bytes(head))).toBeNull();
});

test('what moves is told from what does not', () => {
  expect(isAnimated(bytes('GIF89a'), 'image/gif')).toBe(true);
  const webp = bytes('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02');
  expect(isAnimated(webp, 'image/webp')).toBe(true);
  webp[20] = 0x10;
  expect(isAnimated(webp, 'image/webp')).toBe(false);
  expect(isAnimated(bytes('RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0\x02'), 'image/webp')).toBe(false);
});

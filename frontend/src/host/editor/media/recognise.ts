export type FileKind = 'image' | 'audio' | 'video';

/** What a file shows itself to be by its first bytes, whatever it is called; null for what is not taken. */
export function recognise(head: Uint8Array): { kind: FileKind; type: string } | null {
  const at = (from: number, word: string) =>
    [...word].every((letter, n) => head[from + n] === letter.charCodeAt(0));
  const found = (kind: FileKind, type: string) => ({ kind, type });
  if (at(0, '\x89PNG\r\n\x1a\n')) return found('image', 'image/png');
  if (at(0, '\xff\xd8\xff')) return found('image', 'image/jpeg');
  if (at(0, 'GIF8')) return found('image', 'image/gif');
  if (at(0, 'RIFF') && at(8, 'WEBP')) return found('image', 'image/webp');
  if (at(0, 'RIFF') && at(8, 'WAVE')) return found('audio', 'audio/wav');
  if (at(4, 'ftypavi')) return found('image', 'image/avif');
  if (at(4, 'ftypM4A')) return found('audio', 'audio/mp4');
  // Pictures of iPhones; what plays is left to the server.
  if (at(4, 'ftyphei') || at(4, 'ftypmif') || at(4, 'ftyphev')) return null;
  if (at(4, 'ftyp')) return found('video', 'video/mp4');
  if (at(0, 'OggS')) return found('audio', 'audio/ogg');
  if (at(0, '\x1a\x45\xdf\xa3')) return found('video', 'video/webm');
  if (at(0, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2))
    return found('audio', 'audio/mpeg');
  return null;
}

/** Whether it moves; then it is kept as it is, since a browser would draw one of its pictures only. */
export function isAnimated(bytes: Uint8Array, type: string): boolean {
  if (type === 'image/gif') return true;
  // The extended header of a WebP has a flag for it.
  return type === 'image/webp' && bytes[12] === 0x56 && bytes[15] === 0x58 && ((bytes[20] ?? 0) & 2) !== 0;
}

import { useMemo } from 'preact/hooks';
import type { Format } from '../protocol';
import { later } from './later';
import { setter } from './markup/setter';

const reader = later(() => import('./markup/read'));

/** Changes whenever texts become others to look at: who measures them measures again. */
export const lookOfTexts = () => `${reader.here.value !== undefined} ${setter.here.value !== undefined}`;

interface Props {
  text: string;
  format: Format | undefined;
  /** Words among others, as on a tile: what would be lists and headings stands as it was written. */
  inline?: boolean;
}

/** A text of a quiz as its author meant it; as it was written until what reads Markdown is here. */
export function Written({ text, format, inline = false }: Props) {
  const marked = format === 'markdown';
  if (marked) reader.ask();
  const read = marked && reader.here.value?.read;
  return useMemo(() => <>{read ? read(text, inline) : text}</>, [read, text, inline]);
}

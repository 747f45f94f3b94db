import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Sorting {
  row: RefObject<HTMLElement | null>;
  /** What is taken hold of; the whole row when there is none. */
  handle?: RefObject<HTMLElement | null>;
  /** Rows of one list share it; nothing can be dropped into another list. */
  list: string;
  index: number;
  onMove: (from: number, to: number) => void;
}

/** A row that can be dragged within its list. The keys that do the same are the list's own. */
export function useSortable({ row, handle, list, index, onMove }: Sorting) {
  const [dragged, setDragged] = useState(false);
  /** Where the dragged row would come to stand, seen from this one. */
  const [edge, setEdge] = useState<'before' | 'after' | null>(null);
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    return combine(
      draggable({
        element,
        ...(handle?.current && { dragHandle: handle.current }),
        getInitialData: () => ({ list, index }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.list === list,
        onDragEnter: ({ source }) => {
          const from = source.data.index as number;
          setEdge(from === index ? null : from < index ? 'after' : 'before');
        },
        onDragLeave: () => setEdge(null),
        onDrop: ({ source }) => {
          setEdge(null);
          if (source.data.index !== index) onMove(source.data.index as number, index);
        },
      }),
    );
  }, [row, handle, list, index, onMove]);
  return { dragged, edge };
}

/** Alt and an arrow move what has the focus: −1 up, 1 down, 0 for every other key. */
export function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  if (!event.altKey || event.ctrlKey || event.metaKey) return 0;
  return event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
}

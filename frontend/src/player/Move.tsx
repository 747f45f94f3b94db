import { useState } from 'preact/hooks';
import { t } from '../i18n';
import type { MoveDialog } from './MoveDialog';
import type { Session } from './session';

/** In the bar: gives the seat to another phone. What does that is fetched when somebody wants it. */
export function Move({ session }: { session: Session }) {
  const [Dialog, setDialog] = useState<{ it: typeof MoveDialog }>();
  const open = () =>
    import('./MoveDialog').then(
      ({ MoveDialog: it }) => setDialog({ it }),
      () => {},
    );
  return (
    <>
      <button
        type="button"
        class="bar-move"
        aria-label={t('move.open')}
        title={t('move.open')}
        onClick={open}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M3 5h5v14H3zM16 5h5v14h-5zM10.5 12h3M12 10.2l1.8 1.8-1.8 1.8" />
        </svg>
      </button>
      {Dialog && <Dialog.it session={session} onClose={() => setDialog(undefined)} />}
    </>
  );
}

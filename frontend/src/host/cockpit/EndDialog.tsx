import type { RefObject } from 'preact';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  players: number;
  onEnd: () => void;
}

/** Ending is for everybody and for good, so this one act is asked about. */
export function EndDialog({ dialog, players, onEnd }: Props) {
  const close = () => dialog.current?.close();
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="end-title">
      <h2 id="end-title">{t('end.title')}</h2>
      <p class="quiet">{t('end.lead', { n: players })}</p>
      <div class="dialog-do">
        <Button look="primary" onClick={close}>
          {t('end.stay')}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            close();
            onEnd();
          }}
        >
          {t('end.end')}
        </Button>
      </div>
    </dialog>
  );
}

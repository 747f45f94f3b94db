import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../ui/Button';

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  lead: string;
  /** The way back, and what is done otherwise, in words. */
  stay: string;
  act: string;
  onAct: () => void;
}

/** For the few acts that concern everybody and cannot be undone. */
export function ConfirmDialog({ dialog, title, lead, stay, act, onAct }: Props) {
  const id = useId();
  const close = () => dialog.current?.close();
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="quiet">{lead}</p>
      <div class="dialog-do">
        <Button look="primary" onClick={close}>
          {stay}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            close();
            onAct();
          }}
        >
          {act}
        </Button>
      </div>
    </dialog>
  );
}

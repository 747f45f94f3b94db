import type { RefObject } from 'preact';
import { t } from '../../i18n';
import { ConfirmDialog } from '../layout/ConfirmDialog';

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  players: number;
  onEnd: () => void;
}

export function EndDialog({ dialog, players, onEnd }: Props) {
  return (
    <ConfirmDialog
      dialog={dialog}
      title={t('end.title')}
      lead={t('end.lead', { n: players })}
      stay={t('end.stay')}
      act={t('end.end')}
      onAct={onEnd}
    />
  );
}

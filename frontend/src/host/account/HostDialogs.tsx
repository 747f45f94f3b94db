import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { ConfirmDialog } from '../layout/ConfirmDialog';
import { handOver, type ListedHost } from '../server';
import { say } from '../toast';
import { ProblemLine } from './ProblemLine';
import { useForm } from './useForm';

/** Open from the beginning; `onClose` hears of the end, however it comes. */
function useDialog(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const it = dialog.current!;
    it.addEventListener('close', onClose);
    it.showModal();
    return () => it.removeEventListener('close', onClose);
  }, []);
  return dialog;
}

export function DisableDialog(props: { host: ListedHost; onDisable: () => void; onClose: () => void }) {
  const dialog = useDialog(props.onClose);
  return (
    <ConfirmDialog
      dialog={dialog}
      title={t('disable.title', { name: props.host.name })}
      lead={t('disable.lead')}
      stay={t('disable.stay')}
      act={t('hosts.disable')}
      onAct={props.onDisable}
    />
  );
}

interface HandOverProps {
  leaver: ListedHost;
  heirs: readonly ListedHost[];
  onDone: (heir: ListedHost) => void;
  onClose: () => void;
}

/** To whom goes what somebody leaves. */
export function HandOverDialog({ leaver, heirs, onDone, onClose }: HandOverProps) {
  const dialog = useDialog(onClose);
  const id = useId();
  const [to, setTo] = useState(heirs[0]?.id ?? '');
  const { problem, busy, send } = useForm();

  async function submit(event: Event) {
    if (!(await send(event, () => handOver(leaver.id, to)))) return;
    const heir = heirs.find(it => it.id === to)!;
    onDone(heir);
    say({ text: t('handOver.done', { name: heir.name }) });
    dialog.current?.close();
  }

  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id}>
      <h2 id={id}>{t('handOver.title', { name: leaver.name })}</h2>
      <p class="quiet">{t('handOver.lead')}</p>
      <form class="form" onSubmit={submit}>
        <Field
          label={t('handOver.to')}
          control={described => (
            <select
              {...described}
              class="input"
              value={to}
              onChange={event => setTo(event.currentTarget.value)}
            >
              {heirs.map(({ id: heir, name, email }) => (
                <option key={heir} value={heir}>
                  {`${name} (${email})`}
                </option>
              ))}
            </select>
          )}
        />
        <ProblemLine problem={problem} />
        <div class="dialog-do">
          <Button onClick={() => dialog.current?.close()}>{t('disable.stay')}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('handOver.act')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

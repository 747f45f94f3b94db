import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/editor.json';
import type { Item, Region, Regrade } from '../../protocol';
import { Button } from '../../ui/Button';
import { NumberField } from '../editor/NumberField';
import { RegionField } from '../editor/RegionField';
import { fieldText } from '../errors';
import type { Mendable, Near } from './key';
import { Places } from './Places';
import '../editor/editor.css';
import './mend.css';

knowEnglish(english);

interface Props {
  asked: Mendable;
  onGrade: (regrade: Regrade) => void;
  onClose: () => void;
}

/** Another key for a question, with what counts now as the beginning. */
export default function KeyDialog({ asked, onGrade, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [given] = useState(asked);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const form = {
    onCancel: close,
    onKey: (correct: Near | string[] | Region, changed: boolean) => {
      close();
      if (changed) onGrade({ correct });
    },
  };
  return (
    <dialog class="dialog mend" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{t('grading.key')}</h2>
      {given.kind === 'number' ? (
        <NumberForm asked={given} {...form} />
      ) : given.kind === 'order' ? (
        <OrderForm asked={given} {...form} />
      ) : (
        <PointForm asked={given} {...form} />
      )}
    </dialog>
  );
}

interface FormProps<K extends Mendable['kind']> {
  asked: Extract<Mendable, { kind: K }>;
  onCancel: () => void;
  onKey: (correct: Near | string[] | Region, changed: boolean) => void;
}

function NumberForm({ asked: { correct, min, max }, onCancel, onKey }: FormProps<'number'>) {
  const [value, setValue] = useState<number | null>(correct.value);
  const [tolerance, setTolerance] = useState<number | null>(correct.tolerance);
  const [tried, setTried] = useState(false);
  const wrong = (it: number | null, least: number, most: number) =>
    it === null ? 'not-a-number' : it < least || it > most ? 'out-of-range' : undefined;
  const mistakes = { value: wrong(value, min, max), tolerance: wrong(tolerance, 0, Number.MAX_VALUE) };
  const shown = (code: string | undefined) => (tried && code ? fieldText({ code }) : undefined);
  return (
    <Frame
      onCancel={onCancel}
      onDone={() => {
        setTried(true);
        if (value === null || tolerance === null || mistakes.value || mistakes.tolerance) return;
        onKey({ value, tolerance }, value !== correct.value || tolerance !== correct.tolerance);
      }}
    >
      <div class="number-key stage-answers">
        <NumberField
          label={t('editor.numberRight')}
          value={value}
          signed
          error={shown(mistakes.value)}
          onNumber={setValue}
        />
        <NumberField
          label={t('editor.tolerance')}
          hint={t('editor.toleranceHint')}
          value={tolerance}
          error={shown(mistakes.tolerance)}
          onNumber={setTolerance}
        />
      </div>
    </Frame>
  );
}

function OrderForm({ asked: { correct }, onCancel, onKey }: FormProps<'order'>) {
  const [items, setItems] = useState<readonly Item[]>(correct);
  const changed = items.some((item, at) => item.id !== correct[at]!.id);
  return (
    <Frame
      onCancel={onCancel}
      onDone={() =>
        onKey(
          items.map(item => item.id),
          changed,
        )
      }
    >
      <Places items={items} onItems={setItems} />
    </Frame>
  );
}

function PointForm({ asked: { correct, media }, onCancel, onKey }: FormProps<'point'>) {
  const [region, setRegion] = useState(correct);
  return (
    <Frame onCancel={onCancel} onDone={() => onKey(region, region !== correct)}>
      <div class="stage-answers">
        <RegionField media={media} region={region} onRegion={setRegion} />
      </div>
    </Frame>
  );
}

interface FrameProps {
  children: preact.ComponentChildren;
  onCancel: () => void;
  onDone: () => void;
}

function Frame({ children, onCancel, onDone }: FrameProps) {
  return (
    <form
      class="mend-form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        onDone();
      }}
    >
      {children}
      <p class="quiet">{t('grading.keyLead')}</p>
      <div class="dialog-do">
        <Button look="primary" type="submit">
          {t('grading.keyUse')}
        </Button>
        <Button onClick={onCancel}>{t('media.cancel')}</Button>
      </div>
    </form>
  );
}

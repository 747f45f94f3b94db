import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Regrade } from '../../protocol';
import { Button } from '../../ui/Button';
import { Lazy } from '../layout/Lazy';
import type { Mendable } from './key';

interface Props {
  asked: Mendable | null;
  onGrade: (regrade: Regrade) => void;
}

/** The way to another key; nothing where there is none to be given. */
export function KeyButton({ asked, onGrade }: Props) {
  const [open, setOpen] = useState(false);
  if (!asked) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('grading.key')}</Button>
      {open && (
        <Lazy
          load={() => import('./KeyDialog')}
          words="editor"
          meanwhile={null}
          asked={asked}
          onGrade={onGrade}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

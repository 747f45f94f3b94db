import { t } from '../i18n';
import type { Desk } from './desk';

/** What is to be said about the field above it, read out at once. */
export function Remark({ desk, id }: { desk: Desk; id: string }) {
  const remark = desk.remark.value;
  return (
    <p class="field-error" id={id} role="alert" hidden={!remark}>
      {remark && t(remark.key, { name: remark.name ?? '' })}
    </p>
  );
}

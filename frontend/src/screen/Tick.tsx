import { t } from '../i18n';

/** The sign of what is right. */
export function Tick() {
  return (
    <svg class="tick" viewBox="0 0 24 24" role="img" aria-label={t('right')}>
      <circle cx="12" cy="12" r="12" />
      <path d="m6 12.500 4.200 4.200L18.200 8.200" />
    </svg>
  );
}

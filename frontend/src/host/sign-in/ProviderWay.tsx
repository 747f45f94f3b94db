import { t } from '../../i18n';
import { arrivalText, PROVIDER } from './arrival';

/** The way in by the provider, where there is one, and what came of it until something else is `tried`. */
export function ProviderWay({ name, tried }: { name: string | undefined; tried: boolean }) {
  const arrival = tried ? undefined : arrivalText();
  return (
    <>
      {arrival && (
        <p class="field-error" role="alert">
          {arrival}
        </p>
      )}
      {name && (
        <a class="button button-plain button-wide" href={PROVIDER}>
          {t('signIn.provider', { name })}
        </a>
      )}
    </>
  );
}

import { chooseLanguage, LANGUAGES, type Language, language, t } from '../i18n';

/** Every language under its own name. */
export function LanguagePicker() {
  return (
    <select
      class="input language"
      aria-label={t('language')}
      value={language.value}
      onChange={event => chooseLanguage(event.currentTarget.value as Language)}
    >
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

import { useState } from 'preact/hooks';
import { chooseLanguage, LANGUAGES, type Language, language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Field, TextField } from '../../ui/Field';
import { changeAccount } from '../server';
import { recognise, session } from '../session';
import { say } from '../toast';
import { ProblemLine } from './ProblemLine';
import { useForm } from './useForm';

export function About() {
  const now = session.value;
  const who = now.state === 'in' ? now.who : undefined;
  const [name, setName] = useState(who?.name ?? '');
  const [chosen, setChosen] = useState<string>(who?.language ?? language.peek());
  const { problem, busy, error, send } = useForm();

  async function submit(event: Event) {
    if (!(await send(event, () => changeAccount(name, chosen)))) return;
    await Promise.all([recognise(), chooseLanguage(chosen as Language)]);
    say({ text: t('own.saved') });
  }

  return (
    <section class="card account-part">
      <h2>{t('own.about')}</h2>
      <p class="quiet">
        <bdi>{who?.email}</bdi>
      </p>
      <form class="form" onSubmit={submit} noValidate>
        <TextField
          label={t('setUp.name')}
          value={name}
          onText={setName}
          autocomplete="name"
          error={error('name')}
        />
        <Field
          label={t('own.language')}
          error={error('language')}
          control={described => (
            <select
              {...described}
              class="input"
              value={chosen}
              onChange={event => setChosen(event.currentTarget.value)}
            >
              {Object.entries(LANGUAGES).map(([code, own]) => (
                <option key={code} value={code} lang={code}>
                  {own}
                </option>
              ))}
            </select>
          )}
        />
        <ProblemLine problem={problem} />
        <Button look="primary" type="submit" busy={busy}>
          {t('own.save')}
        </Button>
      </form>
    </section>
  );
}

import { render } from 'preact';
import { loadWords, t } from './i18n';
import { LanguagePicker } from './ui/LanguagePicker';
import { Logo } from './ui/Logo';
import './ui/base.css';

function Page() {
  return (
    <main>
      <Logo />
      <h1>{t('title')}</h1>
      <LanguagePicker />
    </main>
  );
}

await loadWords('phone');
render(<Page />, document.getElementById('app')!);

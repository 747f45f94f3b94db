import { render } from 'preact';
import { loadWords, t } from './i18n';
import { LanguagePicker } from './ui/LanguagePicker';
import { Logo } from './ui/Logo';
import './ui/base.css';
import './ui/font.css';

function Page() {
  return (
    <main>
      <Logo />
      <h1>{t('title')}</h1>
      <LanguagePicker />
    </main>
  );
}

await loadWords('host');
render(<Page />, document.getElementById('app')!);

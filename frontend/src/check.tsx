import { render } from 'preact';
import { Check } from './check/Check';
import { loadWords } from './i18n';
import './ui/base.css';
import './check/check.css';

await loadWords('check');
render(<Check test={location.hash.slice(1)} />, document.getElementById('app')!);

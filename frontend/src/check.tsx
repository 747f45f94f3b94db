import { render } from 'preact';
import { Check } from './check/Check';
import { loadWords } from './i18n';
import english from './i18n/en/check.json';
import { Boundary } from './ui/Boundary';
import { begun } from './ui/begun';
import './ui/base.css';
import './check/check.css';

await loadWords('check', english);
render(
  <Boundary>
    <Check test={location.hash.slice(1)} />
  </Boundary>,
  document.getElementById('app')!,
);
begun();

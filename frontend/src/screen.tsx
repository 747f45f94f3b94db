import { render } from 'preact';
import { loadWords } from './i18n';
import english from './i18n/en/screen.json';
import { Screen } from './screen/Screen';
import { followChoice } from './ui/address';
import { Boundary } from './ui/Boundary';
import { begun } from './ui/begun';
import './ui/base.css';
import './ui/font.css';
import './screen/stage.css';

followChoice();
await loadWords('screen', english);
render(
  <Boundary>
    <Screen token={location.hash.slice(1)} steer={new URLSearchParams(location.search).get('steer')} />
  </Boundary>,
  document.getElementById('app')!,
);
begun();
// Another link typed into the same window is another screen.
addEventListener('hashchange', () => location.reload());

import { render } from 'preact';
import { loadWords } from './i18n';
import { Screen } from './screen/Screen';
import { followChoice } from './ui/address';
import './ui/base.css';
import './ui/font.css';
import './screen/stage.css';

followChoice();
await loadWords('screen');
render(<Screen token={location.hash.slice(1)} />, document.getElementById('app')!);
// Another link typed into the same window is another screen.
addEventListener('hashchange', () => location.reload());

import { render } from 'preact';
import { App } from './host/App';
import { followAddress } from './host/navigation';
import { recognise } from './host/session';
import { loadWords } from './i18n';
import { followChoice } from './ui/address';
import './ui/base.css';
import './ui/font.css';
import './host/layout/layout.css';

followChoice();
followAddress();
await Promise.all([loadWords('host'), recognise()]);
render(<App />, document.getElementById('app')!);

import { render } from 'preact';
import { App } from './host/App';
import { followAddress } from './host/navigation';
import { recognise } from './host/session';
import { loadWords } from './i18n';
import english from './i18n/en/host.json';
import { followChoice } from './ui/address';
import { Boundary } from './ui/Boundary';
import { begun } from './ui/begun';
import './ui/base.css';
import './ui/font.css';
import './host/layout/layout.css';
import './host/layout/menu.css';
import './host/sign-in/sign-in.css';
import './host/layout/notices.css';
import './host/library/library.css';
import './host/library/dialogs/dialogs.css';
import './host/games/games.css';
import './host/layout/switch.css';
import './host/layout/answers.css';
import './host/layout/dialog.css';

followChoice();
followAddress();
await Promise.all([loadWords('host', english), recognise()]);
render(
  <Boundary>
    <App />
  </Boundary>,
  document.getElementById('app')!,
);
begun();

import { useEffect, useState } from 'preact/hooks';
import { get } from '../api';
import { t } from '../i18n';
import { Boundary } from '../ui/Boundary';
import { Button } from '../ui/Button';
import { GameList } from './games/GameList';
import { insist } from './insist';
import { Layout } from './layout/Layout';
import { Lazy } from './layout/Lazy';
import { Toasts } from './layout/Toasts';
import { Waiting } from './layout/Waiting';
import { Library } from './library/Library';
import { place } from './navigation';
import type { Route } from './route';
import { recognise, session } from './session';
import { AuthPage } from './sign-in/AuthPage';
import { arrivalText } from './sign-in/arrival';
import { SetUp } from './sign-in/SetUp';
import { SignIn } from './sign-in/SignIn';
import { say } from './toast';

export function App() {
  useEffect(() => {
    const text = arrivalText();
    if (text && session.peek().state === 'in') say({ text });
  }, []);
  return (
    <>
      <Gate />
      <Toasts />
    </>
  );
}

/** Who is there decides what there is. */
function Gate() {
  const now = session.value;
  const { route, visit } = place.value;
  if (route.page === 'invitation')
    return (
      <Lazy key={visit} load={() => import('./account/Invitation')} words="account" token={route.token} />
    );
  if (route.page === 'remote')
    return (
      <Boundary reset={visit}>
        <Lazy
          key={visit}
          load={() => import('./cockpit/Cockpit')}
          words="cockpit"
          game={route.game}
          remote={route.token}
        />
      </Boundary>
    );
  switch (now.state) {
    case 'asking':
      return <Waiting />;
    case 'away':
      return (
        <AuthPage title={t('away.title')}>
          <p class="quiet">{t('problem.unreachable')}</p>
          <Button look="primary" onClick={recognise}>
            {t('link.retry')}
          </Button>
        </AuthPage>
      );
    case 'out':
      return <Outside route={place.value.route} />;
    case 'in':
      return (
        <Layout>
          <Boundary reset={place.value.visit}>
            <Page route={route} visit={visit} />
          </Boundary>
        </Layout>
      );
  }
}

interface Setup {
  needed: boolean;
  demo: boolean;
  provider?: string;
}

/** A new installation is set up first; any other asks who is there. */
function Outside({ route }: { route: Route }) {
  const [signingIn, setSigningIn] = useState(false);
  const [setup, setSetup] = useState<Setup>();
  useEffect(() => {
    const ask = () => get<Setup>('/api/setup');
    return insist(ask, reply => setSetup(reply.ok ? reply.value : { needed: false, demo: false }));
  }, []);
  if (!setup) return <Waiting />;
  if (route.page === 'linked' && !setup.needed && !signingIn) {
    return (
      <Lazy
        key={route.token}
        load={() => import('./library/QuizView')}
        words="import"
        token={route.token}
        onSignIn={() => setSigningIn(true)}
      />
    );
  }
  return setup.needed ? <SetUp provider={setup.provider} /> : <SignIn {...setup} />;
}

function Page({ route, visit }: { route: Exclude<Route, { page: 'invitation' | 'remote' }>; visit: number }) {
  const key = `${route.page} ${visit}`;
  switch (route.page) {
    case 'library':
      return <Library route={route} />;
    case 'look':
      return <Lazy key={key} load={() => import('./library/QuizView')} words="import" quiz={route.quiz} />;
    case 'linked':
      return <Lazy key={key} load={() => import('./library/QuizView')} words="import" token={route.token} />;
    case 'games':
      return <GameList />;
    case 'import':
      return <Lazy key={key} load={() => import('./import/ImportPage')} words="import" />;
    case 'account':
      return <Lazy key={key} load={() => import('./account/AccountPage')} words="account" />;
    case 'hosts':
      return <Lazy key={key} load={() => import('./account/HostsPage')} words="account" />;
    case 'editor':
      return (
        <Lazy
          key={key}
          load={() => import('./editor/Editor')}
          words="editor"
          quiz={route.quiz}
          question={route.question}
          folder={route.folder}
        />
      );
    case 'launch':
      return <Lazy key={key} load={() => import('./launch/Launch')} words="editor" quiz={route.quiz} />;
    case 'cockpit':
      return <Lazy key={key} load={() => import('./cockpit/Cockpit')} words="cockpit" game={route.game} />;
    case 'report':
      return <Lazy key={key} load={() => import('./report/ReportPage')} words="report" game={route.game} />;
  }
}

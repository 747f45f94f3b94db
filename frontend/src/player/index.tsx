/** All that shows a game: fetched when somebody is about to take a seat. */
import { effect } from '@preact/signals'; // what reads a signal is rendered again when it changes
import { render } from 'preact';
import { knowEnglish } from '../i18n';
import english from '../i18n/en/player.json';
import { Boundary } from '../ui/Boundary';
import { quizLanguage } from '../ui/content';
import { Player } from './Player';
import type { Session } from './session';
import { followTeam } from './team';
import { forgetPaints } from './time';

knowEnglish(english);

/** Shows a game in `place`, until the returned function is called. `onExit`: the person is done with it. */
export function showGame(session: Session, place: HTMLElement, onExit: (keep?: boolean) => void): () => void {
  forgetPaints();
  const stop = effect(() => {
    quizLanguage.value = session.state.value?.language;
    followTeam(session.state.value);
  });
  render(
    <Boundary>
      <Player session={session} onExit={onExit} />
    </Boundary>,
    place,
  );
  return () => {
    stop();
    render(null, place);
  };
}

import { signal } from '@preact/signals';
import { render } from 'preact';
import { loadWords } from '../i18n';
import english from '../i18n/en/screen.json';
import { answered, players, show, tally } from '../screen/game';
import { Hall } from '../screen/Hall';
import { Stage } from '../screen/Stage';
import { Boundary } from '../ui/Boundary';
import { wear } from '../ui/themes';
import type { ScreenShown } from './messages';
import { follow, frameClock } from './parent';
import '../ui/base.css';
import '../ui/font.css';
import '../screen/stage.css';

const shown = signal<ScreenShown | null>(null);
const clock = signal(frameClock(undefined));

function Shown() {
  if (!shown.value) return null;
  const { state } = shown.value;
  return (
    <Hall phase={state.phase}>
      <Stage state={state} clock={clock.value} />
    </Hall>
  );
}

await loadWords('screen', english);
render(
  <Boundary>
    <Shown />
  </Boundary>,
  document.getElementById('app')!,
);
follow<ScreenShown>(next => {
  if (next.at !== shown.peek()?.at) clock.value = frameClock(next.at);
  void wear(document.documentElement, next.look);
  show(next.state);
  answered.value = next.answered;
  players.value = next.players;
  tally.value = next.tally;
  shown.value = next;
});

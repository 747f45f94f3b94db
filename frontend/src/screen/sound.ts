/** Four cues, made of sines and a little noise when they are needed: no file has to come. */
export type Cue = 'countdown' | 'bell' | 'reveal' | 'podium';

/** So long a browser may take to say whether it lets sound through. */
const ANSWER_MS = 400;

let context: AudioContext | undefined;

/** False when the browser refuses sound until somebody touches the page. */
export async function awaken(): Promise<boolean> {
  context ??= new AudioContext();
  if (context.state !== 'running') {
    await Promise.race([context.resume().catch(() => {}), new Promise(late => setTimeout(late, ANSWER_MS))]);
  }
  return context.state === 'running';
}

/** Plays a cue as loud as `loudness`, 0 to 1. False when the browser refuses. */
export async function sound(cue: Cue, loudness: number): Promise<boolean> {
  if (!(await awaken())) return false;
  const out = context!.createGain();
  out.gain.value = 0.5 * loudness;
  out.connect(context!.destination);
  for (const note of SCORE[cue]) tone(context!, out, note);
  return true;
}

/** Hertz, seconds from now, seconds it rings, and how loud beside the others. */
type Note = [hertz: number, at: number, rings: number, gain: number];
const SCORE: Record<Cue, Note[]> = {
  countdown: [[660, 0, 0.16, 0.5]],
  bell: [
    [1046.5, 0, 1.1, 0.6],
    [2637, 0, 0.5, 0.2],
    [1046.5, 0.22, 1.4, 0.5],
  ],
  reveal: [
    [392, 0, 0.35, 0.5],
    [523.3, 0.1, 0.4, 0.5],
    [784, 0.2, 0.9, 0.6],
  ],
  podium: [
    [392, 0, 0.3, 0.5],
    [523.3, 0.18, 0.3, 0.5],
    [659.3, 0.36, 0.3, 0.5],
    [784, 0.54, 1.6, 0.6],
    [1046.5, 0.54, 1.6, 0.4],
    [523.3, 0.54, 1.6, 0.3],
  ],
};

function tone(context: AudioContext, out: AudioNode, [hertz, at, rings, gain]: Note): void {
  const begin = context.currentTime + at;
  const voice = context.createOscillator();
  const envelope = context.createGain();
  voice.frequency.value = hertz;
  voice.type = 'triangle';
  envelope.gain.setValueAtTime(0.0001, begin);
  envelope.gain.exponentialRampToValueAtTime(gain, begin + 0.015);
  envelope.gain.exponentialRampToValueAtTime(0.0001, begin + rings);
  voice.connect(envelope).connect(out);
  voice.start(begin);
  voice.stop(begin + rings + 0.05);
}

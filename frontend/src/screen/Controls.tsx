import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { Button } from '../ui/Button';
import { LanguagePicker } from '../ui/LanguagePicker';
import { play, setVolume, volume } from './volume';

const IDLE_MS = 3_000;

/** What belongs to the window and not to the game: it goes out of sight when the mouse rests. */
export function Controls() {
  const idle = useIdle();
  const full = useFullScreen();
  return (
    <div class={idle ? 'controls controls-idle' : 'controls'}>
      <Loudness />
      <LanguagePicker />
      {document.fullscreenEnabled && (
        <Button onClick={toggle}>{full ? t('fullscreen.leave') : t('fullscreen.enter')}</Button>
      )}
    </div>
  );
}

/** Off until it is moved; a browser lets sound through from the touch that moves it. */
function Loudness() {
  return (
    <label class="loudness">
      <span>{volume.value === 0 ? t('sound.off') : t('sound')}</span>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={volume.value}
        aria-label={t('sound')}
        aria-valuetext={volume.value === 0 ? t('sound.off') : `${Math.round(volume.value * 100)} %`}
        onInput={event => setVolume(Number(event.currentTarget.value))}
        onChange={() => play('reveal')}
      />
    </label>
  );
}

function toggle() {
  // The next key is for the game, where it is steered from here.
  (document.activeElement as HTMLElement | null)?.blur();
  // A browser that refuses leaves things as they are.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  else document.documentElement.requestFullscreen().catch(() => {});
}

function useFullScreen(): boolean {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  return full;
}

function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer = 0;
    const stir = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = window.setTimeout(() => setIdle(true), IDLE_MS);
    };
    stir();
    const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const sign of signs) addEventListener(sign, stir);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, stir);
    };
  }, []);
  useEffect(() => {
    document.documentElement.classList.toggle('idle', idle);
  }, [idle]);
  return idle;
}

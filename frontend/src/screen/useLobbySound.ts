import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { look } from './game';
import { loudness, refused, volume } from './volume';

/** The host's own sound, over and over while a lobby is seen; it is fetched when this window is to be heard. */
export function useLobbySound(): void {
  const url = volume.value > 0 ? look.value.sound : undefined;
  useEffect(() => {
    if (!url) return;
    const sound = new Audio(url);
    sound.loop = true;
    const begin = () =>
      sound.play().then(
        () => {
          refused.value = false;
        },
        // What does not come, or is no sound, is silence.
        ({ name }: DOMException) => {
          if (name === 'NotAllowedError') refused.value = true;
        },
      );
    // A browser that has refused lets it begin within a touch, and not after it.
    const touched = () => {
      if (sound.paused) begin();
    };
    const stop = effect(() => {
      sound.volume = loudness();
    });
    const touches = ['pointerdown', 'keydown'] as const;
    for (const touch of touches) addEventListener(touch, touched);
    begin();
    return () => {
      for (const touch of touches) removeEventListener(touch, touched);
      stop();
      sound.pause();
      sound.removeAttribute('src');
    };
  }, [url]);
}

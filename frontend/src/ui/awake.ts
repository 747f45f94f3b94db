/**
 * Keeps a phone, or a projector's laptop, from going to sleep. Browsers have a lock for that, on secure pages only; elsewhere
 * a video of one pixel that plays without end does the same, once somebody has touched the page. The two files are those of
 * NoSleep.js (MIT, Rich Tibbett), as files because the policy of the pages allows no data: media.
 */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import mp4 from './still.mp4';
import webm from './still.webm';

/** Nothing keeps this device awake, and a page should say so. */
export const sleepy = signal(false);

const TOUCHES = ['pointerdown', 'keydown'] as const;

/** From now on until the returned function is called, while the page is visible. */
export function keepAwake(): () => void {
  return 'wakeLock' in navigator ? lock() : play();
}

export function useAwake(wanted: boolean): void {
  useEffect(() => (wanted ? keepAwake() : undefined), [wanted]);
}

function lock(): () => void {
  let done = false;
  let held: WakeLockSentinel | undefined;
  const hold = async () => {
    if (document.visibilityState !== 'visible') return;
    // A low battery says no: then the device's own timer counts.
    held = await navigator.wakeLock.request('screen').catch(() => undefined);
    if (done) held?.release();
    else sleepy.value = !held;
  };
  hold();
  document.addEventListener('visibilitychange', hold);
  return () => {
    done = true;
    document.removeEventListener('visibilitychange', hold);
    held?.release();
    sleepy.value = false;
  };
}

function play(): () => void {
  const video = document.createElement('video');
  video.className = 'still';
  video.playsInline = true;
  video.setAttribute('aria-hidden', 'true');
  for (const [src, type] of [
    [webm, 'video/webm'],
    [mp4, 'video/mp4'],
  ] as const) {
    video.append(Object.assign(document.createElement('source'), { src, type }));
  }
  video.addEventListener('loadedmetadata', () => {
    video.loop = video.duration <= 1;
  });
  // The longer one is never let come to its end: where it begins anew, iOS may fall asleep.
  video.addEventListener('timeupdate', () => {
    if (!video.loop && video.currentTime > 0.5) video.currentTime = Math.random() / 4;
  });
  const look = () => {
    sleepy.value = video.paused;
  };
  for (const change of ['playing', 'pause']) video.addEventListener(change, look);
  const go = () => {
    if (video.paused) video.play().catch(look);
  };
  document.body.append(video);
  go();
  for (const touch of TOUCHES) addEventListener(touch, go);
  document.addEventListener('visibilitychange', go);
  return () => {
    for (const touch of TOUCHES) removeEventListener(touch, go);
    document.removeEventListener('visibilitychange', go);
    video.remove();
    sleepy.value = false;
  };
}

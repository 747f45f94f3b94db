import { useEffect, useRef } from 'preact/hooks';
import type { Media } from '../protocol';

interface Props {
  media: Media;
  paused?: boolean | undefined;
}

/** What is seen or heard with a question. It plays from the opening on, and stands still while the game does. */
export function Picture({ media, paused }: Props) {
  const player = useRef<HTMLMediaElement & HTMLVideoElement>(null);
  useEffect(() => {
    if (paused) player.current?.pause();
    // A browser that lets no page play by itself shows its own button.
    else player.current?.play().catch(() => {});
  }, [paused]);
  // biome-ignore-start lint/a11y/useMediaCaption: a quiz carries no captions; what must be known stands in its text
  if (media.kind === 'audio') return <audio class="media" src={media.url} controls ref={player} />;
  if (media.kind === 'video')
    return <video class="media" src={media.url} controls playsInline ref={player} />;
  // biome-ignore-end lint/a11y/useMediaCaption: as above
  return <img class="media" src={media.url} alt={media.alt ?? ''} />;
}

/** Fetches what a question is asked with, so that it is there when the question opens. */
export function usePreload(media: Media | undefined): void {
  useEffect(() => {
    if (!media) return;
    const sounds = media.kind === 'audio' || media.kind === 'video';
    const element = sounds ? document.createElement(media.kind as 'audio' | 'video') : new Image();
    if (element instanceof HTMLMediaElement) element.preload = 'auto';
    element.src = media.url;
  }, [media?.url]);
}

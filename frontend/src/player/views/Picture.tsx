import type { Media } from '../../protocol';

/** What belongs to a question or a choice. Nothing plays by itself: the screen has the sound. */
export function Picture({ media }: { media: Media }) {
  if (media.kind === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: whoever wrote the quiz gives its words as alternative text
    return <audio class="media" src={media.url} controls preload="auto" aria-label={media.alt} />;
  }
  if (media.kind === 'video') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: as above
      <video class="media" src={media.url} controls playsInline preload="auto" aria-label={media.alt} />
    );
  }
  return <img class="media" src={media.phone?.url ?? media.url} alt={media.alt ?? ''} />;
}

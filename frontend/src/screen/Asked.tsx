import type { ComponentChildren } from 'preact';
import type { Media, Question } from '../protocol';
import { About } from './About';
import { QUESTION_SIZES, useFit } from './fit';

interface Props {
  question: Question;
  /** Stands beside the text: the ring, or a number. */
  aside?: ComponentChildren;
  /** At the reveal the answers need the room. */
  told?: boolean;
  children: ComponentChildren;
}

/** A question with what it asks with: the same frame while it is open and at its reveal, so that nothing jumps. */
export function Asked({ question, aside, told, children }: Props) {
  const box = useFit<HTMLHeadingElement>(QUESTION_SIZES, question.text);
  return (
    <div class={told ? 'asked asked-told' : crowded(question) ? 'asked asked-crowded' : 'asked'}>
      <About question={question} />
      <header class="asked-head">
        <h1 class="fit" ref={box} dir="auto">
          {question.text}
        </h1>
        {question.media && <Picture media={question.media} />}
        {aside}
      </header>
      {children}
    </div>
  );
}

/** From five answers on there are more than two rows of them. */
function crowded(question: Question): boolean {
  const answers = 'choices' in question ? question.choices : 'items' in question ? question.items : [];
  return answers.length > 4;
}

/** What is seen or heard with a question. */
export function Picture({ media }: { media: Media }) {
  // biome-ignore-start lint/a11y/useMediaCaption: a quiz carries no captions; what must be known stands in its text
  if (media.kind === 'audio') return <audio class="media" src={media.url} controls autoplay />;
  if (media.kind === 'video') return <video class="media" src={media.url} controls autoplay playsInline />;
  // biome-ignore-end lint/a11y/useMediaCaption: as above
  return <img class="media" src={media.url} alt={media.alt ?? ''} />;
}

import type { ComponentChildren } from 'preact';
import type { Question } from '../protocol';
import { content } from '../ui/content';
import { Written } from '../ui/Written';
import { About } from './About';
import { QUESTION_SIZES, useFit } from './fit';
import { Picture } from './Picture';

interface Props {
  question: Question;
  /** Stands beside the text: the ring, or a number. */
  aside?: ComponentChildren;
  /** At the reveal the answers need the room. */
  told?: boolean;
  paused?: boolean | undefined;
  children: ComponentChildren;
}

/** A question with what it asks with: the same frame while it is open and at its reveal, so that nothing jumps. */
export function Asked({ question, aside, told, paused, children }: Props) {
  const box = useFit<HTMLHeadingElement>(QUESTION_SIZES, question.text);
  return (
    <div class={told ? 'asked asked-told' : crowded(question) ? 'asked asked-crowded' : 'asked'}>
      <About question={question} />
      <header class="asked-head">
        <h1 class="fit" ref={box} {...content()}>
          <Written text={question.text} format={question.format} />
        </h1>
        {question.media && question.kind !== 'point' && <Picture media={question.media} paused={paused} />}
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

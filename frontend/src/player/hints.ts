import type { Key } from '../i18n';
import type { Kind, Preview } from '../protocol';

/** What is to be done, by kind. */
export const HINTS: Record<Kind, Key> = {
  choice: 'hint.choice' satisfies Key,
  'true-false': 'hint.trueFalse' satisfies Key,
  poll: 'hint.poll' satisfies Key,
  text: 'hint.text' satisfies Key,
  'word-cloud': 'hint.cloud' satisfies Key,
  number: 'hint.number' satisfies Key,
  scale: 'hint.scale' satisfies Key,
  order: 'hint.order' satisfies Key,
  point: 'hint.point' satisfies Key,
  slide: 'hint.screen' satisfies Key,
};

/** The same for a question, where it is known whether several are to be picked. */
export function hintOf(question: Preview): Key {
  const several = question.kind === 'choice' && question.multiple;
  return several ? ('hint.multiple' satisfies Key) : HINTS[question.kind];
}

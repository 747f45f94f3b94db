import type { Key } from '../i18n';
import type { Kind, Question } from '../protocol';

/** What is to be done, by kind. */
export const HINTS: Record<Kind, Key> = {
  choice: 'hint.choice' satisfies Key,
  'true-false': 'hint.trueFalse' satisfies Key,
  poll: 'hint.poll' satisfies Key,
  text: 'hint.text' satisfies Key,
  'word-cloud': 'hint.text' satisfies Key,
  number: 'hint.number' satisfies Key,
  scale: 'hint.number' satisfies Key,
  order: 'hint.order' satisfies Key,
  point: 'hint.screen' satisfies Key,
  slide: 'hint.screen' satisfies Key,
};

/** The same for an open question, where it is known whether several are to be picked. */
export function hintOf(question: Question): Key {
  const several = question.kind === 'choice' && question.multiple;
  return several ? ('hint.multiple' satisfies Key) : HINTS[question.kind];
}

/** Looks for words within a quiz, whatever their case and accents. Pure. */
import { foldForgiving } from '../../ui/fold';
import type { QuizQuestion } from '../library/quiz';
import { once } from './once';

/** All that a question says, folded. */
const said = once((question: QuizQuestion) => {
  const texts: string[] = [question.text, question.explanation ?? ''];
  if ('choices' in question) texts.push(...question.choices.map(({ text }) => text));
  if ('items' in question) texts.push(...question.items);
  if ('accept' in question) texts.push(...question.accept);
  if ('labels' in question && question.labels) texts.push(...question.labels);
  return foldForgiving(texts.join('\n'));
});

/** Whether every word stands somewhere in the question or its answers. */
export function finds(typed: string): (question: QuizQuestion) => boolean {
  const words = foldForgiving(typed).split(' ').filter(Boolean);
  return question => words.every(word => said(question).includes(word));
}

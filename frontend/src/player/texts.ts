import type { PlayState } from '../protocol';

/** Phones may be told no texts: then there are shapes and places, and texts that nobody wrote. */
export function withTexts(state: PlayState): PlayState {
  if (!('question' in state)) return state;
  const question = { ...state.question, text: state.question.text ?? '' };
  if ('choices' in question && Array.isArray(question.choices))
    return {
      ...state,
      question: {
        ...question,
        choices: question.choices.map(choice => ({ ...choice, text: choice.text ?? '' })),
      },
    } as PlayState;
  return { ...state, question } as PlayState;
}

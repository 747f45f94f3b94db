/** What a robot answers. Pure: the question, its key and chance decide. */
import type { Answer, Question, Region } from '../../protocol';

/** So often a robot is right, where one can be. */
const RIGHT = 0.6;
const WORDS = ['Robots', 'Oil', 'Magnets', 'Sparks', 'Bolts'];

/** `question` as a host knows it, with its key; null where there is nothing to answer. `random` is 0 ≤ x < 1. */
export function guess(question: Question, random: () => number): Answer | null {
  const right = random() < RIGHT;
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  switch (question.kind) {
    case 'choice':
      return { choices: right && question.correct ? question.correct : [any(question.choices).id] };
    case 'true-false':
    case 'poll':
      return {
        choices: right && question.correct ? question.correct : [any<{ id: string }>(question.choices).id],
      };
    case 'text':
      return {
        text: (right && question.correct?.length ? any(question.correct) : any(WORDS)).slice(
          0,
          question.maxLength,
        ),
      };
    case 'word-cloud':
      return { text: any(WORDS).slice(0, question.maxLength) };
    case 'number':
      return { number: right && question.correct ? question.correct.value : step(question, random()) };
    case 'scale':
      return { number: step(question, random()) };
    case 'order': {
      if (right && question.correct) return { order: question.correct };
      const order = question.items.map(item => item.id);
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return { order };
    }
    case 'point':
      return { point: right && question.correct ? middle(question.correct) : [random(), random()] };
    case 'slide':
      return null;
  }
}

function step({ min, max, step }: { min: number; max: number; step: number }, part: number): number {
  const steps = Math.floor((max - min) / step);
  return min + Math.floor(part * (steps + 1)) * step;
}

function middle(region: Region): [number, number] {
  return region.shape === 'circle'
    ? [region.x, region.y]
    : [region.x + region.width / 2, region.y + region.height / 2];
}

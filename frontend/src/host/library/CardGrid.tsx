import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { QuizCard } from './QuizCard';
import type { QuizSummary } from './quiz';
import { reach } from './quizzes';
import { useGrid } from './useGrid';

/** As many cards as there are quizzes; drawn are those in sight, fetched are those that were. */
export function CardGrid({ items, total }: { items: QuizSummary[]; total: number }) {
  const grid = useRef<HTMLUListElement>(null);
  const { start, end, before, after } = useGrid(total, grid);
  useEffect(() => {
    void reach(end);
  }, [end, items.length]);
  return (
    <ul
      class="quiz-cards"
      ref={grid}
      aria-label={t('title')}
      style={{ paddingBlock: `${before}px ${after}px` }}
    >
      {Array.from({ length: end - start }, (_, at) => {
        const quiz = items[start + at];
        return quiz ? (
          <QuizCard key={quiz.id} quiz={quiz} place={start + at + 1} of={total} />
        ) : (
          <li key={start + at} class="quiz-card quiz-card-coming" aria-hidden="true">
            <div class="thumb" data-theme="hall" />
          </li>
        );
      })}
    </ul>
  );
}

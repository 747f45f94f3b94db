import { signal } from '@preact/signals';
import type { QuizSummary } from './quiz';

/** The quiz whose export is being chosen. */
export const exporting = signal<QuizSummary | null>(null);

import { t } from '../i18n';
import type { Preview, Question } from '../protocol';
import { Mark } from '../ui/Logo';
import { OwnLogo } from './OwnLogo';

/** The quiet line over a question: which it is, and what it is worth. */
export function About({ question }: { question: Preview | Question }) {
  return (
    <p class="about">
      <OwnLogo>
        <Mark />
      </OwnLogo>
      <span>{t('question.of', { n: question.index + 1, total: question.total })}</span>
      {'multiple' in question && question.multiple && <span class="about-note">{t('ask.several')}</span>}
      {question.points > 0 && <span class="about-points">{t('points', { n: question.points })}</span>}
    </p>
  );
}

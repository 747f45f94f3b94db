import { t } from '../i18n';
import type { Kind, Regrade } from '../protocol';
import { Button } from '../ui/Button';
import { type Judged, tapped } from './grading';

interface Props {
  kind: Kind;
  lines: readonly Judged[];
  line: Judged;
  /** The answer as people read it. */
  words: string;
  onGrade: (regrade: Regrade) => void;
}

/** Says of one answer that it is right after all, or that it is not; nothing where a tap cannot say so. */
export function GradeButton({ kind, lines, line, words, onGrade }: Props) {
  const regrade = tapped(kind, lines, line);
  if (!regrade) return null;
  const text = line.right
    ? t('grading.rejectText', { text: words })
    : t('grading.acceptText', { text: words });
  return (
    <Button look="ghost" aria-label={text} onClick={() => onGrade(regrade)}>
      {line.right ? t('grading.reject') : t('grading.accept')}
    </Button>
  );
}

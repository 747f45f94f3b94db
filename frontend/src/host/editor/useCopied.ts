import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import { say } from '../toast';
import { copied, copyQuestions } from './copied';
import type { Editing } from './editing';
import type { Selection } from './selection';

/** Copies the picked questions, or the one on the canvas, and says how it went. */
export function copyPicked({ draft, chosen }: Editing, selection: Selection): void {
  const picked = selection.peek() ?? new Set([chosen.peek()]);
  const questions = draft.peek().entries.filter(({ key }) => picked.has(key));
  if (questions.length === 0) return;
  const done = copyQuestions(questions.map(({ question }) => question));
  say({ text: done ? t('editor.copied', { n: questions.length }) : t('editor.notCopied') });
}

/** Outside of fields, the usual keys copy questions and paste those that were copied last. */
export function useCopied(editing: Editing, selection: Selection): void {
  useEffect(() => {
    const inField = ({ target }: Event) =>
      (target as Element | null)?.closest?.('input:not([type=checkbox]), textarea, select, dialog') != null;
    const onCopy = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'c' || inField(event)) return;
      if (getSelection()?.toString()) return;
      copyPicked(editing, selection);
    };
    const onPaste = (event: ClipboardEvent) => {
      const mine = copied.peek();
      // Something else was copied since.
      if (!mine || inField(event) || event.clipboardData?.getData('text/plain').trim() !== mine.text.trim())
        return;
      event.preventDefault();
      editing.addAll(mine.questions);
    };
    addEventListener('keydown', onCopy);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('keydown', onCopy);
      removeEventListener('paste', onPaste);
    };
  }, [editing, selection]);
}

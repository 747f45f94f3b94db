import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../i18n';
import type { Media } from '../../../protocol';
import { say } from '../../toast';
import type { Editing } from '../editing';
import { replaced } from '../model';
import { cancelUploads, startUpload } from './uploads';

/** Where a file that is held over the page would go: the number of an answer, or `media`; null when none is. */
export const aimed = signal<string | null>(null);

/** The names of the places of a question, as uploads know them. */
export const placeOf = (key: string, target: string) => `${key} ${target}`;

/** Files that are dropped on the question, or pasted, become its picture, sound or film, or the picture of an answer. */
export function useFiles(editing: Editing): void {
  useEffect(() => {
    function over(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Wherever it is let go, the browser shall not open it in place of the page.
      event.preventDefault();
      aimed.value = targetOf(event.target, editing);
      event.dataTransfer.dropEffect = aimed.value === null ? 'none' : 'copy';
    }
    function drop(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      take(event.dataTransfer.files, targetOf(event.target, editing), editing);
      aimed.value = null;
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) aimed.value = null;
    }
    function paste({ clipboardData, target }: ClipboardEvent) {
      // A spreadsheet's cells come as text and as their picture: the text was meant.
      if (!clipboardData || clipboardData.types.includes('text/plain')) return;
      if ((target as Element).closest('dialog')) return;
      take(clipboardData.files, targetOf(target, editing) ?? chosenMedia(editing), editing);
    }
    const stopped = () => {
      for (const { name } of cancelUploads()) say({ text: t('media.stopped', { name }) });
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('dragleave', leave);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('dragleave', leave);
      removeEventListener('paste', paste);
      stopped();
    };
  }, [editing]);
}

const chosenMedia = ({ chosen }: Editing) => (chosen.peek() === null ? null : 'media');

function targetOf(target: EventTarget | null, editing: Editing): string | null {
  const at = target instanceof Element ? target.closest('[data-answer], .canvas-pane, .settings-pane') : null;
  if (!at || editing.chosen.peek() === null) return null;
  return at.getAttribute('data-answer') ?? 'media';
}

function take(files: FileList, target: string | null, editing: Editing): void {
  const [file] = files;
  const key = editing.chosen.peek();
  if (!file || target === null || key === null) return;
  if (files.length > 1) say({ text: t('media.onlyFirst', { name: file.name }) });
  uploadTo(editing, key, target, file);
}

/** `target`: `media`, or the number of an answer. */
export function uploadTo(editing: Editing, key: string, target: string, file: File): void {
  const only = target === 'media' ? undefined : 'image';
  startUpload(placeOf(key, target), file, only, media => put(editing, key, target, media));
}

/** Into the question as it is by then; one that is gone needs it no more. */
function put(editing: Editing, key: string, target: string, media: Media): void {
  const question = editing.draft.peek().entries.find(entry => entry.key === key)?.question;
  if (!question) return;
  if (target === 'media') {
    editing.changeQuestion(key, { ...question, media }, 'media');
    return;
  }
  const at = Number(target);
  if (!('choices' in question) || !question.choices[at]) return;
  const choices = replaced(question.choices, at, { ...question.choices[at], media });
  editing.changeQuestion(key, { ...question, choices } as typeof question, `choices[${at}].media`);
}

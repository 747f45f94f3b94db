/** Where the focus goes in the editor, once what has changed is drawn. */
const soon = (selector: string) =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.editor ${selector}`)?.focus());

/** To the row of what is on the canvas: after a deletion that is its neighbour. */
export const focusChosen = () => soon('.list-pane [aria-current=true]');

/** Into the first field that has to be put right; a list as a whole begins with its first answer. */
export const focusMistake = () =>
  requestAnimationFrame(() => {
    const wrong = document.querySelector('.editor [aria-invalid=true], .editor .field-error');
    const field = wrong?.matches('[aria-invalid]')
      ? wrong
      : wrong?.closest('.stage-answers, .field')?.querySelector('input, textarea, select');
    (field as HTMLElement | null | undefined)?.focus();
  });

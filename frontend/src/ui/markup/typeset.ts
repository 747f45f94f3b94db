import katex from 'katex';
import 'katex/dist/katex.min.css';

/**
 * A name of one's own for others: a few of them that stand for each other make millions of a line, which no count of how often
 * one was looked up would bound. Without them what is set is as long as what was written.
 */
const NAMES = /\\(?:[egx]?def|(?:new|renew|provide)command)/;

/**
 * Sets a formula into an element; false, and nothing is shown, where it is none. A formula is a stranger's: it may name no address,
 * no class and no style of a page, give nothing a name, and be no larger than some lines.
 */
export function typeset(tex: string, place: HTMLElement, display: boolean): boolean {
  if (NAMES.test(tex)) return false;
  try {
    katex.render(tex, place, { displayMode: display, trust: false, strict: false, maxSize: 8 });
    return true;
  } catch {
    return false;
  }
}

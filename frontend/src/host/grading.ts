/** What one tap on an answer says about it, after the reveal. Pure. */
import type { Kind, Regrade } from '../protocol';

export interface Judged {
  /** Of a choice. */
  id?: string | undefined;
  text: string;
  right?: boolean | undefined;
}

/** The answer is right after all, or it is not; null where a tap cannot say so, or nothing would be right any more. */
export function tapped(kind: Kind, lines: readonly Judged[], line: Judged): Regrade | null {
  switch (kind) {
    case 'choice': {
      const correct = lines.filter(it => (it === line ? !it.right : it.right)).map(it => it.id!);
      return correct.length > 0 ? { correct } : null;
    }
    case 'true-false':
      return line.right ? null : { correct: [line.id!] };
    case 'text':
      return line.right ? null : { accept: [line.text] };
    default:
      return null;
  }
}

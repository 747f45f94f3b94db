const OPINIONS: readonly string[] = ['poll', 'word-cloud', 'scale', 'slide'];

/** Whether an answer to a question of this kind can be right. */
export const isScored = (kind: string) => !OPINIONS.includes(kind);

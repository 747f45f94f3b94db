/** Which quizzes of the library match what was typed: every word, anywhere, whatever its case and accents. */
export function matching<Q extends { title: string; description?: string; first?: { text: string } }>(
  quizzes: Q[],
  typed: string,
): Q[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return quizzes;
  return quizzes.filter(quiz => {
    const text = fold(`${quiz.title}\n${quiz.description ?? ''}\n${quiz.first?.text ?? ''}`);
    return words.every(word => text.includes(word));
  });
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

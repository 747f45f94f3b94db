/**
 * The part of the server that keeps quizzes, as far as the editor asks for it:
 *
 *   const library = new FakeLibrary();            vi.stubGlobal('fetch', library.fetch);
 *   library.put('q1', { title: 'Old', questions: [] });      // somebody saved it, here or elsewhere
 *   library.away = true;                                     // no answer, nothing arrives
 *   library.loseAnswer = true;                               // the next write arrives, its answer does not
 *   library.writes                                           // how often something was stored
 */
interface Stored {
  version: number;
  quiz: { title: string; questions: Record<string, unknown>[] };
}

export class FakeLibrary {
  readonly quizzes = new Map<string, Stored>();
  /** What any quiz once was, by version. */
  readonly versions = new Map<number, Stored['quiz']>();
  /** What `GET …/mistakes` says, by quiz. */
  readonly mistakes = new Map<string, { field: string; code: string }[]>();
  away = false;
  loseAnswer = false;
  /** The next write is refused with this. */
  refusal: { status: number; errors?: object[] } | null = null;
  writes = 0;
  /** What was put into which folder. */
  readonly moves: object[] = [];
  /** Milliseconds that a write takes. */
  delayMs = 0;

  put(id: string, quiz: Stored['quiz']): void {
    this.quizzes.set(id, { quiz, version: (this.quizzes.get(id)?.version ?? 0) + 1 });
  }
  title(id: string): string | undefined {
    return this.quizzes.get(id)?.quiz.title;
  }

  readonly fetch = async (path: string, { method, headers, body }: RequestInit): Promise<Response> => {
    if (this.away) throw new TypeError('away');
    if (path === '/api/library/move') {
      this.moves.push(JSON.parse(String(body)));
      return new Response(null, { status: 204 });
    }
    const [, of, version] = /^\/api\/quizzes\/([^/]+)\/versions\/(\d+)\/restore$/.exec(path) ?? [];
    if (of) {
      const was = this.versions.get(Number(version));
      return was ? this.write(of, headers as Record<string, string>, JSON.stringify(was)) : answer(404, {});
    }
    const [, id = '', part] = /^\/api\/quizzes\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (method === 'PUT') return this.write(id, headers as Record<string, string>, String(body));
    const stored = this.quizzes.get(id);
    if (!stored) return answer(404, {});
    if (part === 'mistakes') return answer(200, this.mistakes.get(id) ?? []);
    return answer(200, { id, ...structuredClone(stored.quiz) }, stored.version);
  };

  private async write(id: string, headers: Record<string, string>, body: string): Promise<Response> {
    if (this.delayMs > 0) await new Promise(done => setTimeout(done, this.delayMs));
    if (this.refusal) return answer(this.refusal.status, this.refusal);
    const stored = this.quizzes.get(id);
    if (headers['If-None-Match'] === '*' ? stored : headers['If-Match'] !== tag(stored?.version)) {
      return answer(stored ? 412 : 404, {});
    }
    const quiz = JSON.parse(body) as Stored['quiz'];
    // Those that are finished are no drafts; whether they are, no test asks.
    for (const question of quiz.questions) delete question.draft;
    this.put(id, quiz);
    this.writes++;
    if (this.loseAnswer) {
      this.loseAnswer = false;
      throw new TypeError('lost');
    }
    return answer(stored ? 200 : 201, { id, ...quiz }, this.quizzes.get(id)!.version);
  }
}

const tag = (version: number | undefined) => `"${version}"`;
const answer = (status: number, json: object, version?: number) =>
  new Response(JSON.stringify(json), {
    status,
    headers: { 'Content-Type': 'application/json', ...(version && { ETag: tag(version) }) },
  });

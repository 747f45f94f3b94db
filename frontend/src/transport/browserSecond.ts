/** The second line as a browser has it; fetched by those only whose network refuses sockets. */
import { createSecond, type Http } from './second';

const http: Http = {
  post(path, body, hear) {
    const abort = new AbortController();
    const ask = async () => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: abort.signal,
      });
      const reader = answer.body!.getReader();
      const decoder = new TextDecoder();
      for (let part = await reader.read(); !part.done; part = await reader.read())
        hear.part(decoder.decode(part.value, { stream: true }));
      return answer.status;
    };
    ask()
      .catch(() => 0)
      .then(status => {
        if (!abort.signal.aborted) hear.end(status);
      });
    return () => abort.abort();
  },
};

export const open = createSecond({ now: () => performance.now() }, http);

/** Whether a stream comes through: one that a server ends at once, as nobody has this seat. */
export function secondPasses(): Promise<boolean> {
  return new Promise(tell => {
    let heard = '';
    http.post(
      '/api/play/stream',
      { type: 'resume', ticket: 'test' },
      {
        part(text) {
          heard += text;
        },
        end: () => tell(heard.includes('event: close')),
      },
    );
  });
}

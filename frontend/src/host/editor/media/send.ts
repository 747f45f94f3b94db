import type { Problem, Result } from '../../../api';
import type { Stored } from './types';

/** As long as 20 MiB take on a bad line. */
const PATIENCE_MS = 15 * 60_000;

/** Sends a form and says how much of it has gone, 0 to 1; `fetch` cannot tell that. */
export function send(
  form: FormData,
  onPart: (part: number) => void,
  signal: AbortSignal,
): Promise<Result<Stored>> {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    const away = () => done({ ok: false, problem: { type: 'about:blank', title: 'Unreachable', status: 0 } });
    request.open('POST', '/api/media');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.responseType = 'json';
    request.timeout = PATIENCE_MS;
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    request.onerror = away;
    request.ontimeout = away;
    request.onabort = away;
    request.onload = () => {
      const { status, response } = request;
      if (status === 200 && response) done({ ok: true, value: response as Stored, etag: null });
      else done({ ok: false, problem: { ...(response as Problem | null), status } as Problem });
    };
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) {
      away();
      return;
    }
    onPart(0);
    request.send(form);
  });
}

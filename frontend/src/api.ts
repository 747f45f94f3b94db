/**
 * Calls to the HTTP API. Nothing here throws for what a person can act on: an answer is a value,
 * a refusal is a `Problem` (RFC 9457), no network is a `Problem` with status 0.
 */
export interface FieldError {
  /** Such as `questions[0].choices[1].text`. */
  field: string;
  /** A stable word the page translates: required, too-long, out-of-range, … */
  code: string;
  message?: string;
}
export interface Problem {
  type: string;
  title: string;
  /** The HTTP status; 0 when no answer came. */
  status: number;
  /** A stable word for refusals that are told apart from others of the same status. */
  code?: string;
  detail?: string;
  errors?: FieldError[];
  /** From Retry-After, with 429 and 503. */
  retryAfterMs?: number;
}
/** `link` is the reply's header of that name, which says where a list goes on. */
export type Result<T> =
  | { ok: true; value: T; etag: string | null; link?: string | null }
  | { ok: false; problem: Problem };

interface Options {
  /** Sent as JSON, or as it is when it is a form. */
  body?: unknown;
  ifMatch?: string;
  ifNoneMatch?: string;
  signal?: AbortSignal;
  keepalive?: boolean;
}

export const get = <T>(path: string, options?: Options) => call<T>('GET', path, options);
export const post = <T = void>(path: string, body: unknown, options?: Options) =>
  call<T>('POST', path, { ...options, body });
/** `ifMatch`: over this version only; `ifNoneMatch: '*'`: only where there is nothing. */
export const put = <T = void>(
  path: string,
  body: unknown,
  when: Pick<Options, 'ifMatch' | 'ifNoneMatch'> = {},
) => call<T>('PUT', path, { ...when, body });
/** `keepalive`: it is sent even when the page goes away meanwhile. */
export const remove = <T = void>(path: string, keepalive = false) => call<T>('DELETE', path, { keepalive });

async function call<T>(method: string, path: string, options: Options = {}): Promise<Result<T>> {
  const { body, ifMatch, ifNoneMatch, signal, keepalive } = options;
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (ifMatch) headers['If-Match'] = ifMatch;
  if (ifNoneMatch) headers['If-None-Match'] = ifNoneMatch;
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) request.body = form ? body : JSON.stringify(body);
  if (signal) request.signal = signal;
  if (keepalive) request.keepalive = true;
  try {
    const response = await fetch(path, request);
    if (!response.ok) return { ok: false, problem: await problem(response) };
    const value = response.status === 204 ? undefined : await response.json();
    const { headers } = response;
    return { ok: true, value: value as T, etag: headers.get('ETag'), link: headers.get('Link') };
  } catch {
    return { ok: false, problem: { type: 'about:blank', title: 'Unreachable', status: 0 } };
  }
}

async function problem(response: Response): Promise<Problem> {
  const plain: Problem = { type: 'about:blank', title: response.statusText, status: response.status };
  const seconds = Number(response.headers.get('Retry-After'));
  if (seconds > 0) plain.retryAfterMs = seconds * 1000;
  if (!/[/+]json/.test(response.headers.get('Content-Type') ?? '')) return plain;
  return { ...plain, ...(await response.json()), status: response.status };
}

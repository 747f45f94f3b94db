import { afterEach, expect, test, vi } from 'vitest';
import { get, post, put } from './api';
import { nextOf } from './host/server';

const reply = (body: BodyInit | null, init: ResponseInit) => {
  const fetch = vi.fn(async (_path: string, _request: RequestInit) => new Response(body, init));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
afterEach(() => vi.unstubAllGlobals());

test('a value comes with its ETag', async () => {
  reply('{"id":"1"}', { status: 200, headers: { ETag: '"3"', 'Content-Type': 'application/json' } });
  expect(await get('/api/quizzes/1')).toMatchObject({ ok: true, value: { id: '1' }, etag: '"3"' });
});

test('a list says where it goes on', async () => {
  const link = '</api/games?limit=2&after=x>; rel="next"';
  reply('[]', { status: 200, headers: { Link: link } });
  expect(await get('/api/games')).toMatchObject({ ok: true, link });
  expect(nextOf(link)).toBe('/api/games?limit=2&after=x');
  expect(nextOf(null)).toBeUndefined();
});

test('no content is a success without a value', async () => {
  const fetch = reply(null, { status: 204 });
  expect(await post('/api/session', { email: 'a' })).toMatchObject({
    ok: true,
    value: undefined,
    etag: null,
  });
  expect(fetch.mock.calls[0]![1]).toMatchObject({ method: 'POST', body: '{"email":"a"}' });
});

test('a refusal is a typed problem with its fields', async () => {
  const errors = [{ field: 'title', code: 'required' }];
  reply(JSON.stringify({ title: 'Invalid', status: 422, errors }), {
    status: 422,
    headers: { 'Content-Type': 'application/problem+json' },
  });
  const result = await put('/api/quizzes/1', {}, { ifMatch: '"3"' });
  expect(result).toMatchObject({ ok: false, problem: { status: 422, errors } });
});

test('a page of a proxy is a problem too', async () => {
  reply('<html>', { status: 503, headers: { 'Content-Type': 'text/html', 'Retry-After': '2' } });
  expect(await get('/api/games')).toMatchObject({ ok: false, problem: { status: 503, retryAfterMs: 2000 } });
});

test('no network is a problem with status 0', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect(await get('/api/games')).toMatchObject({ ok: false, problem: { status: 0 } });
});

import { afterEach, expect, test, vi } from 'vitest';
import { messageOf, request, RequestFailed } from './http';

function answers(status: number, body: string) {
  const sent = vi.fn((_path: string, _init: RequestInit) => Promise.resolve(new Response(body === '' ? null : body, { status })));
  vi.stubGlobal('fetch', sent);
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

test('a change carries JSON and the header that other sites cannot send', async () => {
  const sent = answers(200, '{"id":1}');
  expect(await request('POST', '/api/lists', { name: 'Homes' })).toEqual({ id: 1 });
  expect(sent.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    headers: { 'X-Tactus': '1', 'Content-Type': 'application/json' },
    body: '{"name":"Homes"}',
  });
});

test('an answer without a body is nothing', async () => {
  answers(204, '');
  expect(await request('DELETE', '/api/session')).toBeUndefined();
});

test('a problem is told in its words, with the fields', async () => {
  answers(400, JSON.stringify({ title: 'Bad request', detail: 'Some fields are not valid.', errors: [{ field: 'mode', message: 'is none' }] }));
  const failure = await request('POST', '/api/campaigns', {}).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RequestFailed);
  expect([(failure as RequestFailed).status, messageOf(failure)]).toEqual([400, 'Some fields are not valid. mode: is none']);
});

test('an answer that is no problem document is told by its status', async () => {
  answers(502, '<html>');
  await expect(request('GET', '/api/campaigns')).rejects.toThrow('The engine answered with status 502.');
});

test('an engine that is not there is told so', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  await expect(request('GET', '/api/campaigns')).rejects.toThrow('The engine cannot be reached. Is it running?');
});

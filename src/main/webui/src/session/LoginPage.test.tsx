// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LoginPage } from './LoginPage';

const ADA = { id: 7, username: 'ada', displayName: 'Ada', active: true, roles: ['supervisor'] };

beforeEach(() => {
  // Mantine asks for the colour scheme; jsdom has no screen.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function logInWith(answer: () => Promise<Response>) {
  const fetch = vi.fn((_path: string, _init: RequestInit) => answer());
  vi.stubGlobal('fetch', fetch);
  const onLogIn = vi.fn();
  render(
    <MantineProvider>
      <LoginPage onLogIn={onLogIn} />
    </MantineProvider>,
  );
  fireEvent.change(screen.getByLabelText('User name'), { target: { value: ' ada ' } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'secret' } });
  fireEvent.click(screen.getByRole('button', { name: 'Log in' }));
  return { fetch, onLogIn };
}

test('who logs in is handed on', async () => {
  const { fetch, onLogIn } = logInWith(() => Promise.resolve(new Response(JSON.stringify(ADA))));
  await waitFor(() => expect(onLogIn).toHaveBeenCalledWith(ADA));
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/session');
  expect(fetch.mock.calls[0]?.[1].body).toBe('{"username":"ada","password":"secret"}');
});

test('a refusal is shown in its words, and one may try again', async () => {
  const refusal = JSON.stringify({ title: 'Unauthorized', status: 401, detail: 'The name or the password is wrong.' });
  const { onLogIn } = logInWith(() => Promise.resolve(new Response(refusal, { status: 401 })));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('The name or the password is wrong.');
  expect(onLogIn).not.toHaveBeenCalled();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Log in' }).disabled).toBe(false);
});

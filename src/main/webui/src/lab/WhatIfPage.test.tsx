// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST_QUESTION, type LabRow, type LabRun } from './question';
import WhatIfPage from './WhatIfPage';

/** The engine's end of the stream. */
class Socket {
  static last: Socket;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor(readonly url: string) {
    Socket.last = this;
  }
  close() {}
  bring(...runs: LabRun[]) {
    act(() => this.onmessage?.({ data: JSON.stringify({ runs }) }));
  }
}

const ROW: LabRow = {
  policy: 'predictive',
  utilisation: 0.871,
  utilisationMargin: 0.004,
  abandonment: 0.0412,
  abandonmentMargin: 0,
  worstAbandonment: 0.05,
  shareOverCap: 1,
  waitSeconds: 11.4,
  dialsPerConnect: 4.2,
  course: [
    { hour: 1, busy: 0.7, abandonment: 0.01 },
    { hour: 2, busy: 0.9, abandonment: 0.02 },
  ],
};
const run = (state: LabRun['state'], more: Partial<LabRun> = {}): LabRun => ({
  id: 4,
  askedBy: 'ada',
  askedAt: '2026-11-22T17:00:00Z',
  state,
  progress: 0,
  question: FIRST_QUESTION,
  rows: [],
  ...more,
});

const fetch = vi.fn();

beforeEach(() => {
  fetch.mockReset();
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  render(
    <MantineProvider>
      <WhatIfPage />
    </MantineProvider>,
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the page says that all of it is simulated', () => {
  expect(screen.getByText('Everything on this page is simulated.')).toBeTruthy();
});

test('what is set is what is asked', async () => {
  Socket.last.bring();
  fetch.mockResolvedValue(new Response(JSON.stringify(run('waiting')), { status: 202 }));
  fireEvent.keyDown(screen.getByRole('slider', { name: 'Agents' }), { key: 'ArrowRight' });
  fireEvent.click(screen.getByRole('checkbox', { name: '2 lines per free agent, no cap' }));
  fireEvent.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(fetch.mock.calls[0]?.slice(0, 1)).toEqual(['/api/lab/runs']);
  expect(JSON.parse(fetch.mock.calls[0]?.[1].body)).toEqual({
    ...FIRST_QUESTION,
    agents: 21,
    policies: ['predictive', 'progressive', 'lines:2'],
  });
});

test('without a policy nothing can be asked', () => {
  Socket.last.bring();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Predictive' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Progressive' }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(true);
  expect(screen.getByText('Choose at least one policy.')).toBeTruthy();
});

test('a refusal is shown in the words of the engine', async () => {
  Socket.last.bring();
  const problem = { title: 'Not available', status: 503, detail: '4 simulations wait already.' };
  fetch.mockResolvedValue(new Response(JSON.stringify(problem), { status: 503 }));
  fireEvent.click(screen.getByRole('button', { name: 'Run' }));
  expect((await screen.findByRole('alert')).textContent).toBe('4 simulations wait already.');
});

test('a run is followed, can be cancelled, and ends as a table with what is over the cap in words', async () => {
  Socket.last.bring(run('running', { progress: 0.4 }));
  expect(screen.getByRole('progressbar', { name: /done/ }).getAttribute('aria-valuenow')).toBe('40');
  fetch.mockResolvedValue(new Response(null, { status: 204 }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(fetch.mock.calls[0]?.slice(0, 1)).toEqual(['/api/lab/runs/4']));
  expect(fetch.mock.calls[0]?.[1].method).toBe('DELETE');

  Socket.last.bring(run('done', { progress: 1, rows: [ROW] }));
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  const cells = [...screen.getByRole('table').querySelectorAll('tbody td')].map((cell) => cell.textContent);
  expect(cells).toEqual(['87.1 % ± 0.4', '4.1 % over the cap', '5.0 %', '100.0 %', '11.4 s', '4.2']);
  expect(screen.getAllByRole('img')).toHaveLength(3);
});

test('a lost connection is said, and what was seen stays', () => {
  Socket.last.bring(run('done', { rows: [ROW] }));
  act(() => Socket.last.onclose?.());
  expect(screen.getByText('No connection to the engine.')).toBeTruthy();
  expect(screen.getByRole('table')).toBeTruthy();
});

test('a world like a campaign sets the figures and is what is asked', async () => {
  Socket.last.bring();
  const world = {
    description: 'As it was: 4,000 dials.',
    hours: 12,
    agents: { count: 8 },
    campaigns: [{ cap: 0.02, answerRates: [0.3, 0.4], talk: { seconds: 57.4 }, wrapUp: { seconds: 0.4 } }],
  };
  fetch.mockImplementation((path: string) =>
    Promise.resolve(
      new Response(
        JSON.stringify(
          path === '/api/campaigns' ? [{ id: 3, name: 'Autumn' }] : path === '/api/lab/runs' ? run('waiting') : world,
        ),
      ),
    ),
  );
  fireEvent.click(screen.getByRole('radio', { name: 'Like a campaign' }));
  await screen.findByRole('option', { name: 'Autumn' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Campaign' }), { target: { value: '3' } });
  await screen.findByText(/As it was: 4,000 dials/);
  expect(fetch.mock.calls.map((call) => call[0])).toContain('/api/campaigns/3/scenario?days=7');
  fireEvent.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() => expect(fetch.mock.calls.at(-1)?.[0]).toBe('/api/lab/runs'));
  expect(JSON.parse(fetch.mock.calls.at(-1)?.[1].body)).toEqual({
    ...FIRST_QUESTION,
    agents: 8,
    abandonmentCap: 0.02,
    answerRate: 0.35,
    talkSeconds: 57,
    wrapUpSeconds: 1,
    hours: 9,
    campaignId: 3,
    days: 7,
  });
});

test('a campaign with too few calls leaves the reference world, and says so', async () => {
  Socket.last.bring();
  fetch.mockImplementation((path: string) =>
    Promise.resolve(
      path === '/api/campaigns'
        ? new Response(JSON.stringify([{ id: 3, name: 'Autumn' }]))
        : new Response(JSON.stringify({ title: 'Conflict', detail: 'a world needs at least 200 dials' }), {
            status: 409,
          }),
    ),
  );
  fireEvent.click(screen.getByRole('radio', { name: 'Like a campaign' }));
  await screen.findByRole('option', { name: 'Autumn' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Campaign' }), { target: { value: '3' } });
  expect((await screen.findByRole('alert')).textContent).toBe('a world needs at least 200 dials');
  fireEvent.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() => expect(fetch.mock.calls.at(-1)?.[0]).toBe('/api/lab/runs'));
  expect(JSON.parse(fetch.mock.calls.at(-1)?.[1].body)).toEqual(FIRST_QUESTION);
});

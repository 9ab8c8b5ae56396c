// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Floor } from '../board/floor';
import type { AgentRow } from '../messages';
import { FloorTable } from './FloorTable';

const AGENTS: AgentRow[] = Array.from({ length: 500 }, (_, index) => ({
  id: index + 1,
  name: `Agent ${index + 1}`,
  state: 'TALKING',
  code: '',
  sinceMillis: 0,
  campaignId: 0,
  callId: index === 0 ? 9 : 0,
  campaignIds: [3],
  monitors: index === 1 ? 1 : 0,
  monitoring: index === 1 ? 'WHISPER' : '',
}));
const FLOOR: Floor = {
  simulated: false,
  speed: 1,
  atMillis: 65_000,
  receivedAt: performance.now(),
  blocked: '',
  nodes: [],
  trunks: [],
  campaigns: [],
  agents: new Map(AGENTS.map((agent) => [agent.id, agent])),
  calls: new Map([[9, { id: 9, campaignId: 4, stage: 'CONNECTED', sinceMillis: 0, agentId: 1 }]]),
  history: [],
};

beforeEach(() =>
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  ),
);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function shown(chosen: ReadonlySet<number> = new Set()) {
  const setOrder = vi.fn();
  const setChosen = vi.fn();
  render(
    <FloorTable
      floor={FLOOR}
      rows={AGENTS}
      names={new Map([[3, 'Roofs'], [4, 'Survey']])}
      order={{ column: 'name', descending: false }}
      setOrder={setOrder}
      chosen={chosen}
      setChosen={setChosen}
      choosable
    />,
  );
  return { setOrder, setChosen };
}

test('of five hundred agents only those in sight are in the page, and the table says how many there are', () => {
  shown();
  const table = screen.getByRole('table');
  expect(table.getAttribute('aria-rowcount')).toBe('501');
  expect(table.querySelectorAll('tbody tr').length).toBeLessThan(40);
});

test('an agent who talks is shown with the campaign of the call, not of the wait', () => {
  shown();
  const row = screen.getByText('Agent 1').closest('tr');
  expect(row?.textContent).toContain('SurveyRoofsConnected');
  expect(row?.textContent).toMatch(/01:0[5-9]/);
});

test('a column sorts, and again the other way round', () => {
  const { setOrder } = shown();
  fireEvent.click(screen.getByRole('button', { name: /State/ }));
  expect(setOrder).toHaveBeenCalledWith({ column: 'state', descending: false });
  fireEvent.click(screen.getByRole('button', { name: /Name/ }));
  expect(setOrder).toHaveBeenLastCalledWith({ column: 'name', descending: true });
});

test('agents are chosen one by one or all at once', () => {
  const { setChosen } = shown(new Set([2]));
  fireEvent.click(screen.getByLabelText('Choose Agent 1'));
  expect(setChosen).toHaveBeenCalledWith(new Set([2, 1]));
  fireEvent.click(screen.getByLabelText('Choose Agent 2'));
  expect(setChosen).toHaveBeenLastCalledWith(new Set());
  fireEvent.click(screen.getByLabelText('Choose all that are shown'));
  expect((setChosen.mock.lastCall?.[0] as Set<number>).size).toBe(500);
});

test('who listens to an agent is shown with it', () => {
  shown();
  expect(screen.getByText('Agent 2').closest('tr')?.textContent).toContain('whispers to Agent 1');
});

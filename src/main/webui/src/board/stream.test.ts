// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Board, BoardDelta } from '../messages';
import { useFloor } from './stream';

/** The browser's end of a connection that the test speaks on. */
class FakeSocket {
  static opened: FakeSocket[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;

  constructor(readonly url: string) {
    FakeSocket.opened.push(this);
  }

  close() {
    this.closed = true;
  }

  says(message: unknown) {
    act(() => this.onmessage?.({ data: JSON.stringify(message) }));
  }
}

const BOARD: Board = {
  simulated: false,
  speed: 1,
  atMillis: 0,
  blocked: '',
  nodes: [],
  trunks: [],
  campaigns: [],
  agents: [{ id: 1, name: 'Ada', state: 'READY', code: '', sinceMillis: 0, campaignId: 0, callId: 0, campaignIds: [], monitors: 0, monitoring: '' }],
  calls: [],
};
const SNAPSHOT = { type: 'snapshot', board: BOARD, history: [] };
const DELTA: BoardDelta = {
  type: 'delta',
  atMillis: 500,
  blocked: 'no node is up',
  nodes: [],
  trunks: [],
  campaigns: [],
  agents: [],
  goneAgents: [],
  calls: [],
  goneCalls: [],
};

beforeEach(() => {
  FakeSocket.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch() {
  const onLost = vi.fn();
  return { onLost, ...renderHook(() => useFloor(onLost)) };
}

const socket = () => FakeSocket.opened.at(-1)!;

test('a snapshot, then what changed', () => {
  const { result } = watch();
  expect(socket().url).toBe('ws://localhost:3000/api/floor/stream');
  socket().says(SNAPSHOT);
  socket().says(DELTA);
  expect(result.current.floor?.blocked).toBe('no node is up');
  expect(result.current.floor?.agents.get(1)?.name).toBe('Ada');
});

test('a lost connection keeps the last floor, and a fresh snapshot replaces it', () => {
  const { result, onLost } = watch();
  socket().says(SNAPSHOT);
  act(() => socket().onclose?.());
  expect(result.current.connected).toBe(false);
  expect(result.current.floor?.agents.size).toBe(1);
  expect(onLost).toHaveBeenCalledOnce();
  act(() => vi.advanceTimersByTime(700));
  expect(FakeSocket.opened).toHaveLength(2);
  socket().says(DELTA);
  expect(result.current.connected, 'a delta to another snapshot is of no use').toBe(false);
  socket().says({ ...SNAPSHOT, board: { ...BOARD, agents: [] } });
  expect(result.current).toMatchObject({ connected: true });
  expect(result.current.floor?.agents.size).toBe(0);
});

test('a connection that says nothing for five seconds is given up', () => {
  const { result } = watch();
  socket().says(SNAPSHOT);
  act(() => vi.advanceTimersByTime(5_100));
  expect(FakeSocket.opened[0]?.closed).toBe(true);
  expect(result.current.connected).toBe(false);
});

test('a page that is left connects no more', () => {
  const { unmount } = watch();
  unmount();
  act(() => vi.advanceTimersByTime(60_000));
  expect(FakeSocket.opened).toHaveLength(1);
  expect(socket().closed).toBe(true);
});

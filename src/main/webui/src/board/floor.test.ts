import { describe, expect, test } from 'vitest';
import type { AgentRow, Board, BoardDelta, CampaignRow, Point } from '../messages';
import { applyDelta, engineNow, fromSnapshot } from './floor';

const START = 1_800_000_000_000;

function anAgent(id: number, state: string): AgentRow {
  return { id, name: `Agent ${id}`, state, code: '', sinceMillis: START, campaignId: 1, callId: 0, campaignIds: [1], monitors: 0, monitoring: '' };
}

function aCampaign(change: Partial<CampaignRow> = {}): CampaignRow {
  return {
    id: 1,
    name: 'Survey',
    mode: 'POWER',
    state: 'RUNNING',
    hopper: 50,
    free: 1,
    inFlight: 3,
    unserved: 0,
    connected: 2,
    liveAnswers: 100,
    abandoned: 2,
    abandonmentCap: 0.03,
    pacing: '',
    decisions: [],
    shadow: null,
    outcomes: {},
    answerToAgentMillis: -1,
    ...change,
  };
}

function aFloor(change: Partial<Board> = {}, history: Point[] = []) {
  const board: Board = {
    simulated: true,
    speed: 10,
    atMillis: START,
    blocked: '',
    nodes: [],
    trunks: [],
    campaigns: [aCampaign()],
    agents: [anAgent(1, 'READY'), anAgent(2, 'TALKING')],
    calls: [],
    ...change,
  };
  return fromSnapshot({ type: 'snapshot', board, history }, 1_000);
}

function aDelta(change: Partial<BoardDelta> = {}): BoardDelta {
  return {
    type: 'delta',
    atMillis: START + 5_000,
    blocked: '',
    nodes: [],
    trunks: [],
    campaigns: [aCampaign()],
    agents: [],
    goneAgents: [],
    calls: [],
    goneCalls: [],
    ...change,
  };
}

describe('a delta', () => {
  test('replaces the agents that changed and keeps the others', () => {
    const next = applyDelta(aFloor(), aDelta({ agents: [anAgent(1, 'TALKING')] }), 1_500);
    expect([...next.agents.values()].map((agent) => agent.state)).toEqual(['TALKING', 'TALKING']);
  });

  test('adds who came and removes who went', () => {
    const next = applyDelta(aFloor(), aDelta({ agents: [anAgent(3, 'READY')], goneAgents: [1] }), 1_500);
    expect([...next.agents.keys()]).toEqual([2, 3]);
  });

  test('without changes keeps the same rows, so that nothing is drawn again', () => {
    const floor = aFloor();
    expect(applyDelta(floor, aDelta(), 1_500).agents).toBe(floor.agents);
  });

  test('leaves the floor before it as it was', () => {
    const floor = aFloor();
    applyDelta(floor, aDelta({ goneAgents: [1, 2], blocked: 'no node is up' }), 1_500);
    expect([floor.agents.size, floor.blocked]).toEqual([2, '']);
  });

  test('keeps the network and the speed of the snapshot', () => {
    const next = applyDelta(aFloor(), aDelta(), 1_500);
    expect([next.simulated, next.speed]).toEqual([true, 10]);
  });
});

describe('the history', () => {
  test('gains a point from what the page shows', () => {
    expect(applyDelta(aFloor(), aDelta(), 1_500).history).toEqual([
      { atMillis: START + 5_000, talking: 1, wrapUp: 0, free: 1, inFlight: 3, abandonedShare: 0.02 },
    ]);
  });

  test('gains one point a second of real time, not one a message', () => {
    const first = applyDelta(aFloor(), aDelta(), 1_500);
    const second = applyDelta(first, aDelta({ atMillis: START + 10_000 }), 2_000);
    const third = applyDelta(second, aDelta({ atMillis: START + 15_000 }), 2_500);
    expect([second.history.length, third.history.length]).toEqual([1, 2]);
  });

  test('forgets what is older than ten minutes', () => {
    const point: Point = { atMillis: START, talking: 0, wrapUp: 0, free: 0, inFlight: 0, abandonedShare: 0 };
    const full = aFloor({}, Array.from({ length: 600 }, () => point));
    const next = applyDelta(full, aDelta({ atMillis: START + 20_000 }), 2_000);
    expect([next.history.length, next.history.at(-1)?.talking]).toEqual([600, 1]);
  });
});

test("the engine's clock runs on between messages at its own speed", () => {
  expect(engineNow(aFloor(), 1_250)).toBe(START + 2_500);
});

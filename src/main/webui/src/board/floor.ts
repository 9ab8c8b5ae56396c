import type { AgentRow, BoardDelta, BoardSnapshot, CallRow, CampaignRow, NodeRow, Point, TrunkRow } from '../messages';

/** Ten minutes, one point a second, as the engine keeps them. */
const POINTS = 600;
const POINT_EVERY_MILLIS = 900;

/** The floor as the page knows it; replaced as a whole by every message. */
export interface Floor {
  simulated: boolean;
  /** Engine seconds per real second. */
  speed: number;
  /** The engine's time of the last message, and the page's own clock when it came. */
  atMillis: number;
  receivedAt: number;
  blocked: string;
  nodes: NodeRow[];
  trunks: TrunkRow[];
  campaigns: CampaignRow[];
  agents: ReadonlyMap<number, AgentRow>;
  calls: ReadonlyMap<number, CallRow>;
  history: readonly Point[];
}

export function fromSnapshot({ board, history }: BoardSnapshot, receivedAt: number): Floor {
  return {
    ...board,
    receivedAt,
    agents: new Map(board.agents.map((row) => [row.id, row])),
    calls: new Map(board.calls.map((row) => [row.id, row])),
    history,
  };
}

export function applyDelta(floor: Floor, delta: BoardDelta, receivedAt: number): Floor {
  const next: Floor = {
    ...floor,
    atMillis: delta.atMillis,
    receivedAt,
    blocked: delta.blocked,
    nodes: delta.nodes,
    trunks: delta.trunks,
    campaigns: delta.campaigns,
    agents: patched(floor.agents, delta.agents, delta.goneAgents),
    calls: patched(floor.calls, delta.calls, delta.goneCalls),
  };
  return { ...next, history: withPoint(next) };
}

function patched<T extends { id: number }>(
  rows: ReadonlyMap<number, T>,
  changed: T[],
  gone: number[],
): ReadonlyMap<number, T> {
  if (changed.length === 0 && gone.length === 0) {
    return rows;
  }
  const next = new Map(rows);
  gone.forEach((id) => next.delete(id));
  changed.forEach((row) => next.set(row.id, row));
  return next;
}

/** Deltas carry no points: the page draws its own from what it shows, once a second. */
function withPoint(floor: Floor): readonly Point[] {
  const last = floor.history.at(-1);
  if (last && floor.atMillis - last.atMillis < POINT_EVERY_MILLIS * floor.speed) {
    return floor.history;
  }
  const states = countBy([...floor.agents.values()].map((agent) => agent.state));
  const live = sum(floor.campaigns, (row) => row.liveAnswers);
  const point: Point = {
    atMillis: floor.atMillis,
    talking: states.get('TALKING') ?? 0,
    wrapUp: states.get('WRAP_UP') ?? 0,
    free: states.get('READY') ?? 0,
    inFlight: sum(floor.campaigns, (row) => row.inFlight),
    abandonedShare: live === 0 ? 0 : sum(floor.campaigns, (row) => row.abandoned) / live,
  };
  return [...floor.history.slice(1 - POINTS), point];
}

export function countBy(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export function sum<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

/** The engine's time now, between two messages. */
export function engineNow(floor: Floor, now: number): number {
  return floor.atMillis + (now - floor.receivedAt) * floor.speed;
}

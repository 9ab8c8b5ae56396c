/** What the engine sends, as its Java records have it. */

export type Role = 'agent' | 'supervisor' | 'manager' | 'compliance' | 'administrator';

export interface User {
  id: number;
  username: string;
  displayName: string;
  active: boolean;
  roles: Role[];
}

/** RFC 9457. */
export interface Problem {
  title: string;
  status: number;
  detail: string;
  errors?: { field: string; message: string }[];
}

export type CampaignState = 'DRAFT' | 'RUNNING' | 'PAUSING' | 'PAUSED' | 'STOPPED' | 'DONE';

export interface NodeRow {
  name: string;
  up: boolean;
  detail: string;
}

export interface TrunkRow {
  node: string;
  name: string;
  lines: number;
  inUse: number;
  failing: boolean;
}

export interface CampaignRow {
  id: number;
  name: string;
  mode: string;
  state: CampaignState;
  hopper: number;
  free: number;
  inFlight: number;
  unserved: number;
  connected: number;
  liveAnswers: number;
  abandoned: number;
  abandonmentCap: number;
  pacing: string;
  /** The latest first. */
  decisions: DecisionRow[];
  shadow: ShadowRow | null;
  outcomes: Record<string, number>;
  /** -1 while nobody was connected. */
  answerToAgentMillis: number;
}

/** The figures of a decision that weighs risk. */
export interface Why {
  expectedFree: number;
  expectedAnswers: number;
  horizonSeconds: number;
  risk: number;
  allowedRisk: number;
  price: number;
  headroom: number;
}

export interface DecisionRow {
  atMillis: number;
  launched: number;
  released: number;
  reason: string;
  free: number;
  inFlight: number;
  waiting: number;
  why: Why | null;
}

/** The policy beside the live one, over the last hour or since it began. */
export interface ShadowRow {
  mode: string;
  sinceMillis: number;
  liveLaunchesPerHour: number;
  launchesPerHour: number;
  liveRisk: number;
  risk: number;
  differedShare: number;
  reason: string;
}

export interface AgentRow {
  id: number;
  name: string;
  state: string;
  code: string;
  sinceMillis: number;
  /** The campaign that the agent is aimed at; 0 for none. */
  campaignId: number;
  /** 0 for none. */
  callId: number;
  campaignIds: number[];
  /** Whom the agent listens to; 0 for nobody. */
  monitors: number;
  monitoring: '' | Monitoring;
}

/** How somebody takes part in another agent's calls. */
export type Monitoring = 'LISTEN' | 'WHISPER' | 'BARGE';

export interface CallRow {
  id: number;
  campaignId: number;
  stage: string;
  sinceMillis: number;
  agentId: number;
}

export interface Point {
  atMillis: number;
  talking: number;
  wrapUp: number;
  free: number;
  inFlight: number;
  abandonedShare: number;
}

export interface Board {
  simulated: boolean;
  speed: number;
  atMillis: number;
  blocked: string;
  nodes: NodeRow[];
  trunks: TrunkRow[];
  campaigns: CampaignRow[];
  agents: AgentRow[];
  calls: CallRow[];
}

export interface BoardSnapshot {
  type: 'snapshot';
  board: Board;
  history: Point[];
}

export interface BoardDelta {
  type: 'delta';
  atMillis: number;
  blocked: string;
  nodes: NodeRow[];
  trunks: TrunkRow[];
  campaigns: CampaignRow[];
  agents: AgentRow[];
  goneAgents: number[];
  calls: CallRow[];
  goneCalls: number[];
}

export type BoardMessage = BoardSnapshot | BoardDelta;

export interface ImportView {
  id: number;
  listId: number;
  fileName: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  charset: string;
  bytesTotal: number;
  bytesRead: number;
  rowsRead: number;
  rowsImported: number;
  rowsRejected: number;
  rowsPerSecond: number;
  secondsLeft?: number | null;
  error?: string | null;
}

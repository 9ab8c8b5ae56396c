import type { Monitoring } from '../messages';

/** What `/api/agent/stream` sends, as its Java records have it. */

export type AgentState = 'LOGGED_OUT' | 'LEG_CONNECTING' | 'READY' | 'RESERVED' | 'TALKING' | 'WRAP_UP' | 'PAUSED';

export interface Me {
  id: number;
  name: string;
  state: AgentState;
  since: string;
  pauseCode: string;
  leaving: boolean;
  leavingForGood: boolean;
  phone: 'own' | 'mobile' | 'browser';
  /** Number of the own mobile phone; empty for none. */
  mobile: string;
  rungForEachCall: boolean;
  leg: 'NONE' | 'CONNECTING' | 'PARKED' | 'BRIDGED' | 'UNKNOWN';
}

export interface Call {
  callId: number;
  campaignId: number;
  stage: string;
  preview: boolean;
  step: 'NONE' | 'TO_HOLD' | 'FROM_HOLD' | 'TO_AGENT' | 'OUTSIDE' | 'TO_QUEUE' | 'TO_PARK';
  recording: 'OFF' | 'ON' | 'PAUSED' | 'FAILED';
  connectedAt: string | null;
  heldSince: string | null;
  previewUntil: string | null;
  wrapUpUntil: string | null;
  disposed: boolean;
}

export interface Attempt {
  callId: number;
  at: string;
  outcome: string;
  disposition: string;
  agent: string;
  talkSeconds: number;
  /** Whether the customer called. */
  inbound: boolean;
}

export interface Customer {
  callId: number;
  leadId: number;
  campaignId: number;
  number: string;
  zones: string[];
  firstName: string;
  lastName: string;
  externalId: string;
  notes: string;
  custom: Record<string, string | number | boolean | null>;
  fields: { name: string; type: string }[];
  inbound: boolean;
  attempts: Attempt[];
}

export interface Choice {
  code: string;
  label: string;
  isFinal: boolean;
  /** Code of the one that this is a kind of; empty for none. */
  below: string;
}

export interface MyCampaign {
  id: number;
  name: string;
  mode: string;
  state: string;
  script: string;
  recording: 'none' | 'on_demand' | 'all';
  forcedDisposition: boolean;
  dispositions: Choice[];
}

export interface Pause {
  code: string;
  label: string;
  limitMinutes: number;
}

export interface Callback {
  id: number;
  callId: number;
  leadId: number;
  campaignId: number;
  campaign: string;
  firstName: string;
  lastName: string;
  number: string;
  dueAt: string;
  zone: string;
  note: string;
  state: 'WANTED' | 'OPEN';
}

/** The agent to whom I listen. */
export interface Monitored {
  agentId: number;
  name: string;
  how: Monitoring;
}

/** A colleague who calls me, is called by me, or speaks with me. */
export interface Colleague {
  agentId: number;
  name: string;
  /** Whether it was I who called. */
  mine: boolean;
  stage: 'CALLED' | 'COMING' | 'PRIVATE' | 'JOINING' | 'CONFERENCE';
}

/** Somebody who is parked and whom I may pick up. */
export interface Parked {
  callId: number;
  name: string;
  number: string;
  since: string;
  /** Who parked the customer. */
  by: string;
}

/** What a supervisor wrote, until it is read. */
export interface DeskMessageText {
  id: number;
  from: string;
  at: string;
  text: string;
}

export interface Figures {
  calls: number;
  connected: number;
  talkSeconds: number;
  dispositions: Record<string, number>;
  stateSeconds: Record<string, number>;
}

export interface Desk {
  me: Me;
  call: Call | null;
  customer: Customer | null;
  monitored: Monitored | null;
  colleague: Colleague | null;
  /** Who waits longest first. */
  parked: Parked[];
  /** The campaign of the present call, when I do not serve it. */
  callCampaign: MyCampaign | null;
  campaigns: MyCampaign[];
  pauses: Pause[];
  messages: DeskMessageText[];
  callbacks: Callback[];
  figures: Figures;
}

/** All parts at first, then those that changed. */
export type DeskMessage = ({ type: 'snapshot' } & { at: string } & Desk) | ({ type: 'change'; at: string } & Partial<Desk>);

/** Whether the customer can be spoken with, put on hold, transferred. */
export const talks = (call: Call | null): boolean => call !== null && (call.stage === 'CONNECTED' || call.stage === 'HELD');

export interface Phone {
  number: string;
  kind: string;
  zones: string[];
}

export interface Lead {
  id: number;
  campaignId: number;
  listId: number;
  state: string;
  priority: number;
  attempts: number;
  lastOutcome?: string | null;
  firstName: string;
  lastName: string;
  externalId: string;
  notes: string;
  custom: Record<string, unknown>;
  phones: Phone[];
}

export interface Attempt {
  id: number;
  startedAt: string;
  number: string;
  outcome?: string | null;
  answeredAt?: string | null;
  connectedAt?: string | null;
  endedAt?: string | null;
  agentId?: number | null;
  disposition?: string | null;
  detail?: string | null;
  inbound: boolean;
}

export type Rule = 'DONE' | 'DIALLING' | 'NO_PHONE' | 'DNC' | 'ATTEMPTS_LIFETIME' | 'FILTER' | 'CALL_WINDOW' | 'ATTEMPTS_PER_DAY' | 'RETRY' | 'CAMPAIGN' | 'RESERVED' | 'TURN';

/** Why a lead is not being dialled now. */
export interface Explanation {
  rule: Rule;
  until?: string | null;
  lastOutcome: string;
  campaignState: string;
  ahead: number;
}

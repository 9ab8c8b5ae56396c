/** How loud a sound is over its length: peaks of each channel, in percent. */
export interface Waveform {
  millis: number;
  channels: number[][];
}

export interface Recording {
  id: number;
  callId: number;
  campaignId: number;
  campaign: string;
  leadId: number;
  customer: string;
  number: string;
  agentId: number;
  agent: string;
  disposition?: string | null;
  startedAt: string;
  endedAt?: string | null;
  failure: string;
}

export interface Message {
  id: number;
  campaignId: number;
  campaign: string;
  leadId: number;
  customer: string;
  number: string;
  callId: number;
  lengthMillis: number;
  recordedAt: string;
  heardAt?: string | null;
  heardBy?: string | null;
}

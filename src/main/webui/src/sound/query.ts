import { putPeriod, type Period } from '../ui/period';

/** What to look for; texts as the fields of the page have them. */
export interface Wanted extends Period {
  campaignId: string;
  agentId: string;
}

export const PAGE = 50;

/** The address of a page of recordings; local times become instants. @param before the last one that is shown; 0 for none */
export function query({ campaignId, agentId, ...period }: Wanted, before: number): string {
  const values = new URLSearchParams({ campaignId, agentId, limit: String(PAGE) });
  putPeriod(values, period);
  if (before > 0) {
    values.set('before', String(before));
  }
  return values.toString();
}

/** What to look for; texts as the fields of the page have them. */
export interface Wanted {
  campaignId: string;
  agentId: string;
  from: string;
  to: string;
}

export const PAGE = 50;

/** The address of a page of recordings; local times become instants. @param before the last one that is shown; 0 for none */
export function query({ campaignId, agentId, from, to }: Wanted, before: number): string {
  const values = new URLSearchParams({ campaignId, agentId, limit: String(PAGE) });
  Object.entries({ from, to })
    .filter(([, value]) => value !== '')
    .forEach(([name, value]) => values.set(name, new Date(value).toISOString()));
  if (before > 0) {
    values.set('before', String(before));
  }
  return values.toString();
}

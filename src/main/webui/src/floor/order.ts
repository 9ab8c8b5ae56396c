import type { AgentRow } from '../messages';
import { byName, inWords } from '../text/format';

export type Column = 'name' | 'state' | 'since' | 'campaign';

export interface Order {
  column: Column;
  descending: boolean;
}

/** The agents that fit, in order; equal ones by name. */
export function ordered(
  agents: Iterable<AgentRow>,
  wanted: string,
  state: string,
  order: Order,
  campaignName: (id: number) => string,
): AgentRow[] {
  const compare: Record<Column, (a: AgentRow, b: AgentRow) => number> = {
    name: () => 0,
    state: (a, b) => byName(inWords(a.state), inWords(b.state)),
    // The longest time began first.
    since: (a, b) => b.sinceMillis - a.sinceMillis,
    campaign: (a, b) => byName(campaignName(a.campaignId), campaignName(b.campaignId)),
  };
  const turn = order.descending ? -1 : 1;
  return [...agents]
    .filter((agent) => state === '' || agent.state === state)
    .filter((agent) =>
      `${agent.name} ${inWords(agent.state)} ${agent.code} ${campaignName(agent.campaignId)}`.toLowerCase().includes(wanted),
    )
    .sort((a, b) => turn * (compare[order.column](a, b) || byName(a.name, b.name)));
}

import { useGet } from '../ui/load';
import type { Settings } from './settings';

/** A campaign as the engine answers it: settings with id and state. */
export interface Campaign extends Settings {
  id: number;
  state: string;
  startedAt?: string | null;
}

export const useCampaigns = () => useGet<Campaign[]>('/api/campaigns');

/** What the engine takes for a change: the settings without what only it says. */
export function settingsOf({ id: _id, state: _state, startedAt: _startedAt, ...settings }: Campaign): Settings {
  return settings;
}

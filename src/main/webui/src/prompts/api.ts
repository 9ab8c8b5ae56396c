import { useGet } from '../ui/load';

/** A recorded message; a campaign's settings name it `prompt/` and its id. */
export interface Prompt {
  id: number;
  name: string;
  lengthMillis: number;
  createdAt: string;
  createdBy: string;
  usedBy: string[];
}

export const usePrompts = () => useGet<Prompt[]>('/api/prompts');

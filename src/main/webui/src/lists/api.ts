import { useMemo } from 'react';
import { useGet, type Loaded } from '../ui/load';

export interface CustomField {
  name: string;
  type: 'text' | 'number' | 'date' | 'boolean';
}

export interface List {
  id: number;
  campaignId: number;
  name: string;
  customFields: CustomField[];
  priority: number;
  createdAt: string;
}

interface Figures {
  listId: number;
  leads: number;
  dialled: number;
  open: number;
}

/** A list with how far it is. */
export interface ListRow extends List {
  leads: number;
  dialled: number;
  open: number;
}

/** Lists of a campaign, or of all when it is 0, the first to be dialled first. */
export function useLists(campaignId: number): Loaded<ListRow[]> {
  const lists = useGet<List[]>(`/api/lists?campaignId=${campaignId}`);
  const figures = useGet<Figures[]>(`/api/lists/figures?campaignId=${campaignId}`);
  const value = useMemo(() => lists.value && figures.value && joined(lists.value, figures.value), [lists.value, figures.value]);
  return {
    value,
    failure: lists.failure || figures.failure,
    reload: () => {
      lists.reload();
      figures.reload();
    },
    set: () => undefined,
  };
}

/** A list without leads has no figures. */
export function joined(lists: readonly List[], figures: readonly Figures[]): ListRow[] {
  const byList = new Map(figures.map((row) => [row.listId, row]));
  return lists
    .map((list) => {
      const { leads = 0, dialled = 0, open = 0 } = byList.get(list.id) ?? {};
      return { ...list, leads, dialled, open };
    })
    .sort((a, b) => b.priority - a.priority || a.id - b.id);
}

import type { FieldView } from '../filter/tree';
import { fieldName } from '../filter/words';
import { t } from '../../text/language';

/** A field by which leads are sorted. */
export interface Key {
  field: string;
  descending?: boolean;
}

export interface Share {
  list: number;
  share: number;
}

/** The order of a campaign's leads, as the engine tells and takes it. */
export interface Order {
  order?: Key[] | null;
  mix?: Share[] | null;
  /** Leads that are not in their places yet. */
  waiting?: number;
}

export const MOST_KEYS = 4;

/** What comes first, in words that fit the field: ascending, descending. */
export function directions(type: FieldView['type'] | undefined): readonly [string, string] {
  const words = t().order.directions;
  switch (type) {
    case 'NUMBER':
      return [words.lowest, words.highest];
    case 'DATE':
      return [words.earliest, words.latest];
    case 'BOOLEAN':
      return [words.no, words.yes];
    case 'LIST':
      return [words.oldest, words.newest];
    default:
      return [words.a, words.z];
  }
}

/** An order in one line, as the history keeps it. */
export function orderWords(keys: readonly Key[]): string {
  return keys.map(({ field, descending }) => `${fieldName(field)} ${descending === true ? '↓' : '↑'}`).join(', ');
}

/** Shares by the names of the lists, in one line. */
export function mixWords(mix: Readonly<Record<string, number>>): string {
  return Object.entries(mix)
    .map(([list, share]) => `${list} ${share}`)
    .join(' : ');
}

/** The key at this place goes one up. */
export function moveUp<T>(keys: readonly T[], at: number): T[] {
  const moved = [...keys];
  const [key] = moved.splice(at, 1);
  if (key !== undefined) {
    moved.splice(Math.max(0, at - 1), 0, key);
  }
  return moved;
}

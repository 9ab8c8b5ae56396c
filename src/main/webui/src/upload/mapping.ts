import type { CustomField } from '../lists/api';

/** Which column is what, as the engine takes it. */
export interface Mapping {
  phones: string[];
  firstName?: string | null;
  lastName?: string | null;
  externalId?: string | null;
  notes?: string | null;
  zone?: string | null;
  custom: Record<string, string>;
}

/** What the engine found in a file. */
export interface Preview {
  charset: string;
  delimiter: string;
  header: string[];
  mapping: Mapping;
  rows: string[][];
}

const SINGLES = ['firstName', 'lastName', 'externalId', 'notes', 'zone'] as const;

/** What a column may be: a number, a field that every lead has, a field of the list (with the prefix), or nothing. */
export type Target = 'phone' | (typeof SINGLES)[number] | `custom.${string}` | '';

export function targets(fields: readonly CustomField[]): Target[] {
  return ['', 'phone', ...SINGLES, ...fields.map(({ name }): Target => `custom.${name}`)];
}

/** What this column is by the mapping. */
export function targetOf(mapping: Mapping, column: string): Target {
  if (mapping.phones.includes(column)) {
    return 'phone';
  }
  const single = SINGLES.find((name) => mapping[name] === column);
  const custom = Object.keys(mapping.custom).find((name) => mapping.custom[name] === column);
  return single ?? (custom === undefined ? '' : `custom.${custom}`);
}

/** The mapping with this column as that; whichever column was that before is not taken any more. Numbers keep the order of the columns. */
export function assigned(mapping: Mapping, header: readonly string[], column: string, target: Target): Mapping {
  const next: Mapping = { ...mapping, phones: mapping.phones.filter((phone) => phone !== column), custom: { ...mapping.custom } };
  SINGLES.filter((name) => next[name] === column || name === target).forEach((name) => (next[name] = null));
  for (const [name, from] of Object.entries(next.custom)) {
    if (from === column) {
      delete next.custom[name];
    }
  }
  if (target === 'phone') {
    next.phones = header.filter((name) => name === column || next.phones.includes(name));
  } else if (target.startsWith('custom.')) {
    next.custom[target.slice('custom.'.length)] = column;
  } else if (target !== '') {
    next[target as (typeof SINGLES)[number]] = column;
  }
  return next;
}

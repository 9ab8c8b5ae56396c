import { inWords } from '../../text/format';
import { t } from '../../text/language';
import type { Part } from './tree';

const CUSTOM = 'custom.';

/** A field by the name that people know. */
export function fieldName(field: string): string {
  const names: Partial<Record<string, string>> = t().filter.fields;
  return field.startsWith(CUSTOM) ? field.slice(CUSTOM.length).replaceAll('_', ' ') : (names[field] ?? field);
}

/** An operator in words. */
export function operatorName(operator: string): string {
  const names: Partial<Record<string, string>> = t().filter.operators;
  return names[operator] ?? operator;
}

/** A filter in one line. */
export function filterWords(part: Part): string {
  if (part.kind === 'group') {
    return `${t().filter.words[part.word]}: (${part.members.map(filterWords).join('; ')})`;
  }
  const values = part.values.map((value) => (/^[A-Z_]+$/.test(value) ? inWords(value) : value));
  return [fieldName(part.field), operatorName(part.operator), values.join(', ')].join(' ').trim();
}

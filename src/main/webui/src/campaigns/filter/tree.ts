/** A filter as the engine reads and writes it. */
export type FilterJson =
  | { all: FilterJson[] }
  | { any: FilterJson[] }
  | { not: FilterJson }
  | { field: string; operator: string; values: (string | number | boolean)[]; type?: string };

/** A field of which something can be asked. */
export interface FieldView {
  field: string;
  type: 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'CODE' | 'LIST';
  operators: string[];
  /** Of a field of few values: these. */
  values: string[];
  /** Whether leads can be put in order by it. */
  sortable: boolean;
}

export type Word = 'all' | 'any' | 'none';

/** A filter as it is being built; each part has a number of its own. */
export type Part = Group | Condition;

export interface Group {
  kind: 'group';
  id: number;
  word: Word;
  members: Part[];
}

export interface Condition {
  kind: 'condition';
  id: number;
  field: string;
  operator: string;
  /** As they are typed. */
  values: string[];
}

let last = 0;
const next = () => ++last;

export const newGroup = (word: Word, members: Part[] = []): Group => ({ kind: 'group', id: next(), word, members });

export const newCondition = (field: string, operator: string, values: string[] = ['']): Condition => ({ kind: 'condition', id: next(), field, operator, values });

const MANY = 'oneOf';

/** How many values an operator takes; undefined for any number. */
export function valuesOf(operator: string): number | undefined {
  return operator === MANY ? undefined : operator === 'between' ? 2 : operator === 'empty' || operator === 'notEmpty' ? 0 : 1;
}

/** The filter as a group at the top; an empty one for none. */
export function read(json: FilterJson | null | undefined): Group {
  const part = json === null || json === undefined ? newGroup('all') : partOf(json);
  return part.kind === 'group' ? part : newGroup('all', [part]);
}

function partOf(json: FilterJson): Part {
  if ('all' in json) {
    return newGroup('all', json.all.map(partOf));
  }
  if ('any' in json) {
    return newGroup('any', json.any.map(partOf));
  }
  if ('not' in json) {
    return 'any' in json.not ? newGroup('none', json.not.any.map(partOf)) : newGroup('none', [partOf(json.not)]);
  }
  return newCondition(json.field, json.operator, json.values.map(String));
}

export interface Written {
  json: FilterJson | null;
  /** Numbers of the parts by where they stand in it. */
  places: ReadonlyMap<string, number>;
}

/** What the engine is asked; null when nothing is asked of the leads. */
export function write(root: Group, types: ReadonlyMap<string, FieldView['type']>): Written {
  const places = new Map<string, number>();
  if (root.members.length === 0) {
    return { json: null, places };
  }
  return { json: jsonOf(root, 'filter', types, places), places };
}

function jsonOf(part: Part, place: string, types: ReadonlyMap<string, FieldView['type']>, places: Map<string, number>): FilterJson {
  places.set(place, part.id);
  if (part.kind === 'condition') {
    const { field, operator, values } = part;
    return { field, operator, values: values.map((value) => typed(value, types.get(field))) };
  }
  const members = (word: string) => part.members.map((member, index) => jsonOf(member, `${word}[${index}]`, types, places));
  switch (part.word) {
    case 'all':
      return { all: members(`${place}.all`) };
    case 'any':
      return { any: members(`${place}.any`) };
    case 'none':
      return { not: { any: members(`${place}.not.any`) } };
  }
}

/** What is no number stays a text, so that the engine says so. */
function typed(value: string, type: FieldView['type'] | undefined): string | number | boolean {
  if (type === 'NUMBER' || type === 'LIST') {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : value;
  }
  return type === 'BOOLEAN' ? value === 'true' : value;
}

/** What was wrong with which part; the innermost that stands where the error does. */
export function errorsByPart(fields: Readonly<Record<string, string>>, places: ReadonlyMap<string, number>): ReadonlyMap<number, string> {
  const errors = new Map<number, string>();
  for (const [where, words] of Object.entries(fields)) {
    const place = [...places.keys()].filter((each) => where === each || where.startsWith(`${each}.`) || where.startsWith(`${each}[`)).sort((a, b) => b.length - a.length)[0];
    const id = place === undefined ? undefined : places.get(place);
    if (id !== undefined && !errors.has(id)) {
      errors.set(id, words);
    }
  }
  return errors;
}

/** The tree with one part replaced, or left out when it is replaced by nothing. */
export function replace(root: Group, id: number, by: Part | undefined): Group {
  return {
    ...root,
    members: root.members.flatMap((member) => {
      if (member.id === id) {
        return by === undefined ? [] : [by];
      }
      return [member.kind === 'group' ? replace(member, id, by) : member];
    }),
  };
}

import type { ExitWord, FlowNode, Kind, NumberField, TextField } from './model';

/** A field of a form, in the order in which it is shown. */
export type Field =
  | { type: 'phrases'; name: 'says' | 'wrong' }
  | { type: 'number'; name: NumberField; min: number; max: number }
  | { type: 'text'; name: TextField }
  | { type: 'choice'; name: 'queue' | 'box' | 'accept' }
  | { type: 'condition' | 'takes' | 'skills' };

interface KindOf {
  fields: readonly Field[];
  exits: readonly ExitWord[];
  /** What a new one has. */
  fresh: Omit<FlowNode, 'id' | 'kind'>;
}

const SAYS: Field = { type: 'phrases', name: 'says' };
const ASKING: readonly Field[] = [SAYS, { type: 'phrases', name: 'wrong' }, number('attempts', 1, 5), number('waitSeconds', 1, 30)];
const asked = () => ({ says: [{ text: '' }], wrong: [], attempts: 3, waitSeconds: 5 });

function number(name: NumberField, min: number, max: number): Field {
  return { type: 'number', name, min, max };
}

/** What each kind of step has. */
export const KIND: Readonly<Record<Kind, KindOf>> = {
  say: { fields: [SAYS], exits: ['next'], fresh: { says: [{ text: '' }] } },
  menu: { fields: ASKING, exits: ['noInput', 'noMatch'], fresh: { ...asked(), choices: { '1': '' } } },
  collect: {
    fields: [...ASKING, { type: 'text', name: 'variable' }, number('fewest', 1, 32), number('most', 1, 32), number('betweenSeconds', 1, 30)],
    exits: ['next', 'noInput', 'noMatch'],
    fresh: { ...asked(), variable: 'entered', fewest: 1, most: 8, betweenSeconds: 4 },
  },
  condition: { fields: [{ type: 'condition' }], exits: ['yes', 'no'], fresh: { if: { open: '' } } },
  lookUp: {
    fields: [{ type: 'text', name: 'url' }, number('timeoutSeconds', 1, 10), { type: 'takes' }],
    exits: ['next', 'failed'],
    fresh: { url: '', timeoutSeconds: 3, takes: {} },
  },
  set: { fields: [{ type: 'text', name: 'variable' }, { type: 'text', name: 'value' }], exits: ['next'], fresh: { variable: 'noted', value: '' } },
  enqueue: {
    fields: [{ type: 'choice', name: 'queue' }, { type: 'skills' }, number('priority', 0, 10), number('waitSeconds', 5, 7200)],
    exits: ['overflow', 'refused', 'afterTalk'],
    fresh: { queue: '', skills: [], priority: 0, waitSeconds: 600 },
  },
  transfer: {
    fields: [{ type: 'text', name: 'number' }, number('ringSeconds', 5, 120)],
    exits: ['failed'],
    fresh: { number: '', ringSeconds: 30 },
  },
  offerCallback: {
    fields: [...ASKING, { type: 'choice', name: 'accept' }, { type: 'choice', name: 'queue' }, { type: 'text', name: 'number' }],
    exits: ['accepted', 'declined', 'refused'],
    fresh: { ...asked(), attempts: 2, accept: '1', queue: '', number: 'caller' },
  },
  voicemail: { fields: [SAYS, { type: 'choice', name: 'box' }, number('mostSeconds', 5, 600)], exits: ['next', 'failed'], fresh: { says: [], box: '', mostSeconds: 120 } },
  survey: {
    fields: [...ASKING, { type: 'text', name: 'name' }, number('lowest', 0, 8), number('highest', 1, 9)],
    exits: ['next', 'noAnswer'],
    fresh: { ...asked(), attempts: 1, name: '', lowest: 1, highest: 5 },
  },
  hangUp: { fields: [], exits: [], fresh: {} },
};

/** Exits that are taken when nothing comes of it; they are drawn lighter. */
export const ASIDE: ReadonlySet<string> = new Set<ExitWord>(['noInput', 'noMatch', 'failed', 'refused', 'noAnswer', 'overflow', 'declined']);

/** Kinds that ask the world for something and wait for its answer. */
export const WAITING: ReadonlySet<Kind> = new Set<Kind>(['lookUp', 'enqueue', 'transfer', 'offerCallback', 'voicemail']);

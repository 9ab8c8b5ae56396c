/** A flow as the engine reads and writes it; its schema is at `/api/ivr-flows/schema`. */
export interface Flow {
  language: string;
  zone: string;
  /** Names of what may be known of a caller beforehand. */
  data: string[];
  hours: Record<string, Hours>;
  /** Id of the first step; empty for none yet. */
  start: string;
  nodes: FlowNode[];
}

export const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Day = (typeof DAYS)[number];

export interface Span {
  from: string;
  to: string;
}

/** Opening hours: a day that is left out is closed, a holiday has spans of its own. */
export interface Hours {
  week: Partial<Record<Day, Span[]>>;
  holidays: Record<string, Span[]>;
}

export type Phrase = { prompt: number } | { text: string } | { number: string } | { digits: string } | { date: string };
export type Criterion = { open: string } | { variable: string; operator: string; values: string[] };

export const KINDS = ['say', 'menu', 'collect', 'condition', 'lookUp', 'set', 'enqueue', 'transfer', 'offerCallback', 'voicemail', 'survey', 'hangUp'] as const;
export type Kind = (typeof KINDS)[number];

export type ExitWord = 'next' | 'yes' | 'no' | 'noInput' | 'noMatch' | 'failed' | 'overflow' | 'refused' | 'afterTalk' | 'accepted' | 'declined' | 'noAnswer';
export type NumberField = 'attempts' | 'waitSeconds' | 'fewest' | 'most' | 'betweenSeconds' | 'timeoutSeconds' | 'priority' | 'ringSeconds' | 'mostSeconds' | 'lowest' | 'highest';
export type TextField = 'variable' | 'value' | 'url' | 'number' | 'queue' | 'box' | 'name' | 'accept';

/** A step. Which of the fields it has, its kind says: see `kinds.ts`. An exit that is left out, or empty, leads nowhere yet. */
export interface FlowNode extends Partial<Record<ExitWord, string>>, Partial<Record<NumberField, number>>, Partial<Record<TextField, string>> {
  id: string;
  kind: Kind;
  says?: Phrase[];
  wrong?: Phrase[];
  /** Where each key leads. */
  choices?: Record<string, string>;
  if?: Criterion;
  /** Fields of an answer by the variables that get their values. */
  takes?: Record<string, string>;
  skills?: string[];
}

/** Every key of a telephone, as they lie there. */
export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

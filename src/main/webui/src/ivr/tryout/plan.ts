import type { Flow } from '../flow/model';
import { WAITING } from '../flow/kinds';

export interface Act {
  afterMillis: number;
  /** Left out for hanging up. */
  key?: string;
}

export interface Answer {
  outcome: 'found' | 'done' | 'refused' | 'silence';
  afterMillis?: number;
  talkMillis?: number;
  fields?: Record<string, string>;
}

/** A call that is only thought of, and how far it has come. */
export interface Scene {
  /** When the call comes, in milliseconds since 1970. */
  start: number;
  caller: string;
  did: string;
  data: Readonly<Record<string, string>>;
  acts: readonly Act[];
  answers: Readonly<Record<string, Answer>>;
  /** Milliseconds since the start. What is later has not happened yet. */
  now: number;
}

export interface Said {
  kind: 'prompt' | 'text' | 'number' | 'digits' | 'date';
  value: string;
}

export interface Effect {
  at: string;
  node: string;
  kind: string;
  says?: Said[];
  detail?: string;
}

export interface TraceEntry {
  at: string;
  node: string;
  event: string;
  detail: string;
}

/** What the engine answers. */
export interface Walk {
  effects: readonly Effect[];
  trace: readonly TraceEntry[];
  over: boolean;
}

const A_DAY = 86_400_000;

/** What the engine is sent. Whatever the person has not answered yet stays unanswered, as in life. */
export function planOf(scene: Scene, flow: Flow) {
  const silent = flow.nodes.filter(({ kind }) => WAITING.has(kind)).map(({ id }): [string, Answer] => [id, { outcome: 'silence' }]);
  return {
    flow,
    start: new Date(scene.start).toISOString(),
    caller: scene.caller,
    did: scene.did,
    data: scene.data,
    acts: scene.acts,
    answers: { ...Object.fromEntries(silent), ...scene.answers },
  };
}

/** An instant later, so that nothing that was seen already comes out another way. */
const later = (scene: Scene) => scene.now + 1;

export function press(scene: Scene, key: string): Scene {
  const now = later(scene);
  return { ...scene, now, acts: [...scene.acts, { afterMillis: now, key }] };
}

export function hangUp(scene: Scene): Scene {
  const now = later(scene);
  return { ...scene, now, acts: [...scene.acts, { afterMillis: now }] };
}

/** Answers what a step has asked for; a talk lasts until it is ended. */
export function answer(scene: Scene, asked: Asked, outcome: 'found' | 'done' | 'refused', fields: Record<string, string> = {}): Scene {
  const now = later(scene);
  return { ...scene, now, answers: { ...scene.answers, [asked.node]: { outcome, afterMillis: now - asked.since, talkMillis: A_DAY, fields } } };
}

/** The agent of this talk hangs up. */
export function endTalk(scene: Scene, asked: Asked): Scene {
  const now = later(scene);
  const given = scene.answers[asked.node];
  const talkMillis = now - asked.since - (given?.afterMillis ?? 0);
  return given === undefined ? scene : { ...scene, now, answers: { ...scene.answers, [asked.node]: { ...given, talkMillis } } };
}

/** Milliseconds since the call came. */
export const sinceStart = (scene: Scene, at: string) => Date.parse(at) - scene.start;

/** Something that has happened, for the list. */
export type Happened = { at: number } & ({ what: 'trace'; entry: TraceEntry } | { what: 'effect'; effect: Effect } | { what: 'key'; key: string });

/** What has happened up to now, in order: what a caller pressed and heard, and where it led. */
export function happened(scene: Scene, walk: Walk): Happened[] {
  const keys = scene.acts.flatMap(({ afterMillis, key }): Happened[] => (key === undefined ? [] : [{ at: afterMillis, what: 'key', key }]));
  const trace = walk.trace.filter(({ event }) => event !== 'KEY').map((entry): Happened => ({ at: sinceStart(scene, entry.at), what: 'trace', entry }));
  const heard = walk.effects.filter(({ kind }) => kind === 'play').map((effect): Happened => ({ at: sinceStart(scene, effect.at), what: 'effect', effect }));
  return [...keys, ...trace, ...heard].filter(({ at }) => at <= scene.now).sort((a, b) => a.at - b.at);
}

/** When the next thing happens if nobody does anything; undefined for nothing any more. */
export function nextTime(scene: Scene, walk: Walk): number | undefined {
  return walk.trace.map(({ at }) => sinceStart(scene, at)).find((at) => at > scene.now);
}

/** A step that was passed, and what had happened at the one before, which says by which exit it was left. */
export interface Passed {
  node: string;
  after: string;
  detail: string;
}

/** Steps passed up to now, in order. */
export function passed(scene: Scene, walk: Walk): Passed[] {
  return walk.trace.flatMap(({ event, at, node }, index) => {
    const before = walk.trace[index - 1];
    return event === 'ENTERED' && sinceStart(scene, at) <= scene.now ? [{ node, after: before?.event ?? '', detail: before?.detail ?? '' }] : [];
  });
}

const EXITS: Readonly<Record<string, readonly string[]>> = {
  SAID: ['next'],
  SET: ['next'],
  LEFT_OUT: ['next'],
  COLLECTED: ['next'],
  LOOKED_UP: ['next'],
  MESSAGE: ['next'],
  ANSWERED: ['next'],
  PROMISED: ['accepted'],
  TALK_ENDED: ['afterTalk'],
  NO_INPUT: ['noInput', 'declined', 'noAnswer'],
  NO_MATCH: ['noMatch', 'declined', 'noAnswer'],
  REFUSED: ['refused', 'failed'],
  TIMED_OUT: ['overflow', 'refused', 'failed', 'next'],
};

/** Whether this exit may be the one by which a step was left. */
export function mayHaveTaken(word: string, { after, detail }: Passed): boolean {
  if (after === 'KEY') {
    return word === `choices.${detail}` || word === 'declined';
  }
  return after === 'DECIDED' ? word === detail : (EXITS[after]?.includes(word) ?? true);
}

/** Something for which the caller waits. */
export interface Asked {
  node: string;
  kind: string;
  detail: string;
  /** Milliseconds since the start. */
  since: number;
  talking: boolean;
}

const ASKING: ReadonlySet<string> = new Set(['lookUp', 'enqueue', 'transfer', 'promiseCallback', 'takeVoicemail']);

/** What the caller waits for now; undefined for nothing. */
export function askedNow(scene: Scene, walk: Walk): Asked | undefined {
  const asked = walk.effects.filter(({ kind, at }) => ASKING.has(kind) && sinceStart(scene, at) <= scene.now).at(-1);
  const last = walk.trace.filter(({ at }) => sinceStart(scene, at) <= scene.now).at(-1);
  if (asked === undefined || last === undefined || last.node !== asked.node) {
    return undefined;
  }
  const since = sinceStart(scene, asked.at);
  const isLater = sinceStart(scene, last.at) > since;
  const talking = isLater && last.event === 'TAKEN';
  return isLater && !talking ? undefined : { node: asked.node, kind: asked.kind, detail: asked.detail ?? '', since, talking };
}

const LAST: ReadonlySet<string> = new Set(['HUNG_UP', 'ENDED', 'TRANSFERRED', 'LOST', 'TOO_LONG']);

/** Whether the call has ended by now. */
export function isOver(scene: Scene, walk: Walk): boolean {
  return walk.trace.some(({ event, at }) => LAST.has(event) && sinceStart(scene, at) <= scene.now);
}

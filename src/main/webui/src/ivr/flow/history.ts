import type { Flow } from './model';

/** Where somebody has moved steps to; the others are where the layout puts them. */
export type Places = Readonly<Record<string, { x: number; y: number }>>;

/** What is edited. Places are not kept by the engine. */
export interface Doc {
  name: string;
  flow: Flow;
  places: Places;
}

export interface History {
  past: readonly Doc[];
  now: Doc;
  future: readonly Doc[];
  /** What the last change was about: further ones of the same are undone with it. */
  mark: string;
}

const MOST = 200;

export const begin = (now: Doc): History => ({ past: [], now, future: [], mark: '' });

/** After a change. @param mark such as the field in which somebody is typing; empty for a change by itself */
export function change(history: History, now: Doc, mark = ''): History {
  const goesOn = mark !== '' && mark === history.mark;
  return { past: goesOn ? history.past : [...history.past, history.now].slice(-MOST), now, future: [], mark };
}

export function undo(history: History): History {
  const before = history.past.at(-1);
  return before === undefined ? history : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], mark: '' };
}

export function redo(history: History): History {
  const [after, ...future] = history.future;
  return after === undefined ? history : { past: [...history.past, history.now], now: after, future, mark: '' };
}

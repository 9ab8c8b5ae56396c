import { KIND } from './kinds';
import { KEYS, type ExitWord, type Flow, type FlowNode, type Kind } from './model';

/** A way out of a step; it leads nowhere while `to` is empty. */
export interface Exit {
  /** Such as `next` or `choices.1`. */
  word: string;
  to: string;
}

const CHOICE = 'choices.';

/** The key of an exit that a key takes; undefined for others. */
export const keyOf = (word: string): string | undefined => (word.startsWith(CHOICE) ? word.slice(CHOICE.length) : undefined);

/** Every way out of a step, in the order in which they are shown. */
export function exitsOf(node: FlowNode): Exit[] {
  const keys = KEYS.filter((key) => node.choices?.[key] !== undefined).map((key) => ({ word: CHOICE + key, to: node.choices?.[key] ?? '' }));
  return [...keys, ...KIND[node.kind].exits.map((word) => ({ word, to: node[word] ?? '' }))];
}

export const find = (flow: Flow, id: string): FlowNode | undefined => flow.nodes.find((node) => node.id === id);

export function fresh(kind: Kind, id: string): FlowNode {
  return { id, kind, ...structuredClone(KIND[kind].fresh) };
}

/** The name, or the name with a number, that no step has yet. */
export function freeId(flow: Flow, name: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? name : `${name} ${n}`;
    if (find(flow, id) === undefined) {
      return id;
    }
  }
}

/** With one more step; the first one is where the flow starts. */
export function add(flow: Flow, node: FlowNode): Flow {
  return { ...flow, start: find(flow, flow.start) === undefined ? node.id : flow.start, nodes: [...flow.nodes, node] };
}

/** With this step in the place of the one of its id. */
export function put(flow: Flow, node: FlowNode): Flow {
  return { ...flow, nodes: flow.nodes.map((each) => (each.id === node.id ? node : each)) };
}

/** The step with another target of one exit. */
export function led(node: FlowNode, word: string, to: string): FlowNode {
  const key = keyOf(word);
  return key === undefined ? { ...node, [word as ExitWord]: to } : { ...node, choices: { ...node.choices, [key]: to } };
}

/** With one exit leading elsewhere. */
export function connect(flow: Flow, from: string, word: string, to: string): Flow {
  const node = find(flow, from);
  return node === undefined ? flow : put(flow, led(node, word, to));
}

/** With every exit to one step leading to another, or nowhere. */
function redirected(flow: Flow, from: string, to: string): Flow {
  const nodes = flow.nodes.map((node) =>
    exitsOf(node)
      .filter((exit) => exit.to === from)
      .reduce((changed, exit) => led(changed, exit.word, to), node),
  );
  return { ...flow, start: flow.start === from ? to : flow.start, nodes };
}

/** Without a step; what led to it leads nowhere. */
export function remove(flow: Flow, id: string): Flow {
  return redirected({ ...flow, nodes: flow.nodes.filter((node) => node.id !== id) }, id, '');
}

/** With another name of a step; what led to it still does. */
export function rename(flow: Flow, from: string, to: string): Flow {
  return redirected({ ...flow, nodes: flow.nodes.map((node) => (node.id === from ? { ...node, id: to } : node)) }, from, to);
}

/** A menu without one of its keys. */
export function withoutKey(node: FlowNode, key: string): FlowNode {
  const { [key]: _gone, ...choices } = node.choices ?? {};
  return { ...node, choices };
}

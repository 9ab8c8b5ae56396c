import { Graph, layout } from '@dagrejs/dagre';
import { exitsOf, keyOf, type Exit } from './edits';
import type { Flow, FlowNode } from './model';
import { counted } from './spans';

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Where everything is; computed, since a flow has no places of its own. */
export interface Arranged {
  /** Upper left corners by the ids of steps. */
  places: ReadonlyMap<string, Point>;
  /** Points between the two ends of an exit, by {@link wayId}. */
  ways: ReadonlyMap<string, readonly Point[]>;
}

const LEAST_WIDTH = 224;
const HEAD_HEIGHT = 86;
const EXITS_HEIGHT = 28;
const KEY_WIDTH = 34;
const WORD_WIDTH = 82;
/** How far a line that leads back goes straight on before it turns. */
const STEP_OUT = 18;

export const wayId = (from: string, word: string) => JSON.stringify([from, word]);

const natural = (exit: Exit) => (keyOf(exit.word) === undefined ? WORD_WIDTH : KEY_WIDTH);

/** How large a step is drawn. */
export function sizeOf(node: FlowNode): Size {
  const exits = exitsOf(node);
  const width = exits.reduce((sum, exit) => sum + natural(exit), 0);
  return { width: Math.max(LEAST_WIDTH, width), height: HEAD_HEIGHT + (exits.length > 0 ? EXITS_HEIGHT : 0) };
}

/** Where the exits of a step are drawn, from its left edge: they share its width. */
export function tabsOf(node: FlowNode): { exit: Exit; left: number; width: number }[] {
  const exits = exitsOf(node);
  const stretch = sizeOf(node).width / Math.max(1, exits.reduce((sum, exit) => sum + natural(exit), 0));
  let left = 0;
  return exits.map((exit) => {
    const tab = { exit, left, width: natural(exit) * stretch };
    left += tab.width;
    return tab;
  });
}

/** In layers from the first step downwards; the same for the same flow. */
export function arrange(flow: Flow): Arranged {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 14, ranksep: 54 });
  graph.setDefaultEdgeLabel(() => ({}));
  const first = flow.nodes.filter((node) => node.id === flow.start);
  const nodes = [...first, ...flow.nodes.filter((node) => node.id !== flow.start)];
  const known = new Set(nodes.map(({ id }) => id));
  nodes.forEach((node) => graph.setNode(node.id, sizeOf(node)));
  const all = nodes.flatMap((node) => exitsOf(node).filter(({ to }) => known.has(to)).map((exit) => ({ from: node.id, ...exit })));
  const ends = counted([...known], all);
  ends.forEach(({ from, word, to }) => graph.setEdge(from, to, {}, word));
  layout(graph);
  const places = new Map<string, Point>();
  for (const node of nodes) {
    const { x, y } = graph.node(node.id) as Point;
    const { width, height } = sizeOf(node);
    places.set(node.id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) });
  }
  const ways = new Map<string, readonly Point[]>();
  for (const { from, word, to } of ends) {
    if (from === to) {
      const { x, y, width } = graph.node(from) as Point & Size;
      ways.set(wayId(from, word), [{ x: x + width / 2 + STEP_OUT, y }]);
      continue;
    }
    const { points } = graph.edge({ v: from, w: to, name: word }) as { points: Point[] };
    ways.set(wayId(from, word), points.slice(1, -1));
  }
  return { places, ways };
}

const CORNER = 10;

/** The line of an exit: curved when it leads down, around corners when it leads back up. */
export function line(from: Point, between: readonly Point[], to: Point): string {
  if (to.y > from.y) {
    return curved([from, ...between, to]);
  }
  const out = between.length > 0 ? between : [{ x: Math.max(from.x, to.x) + LEAST_WIDTH / 2 + STEP_OUT, y: (from.y + to.y) / 2 }];
  const first = out[0] ?? from;
  const last = out.at(-1) ?? to;
  return angular([from, { x: from.x, y: from.y + STEP_OUT }, { x: first.x, y: from.y + STEP_OUT }, ...out, { x: last.x, y: to.y - STEP_OUT }, { x: to.x, y: to.y - STEP_OUT }, to]);
}

function curved([first, ...others]: readonly Point[]): string {
  let at = first ?? { x: 0, y: 0 };
  let path = `M${at.x},${at.y}`;
  for (const next of others) {
    const middle = (at.y + next.y) / 2;
    path += `C${at.x},${middle} ${next.x},${middle} ${next.x},${next.y}`;
    at = next;
  }
  return path;
}

function angular(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined || after === undefined) {
        return `${before === undefined ? 'M' : 'L'}${point.x},${point.y}`;
      }
      const near = towards(point, before);
      const far = towards(point, after);
      return `L${near.x},${near.y}Q${point.x},${point.y} ${far.x},${far.y}`;
    })
    .join('');
}

/** A corner's length from one point towards another, or half of the way when that is shorter. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

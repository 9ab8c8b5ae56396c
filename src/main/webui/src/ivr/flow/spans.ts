/** An exit with both its ends. */
export interface Way {
  from: string;
  word: string;
  to: string;
}

/** Layers that all lines together may cross; each of them costs as much as a step. */
const MOST_CROSSED = 600;

/** In which layer each step will be about: below all that lead to it, lines back up left out. */
function depths(ids: readonly string[], ways: readonly Way[]): Map<string, number> {
  const out = new Map<string, string[]>(ids.map((id) => [id, []]));
  ways.forEach(({ from, to }) => out.get(from)?.push(to));
  const open = new Set<string>();
  const done = new Set<string>();
  const order: string[] = [];
  const back = new Set<string>();
  const visit = (id: string) => {
    open.add(id);
    for (const to of out.get(id) ?? []) {
      if (open.has(to)) {
        back.add(JSON.stringify([id, to]));
      } else if (!done.has(to)) {
        visit(to);
      }
    }
    open.delete(id);
    done.add(id);
    order.push(id);
  };
  ids.forEach((id) => done.has(id) || visit(id));
  const depth = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const id of order.reverse()) {
    for (const to of out.get(id) ?? []) {
      if (!back.has(JSON.stringify([id, to]))) {
        depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(id) ?? 0) + 1));
      }
    }
  }
  return depth;
}

/**
 * The ways that the layout takes account of: all of them in a flow of usual size; in a very large one the shortest, and of each step one that
 * leads to it. The others are drawn straight.
 */
export function counted(ids: readonly string[], ways: readonly Way[]): Way[] {
  const depth = depths(ids, ways);
  const span = ({ from, to }: Way) => Math.abs((depth.get(to) ?? 0) - (depth.get(from) ?? 0));
  const reached = new Set<string>();
  const kept = new Set<Way>();
  let crossed = 0;
  for (const way of [...ways].sort((a, b) => span(a) - span(b))) {
    crossed += span(way);
    if (crossed <= MOST_CROSSED + ids.length || !reached.has(way.to)) {
      kept.add(way);
      reached.add(way.to);
    }
  }
  return ways.filter((way) => kept.has(way));
}

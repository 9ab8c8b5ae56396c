import { expect, test } from 'vitest';
import support from '../../../../../../campaigns/ivr/support.json?raw';
import { exitsOf, fresh } from './edits';
import { arrange, line, sizeOf, tabsOf, wayId } from './layout';
import type { Flow } from './model';

const SUPPORT = JSON.parse(support) as Flow;

test('no two steps of the example lie on each other, and the first is on top', () => {
  const { places } = arrange(SUPPORT);
  const boxes = SUPPORT.nodes.map((node) => ({ id: node.id, ...sizeOf(node), ...(places.get(node.id) ?? { x: NaN, y: NaN }) }));
  for (const a of boxes) {
    for (const b of boxes.filter(({ id }) => id !== a.id)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect([a.id, b.id, apart]).toEqual([a.id, b.id, true]);
    }
  }
  expect(Math.min(...boxes.map(({ y }) => y))).toBe(places.get(SUPPORT.start)?.y);
});

test('the same flow is drawn the same, and every exit that leads on has its way', () => {
  expect(arrange(structuredClone(SUPPORT))).toEqual(arrange(SUPPORT));
  const leading = SUPPORT.nodes.flatMap((node) => exitsOf(node).filter(({ to }) => to !== '').map(({ word }) => wayId(node.id, word)));
  expect([...arrange(SUPPORT).ways.keys()].sort()).toEqual(leading.sort());
});

test('five hundred steps, all of which lead to the last as well, are drawn in a moment', () => {
  const nodes = Array.from({ length: 500 }, (_, n) => ({ ...fresh('menu', `m${n}`), choices: { '1': `m${n + 1}`, '2': `m${n + 2}`, '3': `m${n - 3}` }, noInput: 'm499', noMatch: 'm499' }));
  const begun = performance.now();
  const { places } = arrange({ ...SUPPORT, start: 'm0', nodes });
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(places.size).toBe(500);
}, 20_000);

test('steps without any way to them, exits to nowhere, and steps that lead to themselves are drawn as well', () => {
  const alone: Flow = { ...SUPPORT, start: 'gone', nodes: [{ ...fresh('menu', 'a'), choices: { '1': 'a', '2': 'gone' } }, fresh('hangUp', 'b')] };
  expect([...arrange(alone).places.keys()]).toEqual(['a', 'b']);
});

test('the exits of a step share its width', () => {
  const menu = { ...fresh('menu', 'a'), choices: { '1': '', '2': '', '3': '', '4': '' } };
  const tabs = tabsOf(menu);
  const last = tabs.at(-1);
  expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(sizeOf(menu).width);
  expect(tabs.map(({ exit }) => exit.word)).toEqual(exitsOf(menu).map(({ word }) => word));
});

test('a line leads from one point to the other, down as a curve and back up around corners', () => {
  expect(line({ x: 0, y: 0 }, [], { x: 10, y: 100 })).toBe('M0,0C0,50 10,50 10,100');
  const back = line({ x: 0, y: 100 }, [], { x: 10, y: 0 });
  expect([back.startsWith('M0,100'), back.endsWith('L10,0'), back.includes('Q')]).toEqual([true, true, true]);
});

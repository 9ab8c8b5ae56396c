import { MarkerType, Position, type NodeHandle } from '@xyflow/react';
import { fill, t } from '../../text/language';
import type { Finding } from '../flow/findings';
import { exitsOf, find } from '../flow/edits';
import type { Places } from '../flow/history';
import { sizeOf, tabsOf, wayId, type Arranged, type Point } from '../flow/layout';
import { ASIDE } from '../flow/kinds';
import type { Flow, FlowNode } from '../flow/model';
import { mayHaveTaken, type Passed } from '../tryout/plan';
import { kindName, stepWords, type PromptName } from '../words';
import type { StepNode } from './StepCard';
import type { WayEdge } from './Way';

/** Steps that a try-out has passed, in order; the last is where the caller is. */
export type Trail = readonly Passed[];

interface Ground {
  flow: Flow;
  arranged: Arranged;
  places: Places;
  findings: readonly Finding[];
  selected: string;
  trail: Trail;
  promptName: PromptName;
}

const DOT = 12;

/** Where the ends of exits are, so that nothing has to be measured. */
function handlesOf(node: FlowNode): NodeHandle[] {
  const { width, height } = sizeOf(node);
  const dot = { width: DOT, height: DOT };
  const sources = tabsOf(node).map((tab): NodeHandle => ({ ...dot, id: tab.exit.word, type: 'source', position: Position.Bottom, x: tab.left + tab.width / 2 - DOT / 2, y: height - DOT }));
  return [{ ...dot, id: 'in', type: 'target', position: Position.Top, x: width / 2 - DOT / 2, y: 0 }, ...sources];
}

const placeOf = ({ arranged, places }: Ground, id: string): Point => places[id] ?? arranged.places.get(id) ?? { x: 0, y: 0 };

export function stepsDrawn(ground: Ground): StepNode[] {
  const { flow, findings, selected, trail, promptName } = ground;
  const { step: stepLabel, isStart: startLabel } = t().ivr.canvas;
  return flow.nodes.map((step) => {
    const size = sizeOf(step);
    const found = findings.filter(({ node }) => node === step.id).length;
    const label = [
      fill(stepLabel, { kind: kindName(step.kind), name: step.id }),
      step.id === flow.start ? startLabel : '',
      found > 0 ? fill(found === 1 ? t().ivr.bar.one : t().ivr.bar.many, { n: found }) : '',
    ];
    return {
      id: step.id,
      type: 'step',
      position: placeOf(ground, step.id),
      ...size,
      measured: size,
      handles: handlesOf(step),
      selected: step.id === selected,
      ariaLabel: label.filter(Boolean).join(', '),
      data: {
        step,
        words: stepWords(step, promptName),
        isStart: step.id === flow.start,
        found,
        lit: trail.at(-1)?.node === step.id ? 'now' : trail.some((passed) => passed.node === step.id) ? 'passed' : '',
      },
    };
  });
}

export function waysDrawn(ground: Ground, chosen: string): WayEdge[] {
  const { flow, arranged, places, selected, trail } = ground;
  const isTaken = (from: string, word: string, to: string) => trail.some((passed, index) => passed.node === to && trail[index - 1]?.node === from && mayHaveTaken(word, passed));
  return flow.nodes.flatMap((node) =>
    exitsOf(node)
      .filter(({ to }) => find(flow, to) !== undefined)
      .map(({ word, to }): WayEdge => {
        const id = wayId(node.id, word);
        const isMoved = places[node.id] !== undefined || places[to] !== undefined;
        const isLit = isTaken(node.id, word, to);
        const names = [ASIDE.has(word) ? 'way-aside' : '', isLit ? 'way-lit' : node.id === selected ? 'way-chosen' : ''];
        const colour = isLit ? 'var(--free)' : node.id === selected || id === chosen ? 'var(--accent)' : 'var(--way)';
        return {
          id,
          type: 'way',
          source: node.id,
          sourceHandle: word,
          target: to,
          targetHandle: 'in',
          selected: id === chosen,
          className: names.filter(Boolean).join(' '),
          zIndex: isLit ? 2 : node.id === selected ? 1 : 0,
          markerEnd: { type: MarkerType.ArrowClosed, color: colour, width: 16, height: 16 },
          data: { between: isMoved ? [] : (arranged.ways.get(id) ?? []), word },
        };
      }),
  );
}

/** What the layout depends on: not what steps say. */
export const shapeOf = (flow: Flow): string => JSON.stringify([flow.start, flow.nodes.map((node) => [node.id, exitsOf(node)])]);

import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { line, type Point } from '../flow/layout';

export type WayEdge = Edge<{ between: readonly Point[]; word: string }, 'way'>;

/** An exit, drawn around the steps between its ends. */
export function Way({ sourceX, sourceY, targetX, targetY, data, markerEnd }: EdgeProps<WayEdge>) {
  return <BaseEdge path={line({ x: sourceX, y: sourceY }, data?.between ?? [], { x: targetX, y: targetY })} {...(markerEnd === undefined ? {} : { markerEnd })} interactionWidth={14} />;
}

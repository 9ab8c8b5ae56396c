import { createContext, useContext } from 'react';
import type { Finding } from '../flow/findings';
import type { Flow, FlowNode } from '../flow/model';
import type { Prompt } from '../../prompts/api';

/** What forms beside the canvas know, and what they do. */
export interface Ground {
  flow: Flow;
  findings: readonly Finding[];
  readOnly: boolean;
  prompts: readonly Prompt[];
  /** Names of queues, and of voicemail boxes. */
  queues: readonly string[];
  boxes: readonly string[];
  /** @param mark the field in which somebody is typing; typing on is one change */
  put: (node: FlowNode, mark?: string) => void;
  setFlow: (flow: Flow, mark?: string) => void;
  select: (id: string) => void;
  rename: (from: string, to: string) => void;
  remove: (id: string) => void;
}

export const GroundContext = createContext<Ground | undefined>(undefined);

export function useGround(): Ground {
  const ground = useContext(GroundContext);
  if (ground === undefined) {
    throw new Error('a form of a step stands outside of the editor');
  }
  return ground;
}

import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { count } from '../../text/format';
import { language, t } from '../../text/language';
import { tabsOf } from '../flow/layout';
import type { FlowNode, Kind } from '../flow/model';
import { exitName, kindName } from '../words';

/** How far a try-out has come: here now, passed before, or not yet. */
export type Lit = 'now' | 'passed' | '';

export type StepNode = Node<{ step: FlowNode; words: string; isStart: boolean; found: number; lit: Lit }, 'step'>;

/** What steps are for, which gives them their colours. */
const GROUP: Readonly<Record<Kind, string>> = {
  say: 'talk',
  menu: 'talk',
  collect: 'talk',
  survey: 'talk',
  condition: 'think',
  lookUp: 'think',
  set: 'think',
  enqueue: 'people',
  transfer: 'people',
  offerCallback: 'people',
  voicemail: 'people',
  hangUp: 'end',
};

export const groupOf = (kind: Kind) => GROUP[kind];

/** A step on the canvas. */
export function StepCard({ data, selected }: NodeProps<StepNode>) {
  const { step, words, isStart, found, lit } = data;
  const names = ['step', `step-${groupOf(step.kind)}`, selected ? 'step-chosen' : '', lit === '' ? '' : `step-${lit}`];
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <Handle id="in" type="target" position={Position.Top} />
      <div className="step-body" dir={language().direction}>
        <div className="step-head">
          <span className="step-kind">{kindName(step.kind)}</span>
          {isStart && <span className="step-start">{t().ivr.canvas.start}</span>}
          {found > 0 && <span className="step-found">{count(found)}</span>}
        </div>
        <span className="step-name">
          <bdi>{step.id}</bdi>
        </span>
        <p className="step-words" dir="auto">
          {words}
        </p>
      </div>
      {tabsOf(step).map(({ exit, left, width }) => (
        <span key={exit.word}>
          <span className={exit.to === '' && exit.word !== 'afterTalk' ? 'step-exit step-exit-open' : 'step-exit'} style={{ left, width }} title={exitName(exit.word)}>
            <bdi>{exitName(exit.word)}</bdi>
          </span>
          <Handle id={exit.word} type="source" position={Position.Bottom} style={{ left: left + width / 2 }} />
        </span>
      ))}
    </div>
  );
}

import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { fill, t } from '../../text/language';
import { exitsOf, find } from '../flow/edits';
import { wordsAt } from '../flow/findings';
import { KIND } from '../flow/kinds';
import type { FlowNode } from '../flow/model';
import { exitLabel, kindName } from '../words';
import { ExitsForm } from './ExitsForm';
import { FieldForm } from './FieldForm';
import { FindingList } from './FindingList';
import { useGround } from './ground';

/** Everything about one step. */
export function StepForm({ node }: { node: FlowNode }) {
  const texts = t().ivr.steps;
  const { flow, findings, readOnly, setFlow, remove, select } = useGround();
  // What is wrong with a field stands there.
  const own = findings.filter((finding) => finding.node === node.id && finding.field === '');
  const sources = flow.nodes.flatMap((from) => exitsOf(from).filter(({ to }) => to === node.id).map(({ word }) => ({ from: from.id, word })));
  return (
    <section className="ivr-form" aria-label={fill(t().ivr.canvas.step, { kind: kindName(node.kind), name: node.id })}>
      <div className="ivr-form-head">
        <h2>{kindName(node.kind)}</h2>
        <button type="button" className="plain-button" onClick={() => select('')}>
          {texts.all}
        </button>
      </div>
      {own.length > 0 && <FindingList findings={own} />}
      <fieldset className="ivr-fields" disabled={readOnly}>
        <legend className="unseen">{kindName(node.kind)}</legend>
        <NameField key={node.id} node={node} />
        {KIND[node.kind].fields.map((field) => (
          <FieldForm key={'name' in field ? field.name : field.type} node={node} field={field} />
        ))}
        <ExitsForm node={node} />
        <div className="buttons ivr-form-end">
          {flow.start === node.id ? (
            <span className="dimmed">{texts.first}</span>
          ) : (
            <button type="button" className="plain-button" onClick={() => setFlow({ ...flow, start: node.id })}>
              {texts.makeFirst}
            </button>
          )}
          <button type="button" className="plain-button ivr-remove" onClick={() => remove(node.id)}>
            {texts.remove}
          </button>
        </div>
      </fieldset>
      {sources.length > 0 && (
        <div>
          <h3>{texts.from}</h3>
          <ul className="ivr-sources">
            {sources.map(({ from, word }) => (
              <li key={JSON.stringify([from, word])}>
                <button type="button" className="ivr-link" onClick={() => select(from)}>
                  <bdi>{from}</bdi>
                </button>{' '}
                <span className="dimmed">{exitLabel(word)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The name counts when it is left, so that no two steps have one name while somebody types. */
function NameField({ node }: { node: FlowNode }) {
  const texts = t().ivr.steps;
  const { flow, findings, rename } = useGround();
  const [typed, setTyped] = useState(node.id);
  useEffect(() => setTyped(node.id), [node.id]);
  const name = typed.trim();
  const isTaken = name !== node.id && find(flow, name) !== undefined;
  const problem = name === '' ? texts.blank : isTaken ? texts.taken : wordsAt(findings, node.id, 'id');
  const leave = () => {
    if (name !== '' && !isTaken && name !== node.id) {
      rename(node.id, name);
    }
  };
  return (
    <TextInput
      label={texts.name}
      size="xs"
      maxLength={100}
      value={typed}
      error={problem || undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

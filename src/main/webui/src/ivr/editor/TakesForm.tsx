import { Button, TextInput } from '@mantine/core';
import { fill, t } from '../../text/language';
import { wordsAt } from '../flow/findings';
import type { FlowNode } from '../flow/model';
import { useGround } from './ground';

/** Which fields of an answer are kept, and as which variables. */
export function TakesForm({ node }: { node: FlowNode }) {
  const texts = t().ivr.takes;
  const { findings, put } = useGround();
  const rows = Object.entries(node.takes ?? {});
  const set = (changed: [string, string][], mark = '') => put({ ...node, takes: Object.fromEntries(changed) }, mark);
  const replace = (index: number, row: [string, string], mark: string) => set(rows.map((each, at) => (at === index ? row : each)), mark);
  const free = `answer${rows.length + 1}`;
  const problem = wordsAt(findings, node.id, 'takes', 'variable');
  return (
    <fieldset className="ivr-group">
      <legend>{texts.label}</legend>
      {rows.length === 0 && <p className="dimmed">{texts.none}</p>}
      <ul>
        {rows.map(([variable, field], index) => (
          <li key={index} className="ivr-row">
            <TextInput
              aria-label={fill(texts.field, { n: index + 1 })}
              placeholder={fill(texts.field, { n: index + 1 })}
              size="xs"
              value={field}
              onChange={(event) => replace(index, [variable, event.currentTarget.value], `${node.id} take ${index}`)}
            />
            <span aria-hidden="true">→</span>
            <TextInput
              aria-label={fill(texts.variable, { n: index + 1 })}
              size="xs"
              value={variable}
              onChange={(event) => {
                const named = event.currentTarget.value;
                // Two variables of one name would be one.
                if (rows.every(([other], at) => at === index || other !== named)) {
                  replace(index, [named, field], `${node.id} variable ${index}`);
                }
              }}
            />
            <Button size="compact-xs" variant="default" aria-label={fill(texts.remove, { n: variable })} onClick={() => set(rows.filter((_, at) => at !== index))}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      {problem !== '' && (
        <p className="ivr-problem" dir="auto">
          {problem}
        </p>
      )}
      <Button size="compact-xs" variant="default" onClick={() => set([...rows, [free, '']])}>
        {texts.add}
      </Button>
    </fieldset>
  );
}

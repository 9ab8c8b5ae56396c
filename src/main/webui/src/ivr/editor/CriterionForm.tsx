import { NativeSelect, TextInput } from '@mantine/core';
import { t } from '../../text/language';
import { wordsAt } from '../flow/findings';
import type { Criterion, FlowNode } from '../flow/model';
import { useGround } from './ground';
import { ListField } from './ListField';

/** What a condition asks. */
export function CriterionForm({ node }: { node: FlowNode }) {
  const texts = t().ivr.condition;
  const { flow, findings, put } = useGround();
  const asked: Criterion = node.if ?? { open: '' };
  const set = (changed: Criterion, mark = '') => put({ ...node, if: changed }, mark);
  const tables = Object.keys(flow.hours);
  const problem = wordsAt(findings, node.id, 'if', 'values');
  return (
    <fieldset className="ivr-group">
      <legend>{texts.ask}</legend>
      <NativeSelect
        aria-label={texts.ask}
        size="xs"
        value={'open' in asked ? 'open' : 'compare'}
        data={[
          { value: 'open', label: texts.open },
          { value: 'compare', label: texts.compare },
        ]}
        onChange={(event) => set(event.currentTarget.value === 'open' ? { open: tables[0] ?? '' } : { variable: 'caller', operator: 'notEmpty', values: [] })}
      />
      {'open' in asked ? (
        <NativeSelect
          label={texts.hours}
          size="xs"
          value={asked.open}
          data={[...(tables.includes(asked.open) ? [] : [asked.open]), ...tables].map((name) => ({ value: name, label: name || t().ivr.steps.choose }))}
          onChange={(event) => set({ open: event.currentTarget.value })}
        />
      ) : (
        <>
          <TextInput label={texts.variable} size="xs" value={asked.variable} onChange={(event) => set({ ...asked, variable: event.currentTarget.value }, `${node.id} if`)} />
          <NativeSelect
            label={texts.operator}
            size="xs"
            value={asked.operator}
            data={Object.entries(texts.operators).map(([value, label]) => ({ value, label }))}
            onChange={(event) => set(withOperator(asked, event.currentTarget.value))}
          />
          {!isAlone(asked.operator) && <ListField label={texts.values} error="" values={asked.values} onChange={(values) => set({ ...asked, values }, `${node.id} values`)} />}
        </>
      )}
      {problem !== '' && (
        <p className="ivr-problem" dir="auto">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

const isAlone = (operator: string) => operator === 'empty' || operator === 'notEmpty';

const withOperator = (asked: Extract<Criterion, { variable: string }>, operator: string): Criterion => ({ ...asked, operator, values: isAlone(operator) ? [] : asked.values });

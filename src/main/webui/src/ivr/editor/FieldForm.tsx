import { NativeSelect, TextInput } from '@mantine/core';
import { t } from '../../text/language';
import { wordsAt } from '../flow/findings';
import type { Field } from '../flow/kinds';
import { KEYS, type FlowNode, type NumberField, type TextField } from '../flow/model';
import { CriterionForm } from './CriterionForm';
import { ListField } from './ListField';
import { useGround } from './ground';
import { PhrasesForm } from './PhrasesForm';
import { TakesForm } from './TakesForm';

/** What a field is called where its plain name would say too little. */
function labelOf(node: FlowNode, name: NumberField | TextField): string {
  const { fields } = t().ivr;
  if (name === 'waitSeconds' && node.kind === 'enqueue') {
    return fields.queueSeconds;
  }
  return name === 'number' && node.kind === 'offerCallback' ? fields.callbackNumber : fields[name];
}

/** One field of a step. */
export function FieldForm({ node, field }: { node: FlowNode; field: Field }) {
  const { findings, put } = useGround();
  switch (field.type) {
    case 'phrases':
      return <PhrasesForm node={node} name={field.name} />;
    case 'condition':
      return <CriterionForm node={node} />;
    case 'takes':
      return <TakesForm node={node} />;
    case 'skills':
      return (
        <ListField
          label={t().ivr.fields.skills}
          error={wordsAt(findings, node.id, 'skills')}
          values={node.skills ?? []}
          onChange={(skills) => put({ ...node, skills }, `${node.id} skills`)}
        />
      );
    case 'number':
      return <NumberInput node={node} field={field} />;
    case 'choice':
      return <Choice node={node} name={field.name} />;
    case 'text':
      return (
        <TextInput
          label={labelOf(node, field.name)}
          size="xs"
          dir="auto"
          value={node[field.name] ?? ''}
          error={wordsAt(findings, node.id, field.name) || undefined}
          onChange={(event) => put({ ...node, [field.name]: event.currentTarget.value }, `${node.id} ${field.name}`)}
        />
      );
  }
}

function NumberInput({ node, field }: { node: FlowNode; field: Extract<Field, { type: 'number' }> }) {
  const { findings, put } = useGround();
  const value = node[field.name];
  // The engine says of two that belong together what is wrong at the first of them.
  const both = field.name === 'most' ? ['most', 'fewest'] : field.name === 'highest' ? ['highest', 'lowest'] : [field.name];
  return (
    <TextInput
      className="ivr-number"
      label={labelOf(node, field.name)}
      size="xs"
      type="number"
      min={field.min}
      max={field.max}
      value={value === undefined || Number.isNaN(value) ? '' : value}
      error={wordsAt(findings, node.id, ...both) || undefined}
      onChange={(event) => put({ ...node, [field.name]: event.currentTarget.valueAsNumber }, `${node.id} ${field.name}`)}
    />
  );
}

function Choice({ node, name }: { node: FlowNode; name: 'queue' | 'box' | 'accept' }) {
  const { findings, queues, boxes, put } = useGround();
  const value = node[name] ?? '';
  const known: readonly string[] = { queue: queues, box: boxes, accept: KEYS }[name];
  const others = known.includes(value) ? [] : [value];
  return (
    <NativeSelect
      label={t().ivr.fields[name]}
      size="xs"
      value={value}
      data={[...others, ...known].map((each) => ({ value: each, label: each === '' ? t().ivr.steps.choose : each }))}
      error={wordsAt(findings, node.id, name) || undefined}
      onChange={(event) => put({ ...node, [name]: event.currentTarget.value })}
    />
  );
}

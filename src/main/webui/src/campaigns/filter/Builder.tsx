import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { fill, t } from '../../text/language';
import { newCondition, newGroup, valuesOf, type Condition, type FieldView, type Group, type Part, type Word } from './tree';
import { Values } from './Values';
import { fieldName, operatorName } from './words';

export interface Ground {
  fields: readonly FieldView[];
  lists: readonly { id: number; name: string }[];
  errors: ReadonlyMap<number, string>;
  /** The part that was added last, and gets the focus. */
  newest: number;
  onChange: (id: number, part: Part | undefined) => void;
  onAdd: (group: Group, part: Part) => void;
}

const WORDS: readonly Word[] = ['all', 'any', 'none'];
const DEEPEST = 4;

/** A group of conditions and of groups within it. */
export function GroupBox({ group, depth, ground }: { group: Group; depth: number; ground: Ground }) {
  const texts = t().filter;
  const first = ground.fields[0];
  return (
    <fieldset className="filter-group">
      <legend className="unseen">{texts.group}</legend>
      <div className="filter-row">
        <NativeSelect
          aria-label={texts.groupWord}
          size="xs"
          value={group.word}
          data={WORDS.map((word) => ({ value: word, label: texts.words[word] }))}
          onChange={(event) => ground.onChange(group.id, { ...group, word: event.currentTarget.value as Word })}
        />
        {depth > 1 && (
          <Button size="compact-xs" variant="default" aria-label={texts.removeGroup} onClick={() => ground.onChange(group.id, undefined)}>
            {texts.remove}
          </Button>
        )}
      </div>
      <Problem words={ground.errors.get(group.id)} />
      <ul className="filter-members">
        {group.members.map((member, index) => (
          <li key={member.id}>
            {member.kind === 'group' ? (
              <GroupBox group={member} depth={depth + 1} ground={ground} />
            ) : (
              <ConditionRow condition={member} number={index + 1} ground={ground} />
            )}
          </li>
        ))}
      </ul>
      <div className="buttons">
        {first !== undefined && (
          <Button size="compact-sm" variant="default" onClick={() => ground.onAdd(group, newCondition(first.field, first.operators[0] ?? ''))}>
            {texts.addCondition}
          </Button>
        )}
        {depth < DEEPEST && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => ground.onAdd(group, newGroup('any', first === undefined ? [] : [newCondition(first.field, first.operators[0] ?? '')]))}
          >
            {texts.addGroup}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function ConditionRow({ condition, number, ground }: { condition: Condition; number: number; ground: Ground }) {
  const texts = t().filter;
  const field = ground.fields.find((each) => each.field === condition.field);
  const select = useRef<HTMLSelectElement>(null);
  const isNewest = ground.newest === condition.id;
  useEffect(() => {
    if (isNewest) {
      select.current?.focus();
    }
  }, [isNewest]);
  const put = (change: Partial<Condition>) => ground.onChange(condition.id, { ...condition, ...change });
  const ask = (name: string) => {
    const chosen = ground.fields.find((each) => each.field === name);
    put({ field: name, ...asked(chosen?.operators[0] ?? '', []) });
  };
  return (
    <div className="filter-condition">
      <div className="filter-row" role="group" aria-label={fill(texts.condition, { n: number })}>
        <NativeSelect
          ref={select}
          aria-label={texts.field}
          size="xs"
          value={condition.field}
          data={ground.fields.map((each) => ({ value: each.field, label: fieldName(each.field) }))}
          onChange={(event) => ask(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={texts.operator}
          size="xs"
          value={condition.operator}
          data={(field?.operators ?? []).map((each) => ({ value: each, label: operatorName(each) }))}
          onChange={(event) => put(asked(event.currentTarget.value, condition.values))}
        />
        {field !== undefined && <Values field={field} condition={condition} lists={ground.lists} onChange={(values) => put({ values })} />}
        <Button size="compact-xs" variant="default" aria-label={fill(texts.removeNamed, { n: number })} onClick={() => ground.onChange(condition.id, undefined)}>
          {texts.remove}
        </Button>
      </div>
      <Problem words={ground.errors.get(condition.id)} />
    </div>
  );
}

/** Another question, with as many of the values as it takes. */
function asked(operator: string, before: readonly string[]): Pick<Condition, 'operator' | 'values'> {
  const count = valuesOf(operator);
  const values = count === undefined ? before.filter((value) => value !== '') : Array.from({ length: count }, (_, index) => before[index] ?? '');
  return { operator, values };
}

function Problem({ words }: { words: string | undefined }) {
  return words === undefined ? null : (
    <p className="filter-problem" role="alert">
      {words}
    </p>
  );
}

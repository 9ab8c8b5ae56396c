import { NativeSelect, TextInput } from '@mantine/core';
import { inWords } from '../../text/format';
import { fill, t } from '../../text/language';
import { valuesOf, type Condition, type FieldView } from './tree';

interface Props {
  field: FieldView;
  condition: Condition;
  lists: readonly { id: number; name: string }[];
  onChange: (values: string[]) => void;
}

const ZONES = 'filter-zones';

/** What a field is compared with: one value, two, none, or several. */
export function Values({ field, condition, lists, onChange }: Props) {
  const texts = t().filter;
  const { operator, values } = condition;
  const choices = field.type === 'LIST' ? lists.map(({ id, name }) => ({ value: String(id), label: name })) : field.values.map((value) => ({ value, label: inWords(value) }));
  const count = valuesOf(operator);
  if (count === 0) {
    return null;
  }
  if (count === undefined) {
    return choices.length > 0 ? (
      <fieldset className="filter-choices">
        <legend className="unseen">{texts.values}</legend>
        {choices.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={(event) => onChange(event.currentTarget.checked ? [...values, value] : values.filter((each) => each !== value))}
            />
            {label}
          </label>
        ))}
      </fieldset>
    ) : (
      <TextInput
        aria-label={texts.values}
        size="xs"
        placeholder={texts.parted}
        value={values.join(', ')}
        onChange={(event) => onChange(event.currentTarget.value.split(',').map((each) => each.trimStart()))}
      />
    );
  }
  return (
    <>
      {values.map((value, index) => (
        <One
          key={index}
          field={field}
          choices={choices}
          label={count === 1 ? texts.value : fill(texts.valueOf, { n: index + 1 })}
          value={value}
          onChange={(changed) => onChange(values.map((each, at) => (at === index ? changed : each)))}
        />
      ))}
    </>
  );
}

interface OneProps {
  field: FieldView;
  choices: { value: string; label: string }[];
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function One({ field, choices, label, value, onChange }: OneProps) {
  const texts = t().filter;
  const options = field.type === 'BOOLEAN' ? ['true', 'false'].map((each) => ({ value: each, label: each === 'true' ? texts.yes : texts.no })) : choices;
  if (options.length > 0) {
    return (
      <NativeSelect
        aria-label={label}
        size="xs"
        value={value}
        data={[{ value: '', label: texts.choose }, ...options]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <>
      <TextInput
        aria-label={label}
        size="xs"
        type={field.type === 'DATE' ? 'date' : 'text'}
        inputMode={field.type === 'NUMBER' ? 'decimal' : 'text'}
        list={field.field === 'zone' ? ZONES : undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {field.field === 'zone' && (
        <datalist id={ZONES}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      )}
    </>
  );
}

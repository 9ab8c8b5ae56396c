import { useState } from 'react';
import { t } from '../../text/language';
import { Refusal, useDeed } from '../../ui/load';
import type { Customer } from '../model';

/** Who the customer is, as it is sent: values as they are typed, null for a field that is emptied. */
export interface Person {
  firstName: string;
  lastName: string;
  custom: Record<string, string | null>;
}

interface Props {
  customer: Customer;
  onSave: (person: Person) => Promise<void>;
  onClose: () => void;
}

/** The values that differ from what is known; an emptied field is taken away. */
function changed(customer: Customer, values: Readonly<Record<string, string>>): Record<string, string | null> {
  const custom: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== known(customer, name)) {
      custom[name] = value === '' ? null : value;
    }
  }
  return custom;
}

const known = (customer: Customer, name: string): string => String(customer.custom[name] ?? '');

/** Name and fields of the customer, to be corrected while he says them. */
export function PersonForm({ customer, onSave, onClose }: Props) {
  const text = t().desk.customer;
  const { busy, refusal, fields, run } = useDeed();
  const [firstName, setFirstName] = useState(customer.firstName);
  const [lastName, setLastName] = useState(customer.lastName);
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(customer.fields.map(({ name }) => [name, known(customer, name)])),
  );
  const set = (name: string) => (value: string) => setValues((before) => ({ ...before, [name]: value }));
  return (
    <form
      className="person-form"
      aria-label={text.edit}
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => onSave({ firstName, lastName, custom: changed(customer, values) })).then((done) => done && onClose());
      }}
    >
      <Field label={text.firstName} value={firstName} onChange={setFirstName} focused />
      <Field label={text.lastName} value={lastName} onChange={setLastName} />
      {customer.fields.map(({ name, type }) => {
        const label = name.replaceAll('_', ' ');
        const error = fields[`custom.${name}`];
        return type === 'boolean' ? (
          <label key={name} className="field">
            {label}
            <select value={values[name]} onChange={(event) => set(name)(event.target.value)}>
              <option value="">–</option>
              <option value="true">{text.yes}</option>
              <option value="false">{text.no}</option>
            </select>
          </label>
        ) : (
          <Field key={name} label={label} type={type === 'date' ? 'date' : 'text'} numeric={type === 'number'} value={values[name] ?? ''} onChange={set(name)} error={error} />
        );
      })}
      {Object.keys(fields).length === 0 && <Refusal words={refusal} />}
      <div className="buttons">
        <button type="submit" className="deed" disabled={busy}>
          {text.save}
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {text.cancel}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'date' | 'text';
  numeric?: boolean;
  error?: string | undefined;
  focused?: boolean;
}

function Field({ label, value, onChange, type = 'text', numeric = false, error, focused = false }: FieldProps) {
  return (
    <label className="field">
      {label}
      <input
        type={type}
        maxLength={200}
        inputMode={numeric ? 'decimal' : undefined}
        aria-invalid={error !== undefined}
        value={value}
        autoFocus={focused}
        onChange={(event) => onChange(event.target.value)}
      />
      {error !== undefined && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </label>
  );
}

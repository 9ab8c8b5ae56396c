import { useState, type FormEvent } from 'react';
import { fill, t } from '../../text/language';
import type { Customer } from '../model';
import { fieldTime, zoneName } from './zones';

const HOUR = 3_600_000;

export interface PromiseForm {
  at: string;
  zone: string;
  mine: boolean;
  note: string;
}

interface Props {
  customer: Customer;
  now: number;
  onPromise: (form: PromiseForm) => void;
}

/** Another call, at a time that the customer names in the own zone. */
export function CallbackForm({ customer, now, onPromise }: Props) {
  const text = t().desk.callback;
  const [zone, setZone] = useState(customer.zones[0] ?? 'Etc/UTC');
  const [at, setAt] = useState(() => fieldTime(customer.zones[0] ?? 'Etc/UTC', now + 24 * HOUR));
  const [mine, setMine] = useState(false);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPromise({ at, zone, mine, note });
  };
  return (
    <form className="panel callback" onSubmit={submit} aria-labelledby="callback-title">
      <h2 id="callback-title">{text.title}</h2>
      <label className="field">
        {fill(text.at, { zone: zoneName(zone) })}
        <input autoFocus type="datetime-local" required value={at} min={fieldTime(zone, now)} onChange={(event) => setAt(event.target.value)} />
      </label>
      {customer.zones.length > 1 && (
        <label className="field">
          {text.zone}
          <select value={zone} onChange={(event) => setZone(event.target.value)}>
            {customer.zones.map((each) => (
              <option key={each} value={each}>
                {zoneName(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset className="choice">
        <legend className="unseen">{text.who}</legend>
        <label>
          <input type="radio" name="who" checked={!mine} onChange={() => setMine(false)} />
          {text.anybody}
        </label>
        <label>
          <input type="radio" name="who" checked={mine} onChange={() => setMine(true)} />
          {text.me}
        </label>
      </fieldset>
      <label className="field">
        {text.note}
        <input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </label>
      <button type="submit" className="deed deed-main">
        {text.save}
      </button>
    </form>
  );
}

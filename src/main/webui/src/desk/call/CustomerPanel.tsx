import { useEffect, useRef, useState } from 'react';
import { dateTime, duration, inWords } from '../../text/format';
import { fill, t } from '../../text/language';
import type { Choice, Customer } from '../model';
import { PersonForm, type Person } from './PersonForm';
import { localTime, zoneName } from './zones';

interface Props {
  customer: Customer;
  choices: Choice[];
  now: number;
  /** Whether the customer is mine; a colleague's can be seen and not changed. */
  mine: boolean;
  onNotes: (notes: string) => Promise<boolean>;
  onPerson: (person: Person) => Promise<void>;
}

/** Everything that is known of the customer: where, what the list says, notes, and every attempt before. */
export function CustomerPanel({ customer, choices, now, mine, onNotes, onPerson }: Props) {
  const text = t().desk.customer;
  const [edited, setEdited] = useState(0);
  const known = customer.fields.map((field) => field.name);
  const names = [...known, ...Object.keys(customer.custom).filter((name) => !known.includes(name))];
  return (
    <section className="panel customer" aria-labelledby="customer-title">
      <div className="customer-head">
        <h2 id="customer-title">{text.title}</h2>
        {customer.inbound && <span className="chip">{text.inbound}</span>}
        {mine && edited !== customer.callId && (
          <button type="button" className="plain-button" onClick={() => setEdited(customer.callId)}>
            {text.edit}
          </button>
        )}
      </div>
      {!mine && (
        <p className="customer-name">
          {[customer.firstName, customer.lastName].filter((name) => name !== '').join(' ')} <span dir="ltr">{customer.number}</span>
        </p>
      )}
      {mine && edited === customer.callId && <PersonForm customer={customer} onSave={onPerson} onClose={() => setEdited(0)} />}
      <dl className="facts">
        {customer.zones.map((zone) => (
          <Fact key={zone} name={zoneName(zone)} value={localTime(zone, now)} />
        ))}
        {customer.externalId !== '' && <Fact name={text.externalId} value={customer.externalId} />}
        {names.map((name) => (
          <Fact key={name} name={name.replaceAll('_', ' ')} value={String(customer.custom[name] ?? '–')} />
        ))}
      </dl>
      {mine ? <Notes key={customer.leadId} customer={customer} onNotes={onNotes} /> : customer.notes !== '' && <p>{customer.notes}</p>}
      <h3>{text.history}</h3>
      {customer.attempts.length === 0 ? (
        <p className="dimmed">{text.first}</p>
      ) : (
        <ol className="history">
          {customer.attempts.map((attempt) => (
            <li key={attempt.callId}>
              <span>{dateTime(attempt.at)}</span>
              {attempt.inbound && <span>{text.inbound}</span>}
              <strong>
                {attempt.disposition === ''
                  ? inWords(attempt.outcome)
                  : (choices.find((choice) => choice.code === attempt.disposition)?.label ?? inWords(attempt.disposition))}
              </strong>
              {attempt.talkSeconds > 0 && <span className="dimmed">{fill(text.talk, { time: duration(attempt.talkSeconds * 1000), agent: attempt.agent })}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Notes({ customer, onNotes }: { customer: Customer; onNotes: (notes: string) => Promise<boolean> }) {
  const text = t().desk.customer;
  const [notes, setNotes] = useState(customer.notes);
  const [saved, setSaved] = useState(customer.notes);
  const save = useRef(onNotes);
  save.current = onNotes;
  useEffect(() => {
    if (notes === saved) {
      return;
    }
    const timer = window.setTimeout(() => {
      void save.current(notes).then((done) => done && setSaved(notes));
    }, 800);
    return () => clearTimeout(timer);
  }, [notes, saved]);
  return (
    <label className="field">
      <span>
        {text.notes} <span className="dimmed">{notes === saved ? '' : text.saving}</span>
      </span>
      <textarea rows={4} maxLength={4000} value={notes} onChange={(event) => setNotes(event.target.value)} />
    </label>
  );
}

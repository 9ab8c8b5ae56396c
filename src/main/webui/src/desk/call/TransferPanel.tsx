import { useEffect, useState, type FormEvent } from 'react';
import { messageOf, request } from '../../http';
import { t } from '../../text/language';

interface Colleague {
  id: number;
  name: string;
}

export type Target = { agentId: number } | { number: string };

/** To whom the customer goes: an agent who is ready now, or a number. */
export function TransferPanel({ onTransfer }: { onTransfer: (target: Target) => void }) {
  const text = t().desk.transfer;
  const [colleagues, setColleagues] = useState<Colleague[]>();
  const [failure, setFailure] = useState('');
  const [wanted, setWanted] = useState('');
  const [number, setNumber] = useState('');

  useEffect(() => {
    request<Colleague[]>('GET', '/api/agent/colleagues')
      .then(setColleagues)
      .catch((error: unknown) => setFailure(messageOf(error)));
  }, []);

  const found = (colleagues ?? []).filter((each) => each.name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const outside = (event: FormEvent) => {
    event.preventDefault();
    onTransfer({ number: number.replaceAll(/[\s()./-]/g, '') });
  };
  return (
    <section className="panel transfer" aria-label={text.title}>
      <div>
        <label className="field">
          {text.agent}
          <input autoFocus value={wanted} onChange={(event) => setWanted(event.target.value)} placeholder={text.search} />
        </label>
        {failure !== '' && <p className="alarm">{failure}</p>}
        {colleagues !== undefined && found.length === 0 && <p className="dimmed">{text.nobody}</p>}
        <ul className="transfer-agents">
          {found.slice(0, 20).map((each) => (
            <li key={each.id}>
              <button type="button" className="deed" onClick={() => onTransfer({ agentId: each.id })}>
                {each.name}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <form onSubmit={outside}>
        <label className="field">
          {text.number}
          <input value={number} onChange={(event) => setNumber(event.target.value)} inputMode="tel" dir="ltr" placeholder="+12025550100" />
        </label>
        <button type="submit" className="deed" disabled={!/^\+[\d\s()./-]{6,}$/.test(number)}>
          {text.send}
        </button>
        <p className="dimmed">{text.blind}</p>
      </form>
    </section>
  );
}

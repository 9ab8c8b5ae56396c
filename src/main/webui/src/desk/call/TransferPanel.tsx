import { useState, type FormEvent } from 'react';
import { t } from '../../text/language';
import { Colleagues } from '../colleague/Colleagues';

export type Target = { agentId: number } | { number: string };

interface Props {
  onTransfer: (target: Target) => void;
  onCall: (agentId: number) => void;
}

/** To whom the customer goes: a colleague, who may be asked first, or a number. */
export function TransferPanel({ onTransfer, onCall }: Props) {
  const text = t().desk.transfer;
  const [number, setNumber] = useState('');
  const outside = (event: FormEvent) => {
    event.preventDefault();
    onTransfer({ number: number.replaceAll(/[\s()./-]/g, '') });
  };
  return (
    <section className="panel transfer" aria-label={text.title}>
      <Colleagues onCall={onCall} onTransfer={(agentId) => onTransfer({ agentId })} />
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

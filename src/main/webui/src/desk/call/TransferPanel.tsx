import { useState, type FormEvent } from 'react';
import { t } from '../../text/language';
import { Colleagues } from '../colleague/Colleagues';
import { Queues } from './Queues';

export type Target = { agentId: number } | { number: string } | { queueId: number };

interface Props {
  onTransfer: (target: Target) => void;
  onCall: (agentId: number) => void;
  onCallOutside: (number: string) => void;
}

/** To whom the customer goes: a colleague, who may be asked first, a queue, or a number. */
export function TransferPanel({ onTransfer, onCall, onCallOutside }: Props) {
  const text = t().desk.transfer;
  const [number, setNumber] = useState('');
  const plain = number.replaceAll(/[\s()./-]/g, '');
  const whole = /^\+[1-9]\d{5,14}$/.test(plain);
  const outside = (event: FormEvent) => {
    event.preventDefault();
    onCallOutside(plain);
  };
  return (
    <section className="panel transfer" aria-label={text.title}>
      <Colleagues onCall={onCall} onTransfer={(agentId) => onTransfer({ agentId })} />
      <div>
        <Queues onTransfer={(queueId) => onTransfer({ queueId })} />
        <form onSubmit={outside}>
          <label className="field">
            {text.number}
            <input value={number} onChange={(event) => setNumber(event.target.value)} inputMode="tel" dir="ltr" placeholder="+12025550100" />
          </label>
          <div className="buttons">
            <button type="submit" className="deed" disabled={!whole}>
              {t().desk.colleague.call}
            </button>
            <button type="button" className="deed" disabled={!whole} onClick={() => onTransfer({ number: plain })}>
              {text.send}
            </button>
          </div>
          <p className="dimmed">{text.blind}</p>
        </form>
      </div>
    </section>
  );
}

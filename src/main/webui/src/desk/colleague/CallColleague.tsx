import { useState } from 'react';
import { t } from '../../text/language';
import { Colleagues } from './Colleagues';

/** Calls a colleague while there is no customer; the list is read when it is opened. */
export function CallColleague({ onCall }: { onCall: (agentId: number) => void }) {
  const [open, setOpen] = useState(false);
  const text = t().desk.colleague;
  return (
    <section className="panel" aria-label={text.callOne}>
      <button type="button" className="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text.callOne}
      </button>
      {open && (
        <Colleagues
          onCall={(id) => {
            setOpen(false);
            onCall(id);
          }}
        />
      )}
    </section>
  );
}

import { useEffect, useState } from 'react';
import { t } from '../../text/language';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Keys to the customer's side, such as for its menus; typing works as well. */
export function KeyPad({ onKey }: { onKey: (key: string) => void }) {
  const [pressed, setPressed] = useState('');
  const press = (key: string) => {
    onKey(key);
    setPressed((before) => (before + key).slice(-16));
  };
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      const target = event.target;
      const writing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
      if (!writing && !event.altKey && !event.ctrlKey && !event.metaKey && KEYS.includes(event.key)) {
        event.preventDefault();
        press(event.key);
      }
    };
    addEventListener('keydown', typed);
    return () => removeEventListener('keydown', typed);
  });
  return (
    <section className="panel keypad" aria-label={t().desk.call.keys} dir="ltr">
      <output className="keypad-shown">{pressed}</output>
      {KEYS.map((key) => (
        <button key={key} type="button" className="deed" onClick={() => press(key)}>
          {key}
        </button>
      ))}
    </section>
  );
}

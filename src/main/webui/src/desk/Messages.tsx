import { dateTime } from '../text/format';
import { t } from '../text/language';
import type { DeskMessageText } from './model';

interface Props {
  messages: readonly DeskMessageText[];
  onRead: (id: number) => void;
}

/** What supervisors wrote and the agent has not read yet; a new one is spoken by screen readers. */
export function Messages({ messages, onRead }: Props) {
  return (
    <section className="desk-messages" aria-label={t().desk.messages} aria-live="polite">
      {messages.map(({ id, from, at, text }) => (
        <div key={id} className="panel desk-message">
          <p>
            <b dir="auto">{from}</b> <span className="dimmed">{dateTime(at)}</span>
          </p>
          <p dir="auto">{text}</p>
          <button type="button" className="plain-button" onClick={() => onRead(id)}>
            {t().desk.read}
          </button>
        </div>
      ))}
    </section>
  );
}

import { t } from '../text/language';
import { zoned, zoneName } from './call/zones';
import type { Callback } from './model';

interface Props {
  callbacks: Callback[];
  now: number;
  mayDial: boolean;
  onDial: (callback: Callback) => void;
  onCancel: (callback: Callback) => void;
}

/** Calls that I have promised, the first due first. */
export function OwnCallbacks({ callbacks, now, mayDial, onDial, onCancel }: Props) {
  const text = t().desk.callbacks;
  const open = callbacks.filter((callback) => callback.state === 'OPEN');
  return (
    <section className="panel own-callbacks" aria-labelledby="callbacks-title">
      <h2 id="callbacks-title">
        {text.title} <span className="dimmed">{open.length}</span>
      </h2>
      {open.length === 0 && <p className="dimmed">{text.none}</p>}
      <ul>
        {open.map((callback) => (
          <li key={callback.id} className={Date.parse(callback.dueAt) <= now ? 'due' : undefined}>
            <div>
              <strong>{`${callback.firstName} ${callback.lastName}`.trim() || callback.number}</strong>
              <span>
                {zoned(callback.dueAt, callback.zone)} <span className="dimmed">{zoneName(callback.zone)}</span>
              </span>
              {callback.note !== '' && <span className="dimmed">{callback.note}</span>}
            </div>
            <button type="button" className="deed" disabled={!mayDial} onClick={() => onDial(callback)}>
              {text.dial}
            </button>
            <button type="button" className="plain-button" onClick={() => onCancel(callback)}>
              {text.cancel}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

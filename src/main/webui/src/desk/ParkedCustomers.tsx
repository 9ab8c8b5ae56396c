import { fill, t } from '../text/language';
import type { Parked } from './model';
import { Timer } from './Timer';

interface Props {
  parked: readonly Parked[];
  ahead: number;
  mayPickUp: boolean;
  onPickUp: (callId: number) => void;
}

/** Customers who hear music until somebody picks them up; nothing while there are none. */
export function ParkedCustomers({ parked, ahead, mayPickUp, onPickUp }: Props) {
  const text = t().desk.parked;
  if (parked.length === 0) {
    return null;
  }
  return (
    <section className="panel parked" aria-labelledby="parked-title">
      <h2 id="parked-title">
        {text.title} <span className="dimmed">{parked.length}</span>
      </h2>
      <ul>
        {parked.map((customer) => {
          const name = customer.name === '' ? customer.number || text.unknown : customer.name;
          return (
            <li key={customer.callId}>
              <div>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <span className="dimmed">{fill(text.by, { agent: customer.by })}</span>
              </div>
              <Timer since={customer.since} ahead={ahead} limit={120_000} />
              <button type="button" className="deed" disabled={!mayPickUp} aria-label={fill(text.pickUpNamed, { name })} onClick={() => onPickUp(customer.callId)}>
                {text.pickUp}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

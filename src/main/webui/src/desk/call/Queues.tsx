import { useEffect, useState } from 'react';
import { messageOf, request } from '../../http';
import { fill, t } from '../../text/language';

interface Queue {
  id: number;
  name: string;
  waiting: number;
  ready: number;
}

/** Queues that run: whoever serves one takes the customer in turn. Nothing while there are none. */
export function Queues({ onTransfer }: { onTransfer: (queueId: number) => void }) {
  const text = t().desk.transfer;
  const [queues, setQueues] = useState<Queue[]>([]);
  const [failure, setFailure] = useState('');

  useEffect(() => {
    request<Queue[]>('GET', '/api/agent/queues')
      .then(setQueues)
      .catch((error: unknown) => setFailure(messageOf(error)));
  }, []);

  if (failure !== '') {
    return <p className="alarm">{failure}</p>;
  }
  if (queues.length === 0) {
    return null;
  }
  return (
    <div>
      <h3 id="queues-title">{text.queues}</h3>
      <ul className="colleagues" aria-labelledby="queues-title">
        {queues.map((queue) => (
          <li key={queue.id}>
            <span className="colleague-name">{queue.name}</span>
            <span className="dimmed">{fill(text.queueState, { waiting: queue.waiting, ready: queue.ready })}</span>
            <button type="button" className="deed" aria-label={fill(text.queueNamed, { name: queue.name })} onClick={() => onTransfer(queue.id)}>
              {text.send}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

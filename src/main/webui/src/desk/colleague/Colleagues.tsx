import { useEffect, useState } from 'react';
import { messageOf, request } from '../../http';
import { inWords } from '../../text/format';
import { fill, t } from '../../text/language';

interface Person {
  id: number;
  name: string;
  state: 'READY' | 'PAUSED';
}

interface Props {
  onCall: (agentId: number) => void;
  /** Left out while there is no customer to give. */
  onTransfer?: (agentId: number) => void;
}

/** Colleagues at work: each can be called, and who is ready can be given the customer at once. */
export function Colleagues({ onCall, onTransfer }: Props) {
  const text = t().desk.colleague;
  const [people, setPeople] = useState<Person[]>();
  const [failure, setFailure] = useState('');
  const [wanted, setWanted] = useState('');

  useEffect(() => {
    request<Person[]>('GET', '/api/agent/colleagues')
      .then(setPeople)
      .catch((error: unknown) => setFailure(messageOf(error)));
  }, []);

  const found = (people ?? []).filter((each) => each.name.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <div>
      <label className="field">
        {text.which}
        <input autoFocus value={wanted} onChange={(event) => setWanted(event.target.value)} placeholder={text.search} />
      </label>
      {failure !== '' && <p className="alarm">{failure}</p>}
      {people !== undefined && found.length === 0 && <p className="dimmed">{text.nobody}</p>}
      <ul className="colleagues">
        {found.slice(0, 20).map((each) => (
          <li key={each.id}>
            <span className="colleague-name">{each.name}</span>
            <span className="dimmed">{inWords(each.state)}</span>
            <button type="button" className="deed" aria-label={fill(text.callNamed, { name: each.name })} onClick={() => onCall(each.id)}>
              {onTransfer === undefined ? text.callNow : text.call}
            </button>
            {onTransfer !== undefined && each.state === 'READY' && (
              <button type="button" className="deed" aria-label={fill(text.transferNamed, { name: each.name })} onClick={() => onTransfer(each.id)}>
                {text.transfer}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

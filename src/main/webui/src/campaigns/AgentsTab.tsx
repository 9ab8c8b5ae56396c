import { useState } from 'react';
import { request } from '../http';
import { byName, inWords } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';

interface Agent {
  id: number;
  displayName: string;
  state: string;
}

/** Who serves the campaign; every change holds at once. */
export function AgentsTab({ id }: { id: number }) {
  const agents = useGet<Agent[]>('/api/agents');
  const assigned = useGet<{ agents: number[] }>(`/api/campaigns/${id}/agents`);
  return (
    <Show loaded={agents}>
      {(all) => (
        <Show loaded={assigned}>
          {({ agents: ids }) => <Assignment id={id} all={all} serving={new Set(ids)} onChanged={assigned.set} />}
        </Show>
      )}
    </Show>
  );
}

interface Props {
  id: number;
  all: readonly Agent[];
  serving: ReadonlySet<number>;
  onChanged: (assigned: { agents: number[] }) => void;
}

function Assignment({ id, all, serving, onChanged }: Props) {
  const texts = t().campaigns.assign;
  const [filter, setFilter] = useState('');
  const { busy, refusal, run } = useDeed();
  const wanted = filter.trim().toLowerCase();
  const found = all.filter(({ displayName }) => displayName.toLowerCase().includes(wanted)).sort((a, b) => byName(a.displayName, b.displayName));

  const assign = (ids: number[]) =>
    run(async () => onChanged(await request<{ agents: number[] }>('PUT', `/api/campaigns/${id}/agents`, { agents: ids })));
  const turn = (agent: Agent) =>
    assign(serving.has(agent.id) ? [...serving].filter((other) => other !== agent.id) : [...serving, agent.id]);
  const column = (title: string, agents: readonly Agent[], label: string, sign: string) => (
    <section className="panel stack" aria-label={title}>
      <h2>
        {title} <span className="dimmed">{agents.length}</span>
      </h2>
      {agents.length === 0 && <p className="dimmed">{texts.none}</p>}
      <ul className="rows">
        {agents.map((agent) => (
          <li key={agent.id}>
            <span>{agent.displayName}</span>
            <span className="dimmed">{inWords(agent.state)}</span>
            <button
              type="button"
              className="plain-button"
              disabled={busy}
              aria-label={fill(label, { name: agent.displayName })}
              onClick={() => void turn(agent)}
            >
              {sign}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

  return (
    <div className="stack">
      <p className="dimmed">{texts.help}</p>
      <Refusal words={refusal} />
      <input
        type="search"
        className="search search-wide"
        aria-label={texts.filter}
        placeholder={texts.filter}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <div className="two-columns">
        {column(texts.serving, found.filter((agent) => serving.has(agent.id)), texts.remove, t().common.remove)}
        {column(texts.others, found.filter((agent) => !serving.has(agent.id)), texts.add, t().common.add)}
      </div>
    </div>
  );
}

import { useDeferredValue, useMemo, useState } from 'react';
import type { AgentRow } from '../messages';
import { byName, count, duration, inWords } from '../text/format';
import { t } from '../text/language';
import { useNow } from '../ui/useNow';
import { useWindow } from '../ui/useWindow';
import { AgentState } from './AgentState';
import { countBy, engineNow, type Floor } from './floor';

const ROW_HEIGHT = 30;

/** All agents; only the rows in sight are in the page, so that five hundred cost no more than twenty. */
export function AgentTable({ floor }: { floor: Floor }) {
  const texts = t().board;
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const now = useNow();

  const rows = useMemo(() => listed(floor.agents, wanted), [floor.agents, wanted]);
  const states = useMemo(() => countBy([...floor.agents.values()].map((agent) => agent.state)), [floor.agents]);
  const { scroller, onScroll, first, end } = useWindow(rows.length, ROW_HEIGHT);
  const engineTime = engineNow(floor, now);

  return (
    <section className="panel agents" aria-labelledby="agents-title">
      <header>
        <h2 id="agents-title">
          {texts.agents} <span className="dimmed">{count(floor.agents.size)}</span>
        </h2>
        <input
          type="search"
          className="search"
          aria-label={texts.findAgent}
          placeholder={texts.find}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </header>
      <ul className="state-counts">
        {[...states].sort().map(([state, number]) => (
          <li key={state}>
            <AgentState state={state} /> <b>{count(number)}</b>
          </li>
        ))}
      </ul>
      <div ref={scroller} className="scroller" tabIndex={0} role="region" aria-labelledby="agents-title" onScroll={onScroll}>
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th scope="col" className="name">
                {t().common.name}
              </th>
              <th scope="col">{t().common.state}</th>
              <th scope="col" className="number">
                {texts.since}
              </th>
            </tr>
          </thead>
          <tbody>
            <Space rows={first} columns={3} height={ROW_HEIGHT} />
            {rows.slice(first, end).map((agent, index) => (
              <tr key={agent.id} aria-rowindex={first + index + 2}>
                <th scope="row" title={agent.name}>
                  {agent.name}
                </th>
                <td>
                  <AgentState state={agent.state} code={agent.code} />
                </td>
                <td className="number">{duration(engineTime - agent.sinceMillis)}</td>
              </tr>
            ))}
            <Space rows={rows.length - end} columns={3} height={ROW_HEIGHT} />
          </tbody>
        </table>
        {rows.length === 0 && <p className="notice">{wanted === '' ? texts.nobody : texts.noFit}</p>}
      </div>
    </section>
  );
}

/** Room for rows that are not drawn. */
export function Space({ rows, columns, height }: { rows: number; columns: number; height: number }) {
  return rows > 0 ? (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: rows * height, padding: 0 }} />
    </tr>
  ) : null;
}

function listed(agents: ReadonlyMap<number, AgentRow>, wanted: string): AgentRow[] {
  return [...agents.values()]
    .filter((agent) => `${agent.name} ${inWords(agent.state)} ${agent.code}`.toLowerCase().includes(wanted))
    .sort((a, b) => byName(a.name, b.name));
}

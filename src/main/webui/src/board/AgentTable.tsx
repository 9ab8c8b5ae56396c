import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { AgentRow } from '../messages';
import { countBy, engineNow, type Floor } from './floor';
import { duration, inWords } from '../text/format';

const ROW_HEIGHT = 30;
/** Rows drawn beyond the visible ones, so that scrolling shows no gap. */
const MARGIN_ROWS = 6;
const TICK_MILLIS = 500;

const names = new Intl.Collator('en', { numeric: true });

/** All agents; only the rows in sight are in the page, so that five hundred cost no more than twenty. */
export function AgentTable({ floor }: { floor: Floor }) {
  const [scrolled, setScrolled] = useState(0);
  const [height, setHeight] = useState(600);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();

  const rows = useMemo(() => listed(floor.agents, wanted), [floor.agents, wanted]);
  const states = useMemo(() => countBy([...floor.agents.values()].map((agent) => agent.state)), [floor.agents]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(scrolled / ROW_HEIGHT) - MARGIN_ROWS);
  const end = Math.min(rows.length, Math.ceil((scrolled + height) / ROW_HEIGHT) + MARGIN_ROWS);
  const engineTime = engineNow(floor, now);

  return (
    <section className="panel agents" aria-labelledby="agents-title">
      <header>
        <h2 id="agents-title">
          Agents <span className="dimmed">{floor.agents.size}</span>
        </h2>
        <input
          type="search"
          className="search"
          aria-label="Find an agent by name, state or pause code"
          placeholder="Find"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </header>
      <ul className="state-counts">
        {[...states].sort().map(([state, number]) => (
          <li key={state}>
            <State state={state} /> <b>{number}</b>
          </li>
        ))}
      </ul>
      <div
        ref={scroller}
        className="scroller"
        tabIndex={0}
        role="region"
        aria-labelledby="agents-title"
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      >
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th scope="col" className="name">
                Name
              </th>
              <th scope="col">State</th>
              <th scope="col" className="number">
                Since
              </th>
            </tr>
          </thead>
          <tbody>
            <Space rows={first} />
            {rows.slice(first, end).map((agent, index) => (
              <tr key={agent.id} aria-rowindex={first + index + 2}>
                <th scope="row" title={agent.name}>
                  {agent.name}
                </th>
                <td>
                  <State state={agent.state} />
                  {agent.code !== '' && <span className="code">{agent.code}</span>}
                </td>
                <td className="number">{duration(engineTime - agent.sinceMillis)}</td>
              </tr>
            ))}
            <Space rows={rows.length - end} />
          </tbody>
        </table>
        {rows.length === 0 && <p className="notice">{wanted === '' ? 'No agent is logged in.' : 'No agent fits.'}</p>}
      </div>
    </section>
  );
}

function Space({ rows }: { rows: number }) {
  return rows > 0 ? (
    <tr aria-hidden="true">
      <td colSpan={3} style={{ height: rows * ROW_HEIGHT, padding: 0 }} />
    </tr>
  ) : null;
}

function State({ state }: { state: string }) {
  return (
    <span className="state">
      <span className={`dot dot-${state}`} aria-hidden="true" />
      {inWords(state)}
    </span>
  );
}

function listed(agents: ReadonlyMap<number, AgentRow>, wanted: string): AgentRow[] {
  return [...agents.values()]
    .filter((agent) => `${agent.name} ${inWords(agent.state)} ${agent.code}`.toLowerCase().includes(wanted))
    .sort((a, b) => names.compare(a.name, b.name));
}

/** The page's own clock, twice a second. */
function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

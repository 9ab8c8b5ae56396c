import { Space } from '../board/AgentTable';
import { AgentState } from '../board/AgentState';
import { engineNow, type Floor } from '../board/floor';
import type { AgentRow } from '../messages';
import { duration, inWords } from '../text/format';
import { fill, t } from '../text/language';
import { useNow } from '../ui/useNow';
import { useWindow } from '../ui/useWindow';
import type { Column, Order } from './order';

const ROW_HEIGHT = 36;
/** How an agent is dragged: the name of the data that carries the agent's id. */
export const DRAGGED_AGENT = 'application/x-tactus-agent';

interface Props {
  floor: Floor;
  rows: readonly AgentRow[];
  names: ReadonlyMap<number, string>;
  order: Order;
  setOrder: (order: Order) => void;
  chosen: ReadonlySet<number>;
  setChosen: (chosen: ReadonlySet<number>) => void;
  choosable: boolean;
}

/** The agents' table; only the rows in sight are in the page. */
export function FloorTable({ floor, rows, names, order, setOrder, chosen, setChosen, choosable }: Props) {
  const texts = t().floor;
  const { scroller, onScroll, first, end } = useWindow(rows.length, ROW_HEIGHT);
  const engineTime = engineNow(floor, useNow());
  const columns = choosable ? 7 : 6;
  const allChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  const turn = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    setChosen(next);
  };
  const head = (column: Column, words: string) => (
    <th scope="col" className={`column-${column}`} aria-sort={order.column === column ? (order.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="sort"
        title={fill(texts.sortBy, { column: words })}
        onClick={() => setOrder({ column, descending: order.column === column && !order.descending })}
      >
        {words} <span aria-hidden="true">{order.column === column ? (order.descending ? '▾' : '▴') : ''}</span>
      </button>
    </th>
  );
  return (
    <div ref={scroller} className="panel scroller floor-table" tabIndex={0} role="region" aria-label={texts.title} onScroll={onScroll}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {choosable && (
              <th scope="col" className="box">
                <input
                  type="checkbox"
                  aria-label={texts.chooseAll}
                  checked={allChosen}
                  onChange={() => setChosen(allChosen ? new Set() : new Set(rows.map(({ id }) => id)))}
                />
              </th>
            )}
            {head('name', t().common.name)}
            {head('state', t().common.state)}
            {head('since', t().board.since)}
            {head('campaign', texts.campaign)}
            <th scope="col">{texts.serves}</th>
            <th scope="col">{texts.call}</th>
          </tr>
        </thead>
        <tbody>
          <Space rows={first} columns={columns} height={ROW_HEIGHT} />
          {rows.slice(first, end).map((agent, index) => (
            <tr
              key={agent.id}
              aria-rowindex={first + index + 2}
              draggable={choosable}
              className={chosen.has(agent.id) ? 'row-chosen' : undefined}
              onDragStart={(event) => event.dataTransfer.setData(DRAGGED_AGENT, String(agent.id))}
            >
              {choosable && (
                <td className="box">
                  <input
                    type="checkbox"
                    aria-label={fill(texts.choose, { name: agent.name })}
                    checked={chosen.has(agent.id)}
                    onChange={() => turn(agent.id)}
                  />
                </td>
              )}
              <th scope="row" title={agent.name}>
                {agent.name}
              </th>
              <td>
                <AgentState state={agent.state} code={agent.code} />
              </td>
              <td className="tabular">{duration(engineTime - agent.sinceMillis)}</td>
              <td>{names.get(campaignOf(floor, agent)) ?? ''}</td>
              <td>{agent.campaignIds.map((id) => names.get(id) ?? `# ${id}`).join(', ')}</td>
              <td className="tabular" title={agent.monitoring === '' ? undefined : callOf(floor, agent)}>
                {callOf(floor, agent)}
              </td>
            </tr>
          ))}
          <Space rows={rows.length - end} columns={columns} height={ROW_HEIGHT} />
        </tbody>
      </table>
      {rows.length === 0 && <p className="notice">{floor.agents.size === 0 ? t().board.nobody : t().board.noFit}</p>}
    </div>
  );
}

/** The campaign of the agent's call, or the one that the agent waits for. */
function campaignOf(floor: Floor, agent: AgentRow): number {
  return floor.calls.get(agent.callId)?.campaignId ?? agent.campaignId;
}

/** Where the agent's call stands, or in whose calls the agent takes part. */
function callOf(floor: Floor, agent: AgentRow): string {
  if (agent.monitoring !== '') {
    return fill(t().floor.hears[agent.monitoring], { name: floor.agents.get(agent.monitors)?.name ?? '' });
  }
  const call = floor.calls.get(agent.callId);
  return call === undefined ? '' : inWords(call.stage);
}

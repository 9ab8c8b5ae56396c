import { Loader } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { FloorNotes } from '../board/BoardPage';
import { countBy, type Floor } from '../board/floor';
import { useFloor } from '../board/stream';
import { useDoubt, useHasRole, useMyId } from '../session/session';
import { count, inWords } from '../text/format';
import { t } from '../text/language';
import { CampaignTargets } from './CampaignTargets';
import { Deeds } from './Deeds';
import { FloorTable } from './FloorTable';
import { MonitorBar } from './MonitorBar';
import { ordered, type Order } from './order';

/** Everybody on the floor; a supervisor acts on those who are chosen. */
export default function AgentsPage() {
  const { floor, connected } = useFloor(useDoubt());
  return (
    <>
      <FloorNotes floor={floor} connected={connected} />
      <div className="page page-wide">
        <h1>{t().floor.title}</h1>
        {floor ? <Agents floor={floor} /> : <Loader className="loading" aria-label={t().board.loading} />}
      </div>
    </>
  );
}

function Agents({ floor }: { floor: Floor }) {
  const texts = t().floor;
  const commands = useHasRole('supervisor');
  const moves = useHasRole('supervisor', 'manager');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const [state, setState] = useState('');
  const [order, setOrder] = useState<Order>({ column: 'name', descending: false });
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const names = useMemo(() => new Map(floor.campaigns.map(({ id, name }) => [id, name])), [floor.campaigns]);
  const states = useMemo(() => countBy([...floor.agents.values()].map((agent) => agent.state)), [floor.agents]);
  const rows = useMemo(
    () => ordered(floor.agents.values(), wanted, state, order, (id) => names.get(id) ?? ''),
    [floor.agents, wanted, state, order, names],
  );
  const mine = floor.agents.get(useMyId());
  const acted = [...chosen].flatMap((id) => floor.agents.get(id) ?? []);

  return (
    <div className={moves ? 'floor-agents' : undefined}>
      <div className="stack">
        {mine !== undefined && mine.monitoring !== '' && (
          <MonitorBar agentId={mine.monitors} name={floor.agents.get(mine.monitors)?.name ?? ''} how={mine.monitoring} />
        )}
        <div className="panel floor-tools">
          <input
            type="search"
            className="search search-wide"
            aria-label={t().board.findAgent}
            placeholder={t().board.find}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <div className="choices" role="group" aria-label={t().common.state}>
            {['', ...[...states.keys()].sort()].map((each) => (
              <button
                key={each}
                type="button"
                className={each === state ? 'plain-button plain-button-chosen' : 'plain-button'}
                aria-pressed={each === state}
                onClick={() => setState(each)}
              >
                {each === '' ? texts.all : inWords(each)} {count(each === '' ? floor.agents.size : (states.get(each) ?? 0))}
              </button>
            ))}
          </div>
          {moves && <Deeds agents={acted} campaigns={floor.campaigns} commands={commands} mine={mine} />}
        </div>
        <FloorTable
          floor={floor}
          rows={rows}
          names={names}
          order={order}
          setOrder={setOrder}
          chosen={chosen}
          setChosen={setChosen}
          choosable={moves}
        />
      </div>
      {moves && <CampaignTargets floor={floor} />}
    </div>
  );
}

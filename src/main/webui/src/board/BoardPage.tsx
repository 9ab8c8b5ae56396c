import { Loader } from '@mantine/core';
import type { NodeRow, TrunkRow } from '../messages';
import { AgentTable } from './AgentTable';
import { CampaignCard } from './CampaignCard';
import { Charts } from './Charts';
import { countBy, type Floor } from './floor';
import { useFloor } from './stream';
import { useDoubt } from '../session/session';
import { count, inWords } from '../text/format';
import { fill, t } from '../text/language';

/** The engine sends no more calls than this. */
const CALLS_SHOWN = 300;
const STAGES_IN_ORDER = [
  'RESERVED',
  'DIALLING',
  'RINGING',
  'ANSWERED',
  'DETECTING',
  'WAITING',
  'CONNECTING',
  'CONNECTED',
  'MESSAGE',
  'VOICEMAIL',
  'MACHINE_MESSAGE',
  'ENDING',
];

export default function BoardPage() {
  const texts = t().board;
  const { floor, connected } = useFloor(useDoubt());
  return (
    <>
      <h1 className="unseen">{texts.title}</h1>
      <FloorNotes floor={floor} connected={connected} />
      {floor ? <FloorView floor={floor} /> : <Loader className="loading" aria-label={texts.loading} />}
    </>
  );
}

/** What everybody who looks at the floor must know first. */
export function FloorNotes({ floor, connected }: { floor: Floor | undefined; connected: boolean }) {
  const texts = t().board;
  return (
    <div role="status">
      {floor?.simulated === true && (
        <p className="banner banner-simulated">
          <b>{texts.simulated}</b> -{' '}
          {fill(texts.simulatedText, {
            speed: floor.speed === 1 ? texts.asLife : fill(texts.timesLife, { n: count(floor.speed) }),
          })}
        </p>
      )}
      {floor !== undefined && floor.blocked !== '' && (
        <p className="banner banner-blocked">
          <b>{texts.blocked}</b> {floor.blocked}
        </p>
      )}
      {!connected && (
        <p className="banner banner-lost">
          <b>{texts.lost}</b> {floor ? texts.lostWithFloor : texts.lostText}
        </p>
      )}
    </div>
  );
}

function FloorView({ floor }: { floor: Floor }) {
  // One chart for all campaigns is measured against the strictest of their caps.
  const cap = Math.min(...floor.campaigns.map((row) => row.abandonmentCap), 1);
  return (
    <div className="board">
      <div className="board-main">
        {floor.campaigns.map((row) => (
          <CampaignCard key={row.id} row={row} />
        ))}
        {floor.campaigns.length === 0 && <p className="panel notice">{t().board.noCampaign}</p>}
        <Calls floor={floor} />
        <Charts points={floor.history} cap={cap} />
      </div>
      <div className="board-side">
        <Nodes nodes={floor.nodes} trunks={floor.trunks} />
        <AgentTable floor={floor} />
      </div>
    </div>
  );
}

function Calls({ floor }: { floor: Floor }) {
  const stages = countBy([...floor.calls.values()].map((call) => call.stage));
  return (
    <section className="panel stages" aria-labelledby="calls-title">
      <h2 id="calls-title">
        {t().board.openCalls}{' '}
        <span className="dimmed">
          {floor.calls.size >= CALLS_SHOWN ? fill(t().board.first, { n: CALLS_SHOWN }) : count(floor.calls.size)}
        </span>
      </h2>
      <ul>
        {STAGES_IN_ORDER.map((stage) => ({ stage, number: stages.get(stage) ?? 0 })).map(({ stage, number }) => (
          <li key={stage} className={number === 0 ? 'zero' : undefined}>
            <b>{count(number)}</b> {inWords(stage)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nodes({ nodes, trunks }: { nodes: NodeRow[]; trunks: TrunkRow[] }) {
  return (
    <section className="panel nodes" aria-labelledby="nodes-title">
      <h2 id="nodes-title">{t().board.nodes}</h2>
      {nodes.length === 0 && <span className="dimmed">{t().board.noNodes}</span>}
      <ul>
        {nodes.map((node) => (
          <li key={node.name} title={node.detail}>
            <span className={`dot ${node.up ? 'dot-READY' : 'dot-down'}`} aria-hidden="true" />
            {node.name} <b>{node.up ? t().board.up : t().board.down}</b>
            {!node.up && <span className="dimmed"> {node.detail}</span>}
          </li>
        ))}
        {trunks.map((trunk) => (
          <li key={`${trunk.node}/${trunk.name}`}>
            <span className={`dot ${trunk.failing ? 'dot-down' : 'dot-trunk'}`} aria-hidden="true" />
            {trunk.name}{' '}
            <b>{trunk.failing ? t().board.failing : fill(t().board.lines, { used: count(trunk.inUse), all: count(trunk.lines) })}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Loader } from '@mantine/core';
import type { NodeRow } from '../messages';
import { AgentTable } from './AgentTable';
import { CampaignCard } from './CampaignCard';
import { Charts } from './Charts';
import { countBy, type Floor } from './floor';
import { useFloor } from './stream';
import { useDoubt } from '../session/session';
import { inWords } from '../text/format';

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
  const onLost = useDoubt();
  const { floor, connected } = useFloor(onLost);
  return (
    <>
      <h1 className="unseen">Live board</h1>
      <div role="status">
        {floor?.simulated === true && (
          <p className="banner banner-simulated">
            <b>Simulated telephone network</b> - nobody is called. Time runs{' '}
            {floor.speed === 1 ? 'as fast as life' : `${floor.speed} times as fast as life`}.
          </p>
        )}
        {floor !== undefined && floor.blocked !== '' && (
          <p className="banner banner-blocked">
            <b>Dialling pauses:</b> {floor.blocked}
          </p>
        )}
        {!connected && (
          <p className="banner banner-lost">
            <b>No connection to the engine.</b>{' '}
            {floor ? 'What you see is as it was. ' : ''}Connecting again by itself.
          </p>
        )}
      </div>
      {floor ? <FloorView floor={floor} /> : <Loader className="loading" aria-label="Loading the floor" />}
    </>
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
        {floor.campaigns.length === 0 && <p className="panel notice">No campaign is on the floor.</p>}
        <Calls floor={floor} />
        <Charts points={floor.history} cap={cap} />
      </div>
      <div className="board-side">
        <Nodes nodes={floor.nodes} />
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
        Open calls{' '}
        <span className="dimmed">
          {floor.calls.size >= CALLS_SHOWN ? `first ${CALLS_SHOWN}` : floor.calls.size}
        </span>
      </h2>
      <ul>
        {STAGES_IN_ORDER.map((stage) => ({ stage, number: stages.get(stage) ?? 0 })).map(({ stage, number }) => (
          <li key={stage} className={number === 0 ? 'zero' : undefined}>
            <b>{number}</b> {inWords(stage)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nodes({ nodes }: { nodes: NodeRow[] }) {
  return (
    <section className="panel nodes" aria-labelledby="nodes-title">
      <h2 id="nodes-title">Telephony nodes</h2>
      {nodes.length === 0 && <span className="dimmed">none configured</span>}
      <ul>
        {nodes.map((node) => (
          <li key={node.name} title={node.detail}>
            <span className={`dot ${node.up ? 'dot-READY' : 'dot-down'}`} aria-hidden="true" />
            {node.name} <b>{node.up ? 'up' : 'down'}</b>
            {!node.up && <span className="dimmed"> {node.detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

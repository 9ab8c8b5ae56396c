import { inWords } from '../../text/format';
import { fill, t } from '../../text/language';
import { Key } from '../Key';
import type { Call, Customer, MyCampaign } from '../model';
import { talks } from '../model';
import { Timer } from '../Timer';

export type Panel = 'none' | 'keys' | 'transfer';

interface Props {
  call: Call;
  customer: Customer | null;
  campaign: MyCampaign | undefined;
  ahead: number;
  /** The agent's phone is not there: the customer hears music until it is. */
  away: boolean;
  /** Undefined where the phone is not this browser. */
  muted: boolean | undefined;
  panel: Panel;
  setPanel: (panel: Panel) => void;
  deeds: CallDeeds;
}

export interface CallDeeds {
  hangUp: () => void;
  machine: () => void;
  hold: () => void;
  park: () => void;
  mute: () => void;
  record: (state: 'on' | 'off' | 'paused') => void;
  accept: () => void;
  skip: () => void;
  extend: () => void;
}

/** The present call: where it stands, its times, and what can be done with it. */
export function CallCard({ call, customer, campaign, ahead, away, muted, panel, setPanel, deeds }: Props) {
  const text = t().desk.call;
  const name = customer === null ? '' : `${customer.firstName} ${customer.lastName}`.trim();
  const wrapUp = call.stage === 'OVER';
  return (
    <section className={`panel call call-${call.preview ? 'PREVIEW' : call.stage}`} aria-label={text.title}>
      <header className="call-head">
        <div>
          <p className="call-stage" role="status">
            {call.preview ? text.preview : wrapUp ? text.wrapUp : inWords(call.stage)}
            {call.step !== 'NONE' && <span className="dimmed"> {text.steps[call.step]}</span>}
          </p>
          <h2 className="call-name">{name === '' ? text.noName : name}</h2>
          <p className="dimmed">
            <bdi dir="ltr">{customer?.number ?? ''}</bdi>
            {campaign !== undefined && ` · ${campaign.name}`}
          </p>
        </div>
        <dl className="call-times">
          <Time label={text.talk} since={call.connectedAt} ahead={ahead} />
          <Time label={text.held} since={call.heldSince} ahead={ahead} limit={60_000} />
          <Time label={text.previewUntil} until={call.previewUntil} ahead={ahead} limit={5_000} />
          <Time label={text.wrapUpUntil} until={call.wrapUpUntil} ahead={ahead} limit={10_000} />
        </dl>
      </header>
      {away && call.stage === 'HELD' && (
        <p className="alarm" role="status">
          {text.away}
        </p>
      )}
      <div className="call-deeds">
        {call.preview && (
          <>
            <button type="button" className="deed deed-main" onClick={deeds.accept}>
              {text.accept} <Key name="A" />
            </button>
            <button type="button" className="deed" onClick={deeds.skip}>
              {text.skip} <Key name="K" />
            </button>
          </>
        )}
        {talks(call) && <TalkDeeds call={call} calledIn={customer?.inbound === true} campaign={campaign} muted={muted} panel={panel} setPanel={setPanel} deeds={deeds} />}
        {!call.preview && !wrapUp && (
          <button type="button" className="deed deed-end" onClick={deeds.hangUp}>
            {text.hangUp} <Key name="E" />
          </button>
        )}
        {wrapUp && call.wrapUpUntil !== null && (
          <button type="button" className="deed" onClick={deeds.extend}>
            {fill(text.extend, { seconds: 60 })} <Key name="X" />
          </button>
        )}
      </div>
    </section>
  );
}

interface TalkProps extends Omit<Props, 'customer' | 'ahead' | 'away'> {
  /** Whoever calls is no machine. */
  calledIn: boolean;
}

function TalkDeeds({ call, calledIn, campaign, muted, panel, setPanel, deeds }: TalkProps) {
  const text = t().desk.call;
  const held = call.stage === 'HELD';
  const busy = call.step !== 'NONE';
  const toggle = (wanted: Panel) => setPanel(panel === wanted ? 'none' : wanted);
  return (
    <>
      <button type="button" className="deed" aria-pressed={held} disabled={busy} onClick={deeds.hold}>
        {held ? text.retrieve : text.hold} <Key name="H" />
      </button>
      {muted !== undefined && (
        <button type="button" className="deed" aria-pressed={muted} onClick={deeds.mute}>
          {muted ? text.unmute : text.mute} <Key name="M" />
        </button>
      )}
      <button type="button" className="deed" aria-expanded={panel === 'keys'} disabled={held} onClick={() => toggle('keys')}>
        {text.keys} <Key name="D" />
      </button>
      <button type="button" className="deed" aria-expanded={panel === 'transfer'} disabled={busy} onClick={() => toggle('transfer')}>
        {text.transfer} <Key name="T" />
      </button>
      <button type="button" className="deed" disabled={busy} onClick={deeds.park}>
        {text.park} <Key name="W" />
      </button>
      {campaign !== undefined && campaign.recording !== 'none' && <Tape call={call} rule={campaign.recording} deeds={deeds} />}
      {!calledIn && (
        <button type="button" className="deed" onClick={deeds.machine}>
          {text.machine}
        </button>
      )}
    </>
  );
}

function Tape({ call, rule, deeds }: { call: Call; rule: 'on_demand' | 'all'; deeds: CallDeeds }) {
  const text = t().desk.call;
  const runs = call.recording === 'ON' || call.recording === 'PAUSED';
  return (
    <span className={`tape tape-${call.recording}`}>
      <span role="status">{text.tape[call.recording]}</span>
      {call.recording !== 'ON' && (
        <button type="button" className="plain-button" onClick={() => deeds.record('on')}>
          {runs ? text.resume : text.record}
        </button>
      )}
      {call.recording === 'ON' && (
        <button type="button" className="plain-button" onClick={() => deeds.record('paused')}>
          {text.pauseTape}
        </button>
      )}
      {rule === 'on_demand' && runs && (
        <button type="button" className="plain-button" onClick={() => deeds.record('off')}>
          {text.stopTape}
        </button>
      )}
    </span>
  );
}

interface TimeProps {
  label: string;
  since?: string | null;
  until?: string | null;
  ahead: number;
  limit?: number;
}

function Time({ label, since, until, ahead, limit }: TimeProps) {
  if (!since && !until) {
    return null;
  }
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Timer since={since} until={until} ahead={ahead} limit={limit} />
      </dd>
    </div>
  );
}

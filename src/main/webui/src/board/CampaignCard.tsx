import { CampaignButtons } from '../campaigns/CampaignButtons';
import type { CampaignRow } from '../messages';
import { Why } from './Why';
import { count, inWords, millis, percent } from '../text/format';
import { fill, t } from '../text/language';
import { capState, capWords } from './words';

const OUTCOMES_IN_ORDER = [
  'ANSWERED',
  'ABANDONED',
  'MACHINE',
  'NO_ANSWER',
  'BUSY',
  'REJECTED',
  'CONGESTION',
  'INVALID_NUMBER',
  'FAILED',
  'INTERRUPTED',
];

interface Props {
  row: CampaignRow;
  /** On the campaign's own page, which names it and has its buttons. */
  bare?: boolean;
}

export function CampaignCard({ row, bare = false }: Props) {
  const title = `campaign-${row.id}`;
  // A queue of callers launches nothing and has no cap.
  const dials = row.mode !== 'INBOUND';
  return (
    <section className="panel campaign" aria-labelledby={title}>
      {bare ? (
        <h2 id={title}>{t().campaigns.overview.live}</h2>
      ) : (
        <header>
          <h2 id={title}>{row.name}</h2>
          <span className={`chip chip-${row.state}`}>{inWords(row.state)}</span>
          <span className="chip">{inWords(row.mode)}</span>
          <CampaignButtons id={row.id} name={row.name} state={row.state} />
        </header>
      )}
      <div className="campaign-body">
        <div>
          <dl className="figures">
            <Figure label={t().board.free} value={count(row.free)} />
            {dials && <Figure label={t().board.inFlight} value={count(row.inFlight)} />}
            <Figure label={t().board.waiting} value={count(row.unserved)} />
            <Figure label={t().board.connected} value={count(row.connected)} />
            {dials && <Figure label={t().board.leads} value={count(row.hopper)} />}
            <Figure label={t().board.answers} value={count(row.liveAnswers)} />
            <Figure label={t().board.answerToAgent} value={millis(row.answerToAgentMillis)} />
            {dials ? <CapMeter row={row} /> : <Figure label={t().board.abandoned} value={count(row.abandoned)} />}
          </dl>
        </div>
        <Outcomes outcomes={row.outcomes} />
      </div>
      {dials && <Why row={row} />}
    </section>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function CapMeter({ row }: { row: CampaignRow }) {
  const rate = row.liveAnswers === 0 ? 0 : row.abandoned / row.liveAnswers;
  const state = capState(row.liveAnswers, row.abandoned, row.abandonmentCap);
  const top = Math.max(row.abandonmentCap * 1.5, rate, 0.001);
  return (
    <div className={`cap cap-${state}`}>
      <dt>{t().board.abandoned}</dt>
      <dd>
        {count(row.abandoned)}{' '}
        <small>{fill(t().board.ofCap, { rate: percent(rate), cap: percent(row.abandonmentCap) })}</small>
        <span
          className="meter"
          role="meter"
          aria-label={fill(t().board.abandonmentOf, { name: row.name })}
          aria-valuemin={0}
          aria-valuemax={top}
          aria-valuenow={rate}
          aria-valuetext={fill(t().board.meter, { rate: percent(rate), words: capWords(state), cap: percent(row.abandonmentCap) })}
        >
          <span className="meter-bar" style={{ width: `${(rate / top) * 100}%` }} />
          <span className="meter-mark" style={{ insetInlineStart: `${(row.abandonmentCap / top) * 100}%` }} />
        </span>
        <small className="cap-words">{capWords(state)}</small>
      </dd>
    </div>
  );
}

function Outcomes({ outcomes }: { outcomes: Record<string, number> }) {
  const rows = OUTCOMES_IN_ORDER.map((outcome) => ({ outcome, number: outcomes[outcome] ?? 0 })).filter(
    ({ number }) => number > 0,
  );
  const most = Math.max(1, ...rows.map(({ number }) => number));
  const total = rows.reduce((all, { number }) => all + number, 0);
  return (
    <div className="outcomes">
      <h3>
        {t().board.outcomes} <span className="dimmed">{fill(t().board.calls, { n: count(total) })}</span>
      </h3>
      {rows.length === 0 && <p className="dimmed">{t().board.noCallYet}</p>}
      <ul>
        {rows.map(({ outcome, number }) => (
          <li key={outcome}>
            <span>{inWords(outcome)}</span>
            <span className="bar" aria-hidden="true">
              <span className={`bar-${outcome}`} style={{ width: `${(number / most) * 100}%` }} />
            </span>
            <b>{count(number)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useHasRole } from '../session/session';
import { request } from '../http';
import type { PageProps } from '../pages';
import { Link } from '../shell/router';
import { count, dateTime, duration, inWords } from '../text/format';
import { RecordingTable } from '../sound/RecordingTable';
import type { Recording } from '../sound/api';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import type { Attempt, Explanation, Lead } from './api';

interface Loaded {
  lead: Lead;
  attempts: Attempt[];
}

const FRONT = 1000;

/** One lead: who it is, why it is not being dialled now, and everything that was tried. */
export default function LeadPage({ params }: PageProps) {
  const id = params['id'] ?? '';
  const loaded = useGet<Loaded>(`/api/leads/${id}`);
  const why = useGet<Explanation>(`/api/leads/${id}/explanation`);
  const mayRaise = useHasRole('supervisor', 'manager');
  const { busy, refusal, run } = useDeed();
  const raise = () =>
    run(async () => {
      await request('POST', `/api/leads/${id}/priority`, { priority: FRONT });
      loaded.reload();
      why.reload();
    });
  return (
    <div className="page">
      <Show loaded={loaded}>
        {({ lead, attempts }) => (
          <>
            <div className="page-head">
              <h1>
                <bdi>{`${lead.firstName} ${lead.lastName}`.trim() || `# ${lead.id}`}</bdi>
              </h1>
              {lead.priority !== 0 && <span className="chip">{fill(t().leads.priority, { n: lead.priority })}</span>}
              <span className="buttons">
                <Link to={`/lists/${lead.listId}`} className="link-button link-button-quiet">
                  {t().leads.toList}
                </Link>
                {mayRaise && lead.state !== 'DONE' && (
                  <Button size="xs" loading={busy} onClick={() => void raise()}>
                    {t().leads.raise}
                  </Button>
                )}
              </span>
            </div>
            <Refusal words={refusal} />
            <Show loaded={why}>{(explanation) => <Why explanation={explanation} again={why.reload} />}</Show>
            <div className="two-columns">
              <Facts lead={lead} />
              <Phones lead={lead} />
            </div>
            <Attempts attempts={attempts} />
            <Recordings leadId={lead.id} />
          </>
        )}
      </Show>
    </div>
  );
}

/** The one rule that holds now, in words, and until when. */
export function Why({ explanation, again }: { explanation: Explanation; again: () => void }) {
  const texts = t().leads;
  const { title, text } = texts.rules[explanation.rule];
  return (
    <section className={`panel verdict verdict-${explanation.rule}`} aria-labelledby="why">
      <h2 id="why">{texts.why}</h2>
      <p className="big">{title}</p>
      <p>
        {fill(text, {
          outcome: explanation.lastOutcome === '' ? t().common.none : inWords(explanation.lastOutcome),
          state: inWords(explanation.campaignState),
          ahead: count(explanation.ahead),
        })}
      </p>
      {explanation.until != null && <p>{fill(texts.until, { when: dateTime(explanation.until) })}</p>}
      <button type="button" className="plain-button" onClick={again}>
        {texts.askAgain}
      </button>
    </section>
  );
}

function Facts({ lead }: { lead: Lead }) {
  const texts = t().leads;
  const rows: [string, string][] = [
    [texts.externalId, lead.externalId],
    [texts.notes, lead.notes],
    ...Object.entries(lead.custom).map(([name, value]): [string, string] => [name, String(value)]),
  ];
  return (
    <section className="panel stack" aria-labelledby="facts">
      <h2 id="facts">{texts.facts}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <bdi>{value === '' ? '–' : value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Phones({ lead }: { lead: Lead }) {
  const texts = t().leads;
  return (
    <section className="panel stack" aria-labelledby="phones">
      <h2 id="phones">{texts.phones}</h2>
      <ul className="rows">
        {lead.phones.map(({ number, kind, zones }) => (
          <li key={number}>
            <b dir="ltr">{number}</b>
            <span className="dimmed">
              <bdi>{kind.replaceAll('_', ' ').toLowerCase()}</bdi>
            </span>
            <span className="dimmed">{zones.length > 2 ? fill(texts.zones, { n: zones.length }) : zones.map(localTime).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A zone with the time it has there. */
function localTime(zone: string): string {
  const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  return fill(t().leads.zone, { zone, time });
}

function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  const texts = t().leads;
  return (
    <section className="panel stack" aria-labelledby="attempts">
      <h2 id="attempts">
        {texts.attempts} <span className="dimmed">{count(attempts.length)}</span>
      </h2>
      {attempts.length === 0 ? (
        <p className="dimmed">{texts.never}</p>
      ) : (
        <div className="wide" tabIndex={0} role="region" aria-labelledby="attempts">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t().common.when}</th>
                <th scope="col">{texts.direction}</th>
                <th scope="col">{texts.number}</th>
                <th scope="col">{texts.outcome}</th>
                <th scope="col">{texts.disposition}</th>
                <th scope="col" className="number">{texts.talk}</th>
                <th scope="col" className="number">{texts.agent}</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map((attempt) => (
                <tr key={attempt.id}>
                  <th scope="row">{dateTime(attempt.startedAt)}</th>
                  <td>{attempt.inbound ? texts.calledIn : texts.dialled}</td>
                  <td dir="ltr" className="phones">
                    {attempt.number}
                  </td>
                  <td>{attempt.outcome ? inWords(attempt.outcome) : texts.underWay}</td>
                  <td>{attempt.disposition ? inWords(attempt.disposition) : ''}</td>
                  <td className="number">{talked(attempt)}</td>
                  <td className="number">{attempt.agentId ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Recordings({ leadId }: { leadId: number }) {
  const recordings = useGet<Recording[]>(`/api/recordings?leadId=${leadId}`);
  return (
    <section className="panel stack" aria-labelledby="recordings">
      <h2 id="recordings">{t().sound.recordings}</h2>
      <Show loaded={recordings}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="dimmed">{t().common.none}</p>
          ) : (
            <div className="wide" tabIndex={0} role="region" aria-labelledby="recordings">
              <RecordingTable recordings={rows} ofOne />
            </div>
          )
        }
      </Show>
    </section>
  );
}

function talked({ connectedAt, endedAt }: Attempt): string {
  return connectedAt && endedAt ? duration(Date.parse(endedAt) - Date.parse(connectedAt)) : '';
}

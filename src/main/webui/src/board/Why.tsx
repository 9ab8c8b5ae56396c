import type { CampaignRow, DecisionRow, ShadowRow } from '../messages';
import { clockTime, count, fixed, inWords, percent } from '../text/format';
import { fill, t } from '../text/language';

/** Why so many calls, and not more: the last decisions with what they rest on. */
export function Why({ row }: { row: CampaignRow }) {
  const title = `why-${row.id}`;
  const last = row.decisions[0];
  return (
    <section className="why" aria-labelledby={title}>
      <h3 id={title}>{t().why.title}</h3>
      {last === undefined ? (
        <p className="why-figures">{t().why.nothing}</p>
      ) : (
        <>
          <p>
            <b>{deeds(last)}</b> {reasonWords(last.reason)}
          </p>
          <p className="why-figures">{figures(last)}</p>
        </>
      )}
      {row.shadow && <Shadow shadow={row.shadow} />}
      {row.decisions.length > 0 && (
        <details>
          <summary>{fill(t().why.lastOf, { name: row.name })}</summary>
          <div className="wide" tabIndex={0} role="region" aria-label={fill(t().why.lastOf, { name: row.name })}>
            <Table decisions={row.decisions} />
          </div>
        </details>
      )}
    </section>
  );
}

/** What was done, as the beginning of a sentence. */
export function deeds(decision: DecisionRow): string {
  const texts = t().why;
  const parts = [];
  if (decision.launched > 0) {
    parts.push(fill(texts.launched, { n: count(decision.launched) }));
  }
  if (decision.released > 0) {
    parts.push(fill(texts.released, { n: count(decision.released) }));
  }
  return parts.length === 0 ? texts.none : `${parts.join(', ')}:`;
}

/** What limited the calls, in the reader's language; words of the engine that are not known here stay. */
function reasonWords(reason: string): string {
  const known: Readonly<Record<string, string>> = t().why.reasons;
  return known[reason] ?? reason;
}

/** The figures behind a decision in words. */
export function figures(decision: DecisionRow): string {
  const texts = t().why;
  const { why } = decision;
  if (why === null) {
    return fill(texts.plain, {
      free: count(decision.free),
      flight: count(decision.inFlight),
      waiting: count(decision.waiting),
    });
  }
  return fill(texts.weighed, {
    seconds: count(Math.round(why.horizonSeconds)),
    free: fixed(why.expectedFree),
    answers: fixed(why.expectedAnswers),
    risk: percent(why.risk),
    allowed: percent(why.allowedRisk),
    price: count(Math.round(why.price)),
    headroom: fixed(Math.max(0, why.headroom)),
  });
}

/** One line that compares the policy beside the live one. */
function Shadow({ shadow }: { shadow: ShadowRow }) {
  const texts = t().why;
  return (
    <p className="why-shadow">
      <b>{fill(texts.shadow, { mode: inWords(shadow.mode) })}</b>{' '}
      {fill(texts.shadowText, {
        calls: count(Math.round(shadow.launchesPerHour)),
        live: count(Math.round(shadow.liveLaunchesPerHour)),
        since: clockTime(shadow.sinceMillis),
        risk: percent(shadow.risk),
        liveRisk: percent(shadow.liveRisk),
        differed: percent(shadow.differedShare),
        reason: reasonWords(shadow.reason),
      })}
    </p>
  );
}

function Table({ decisions }: { decisions: readonly DecisionRow[] }) {
  const { columns } = t().why;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t().board.engineTime}</th>
          <th scope="col">{columns.launched}</th>
          <th scope="col" className="words">
            {columns.why}
          </th>
          <th scope="col">{columns.free}</th>
          <th scope="col">{columns.inFlight}</th>
          <th scope="col">{columns.waiting}</th>
          <th scope="col">{columns.expectedFree}</th>
          <th scope="col">{columns.expectedAnswers}</th>
          <th scope="col">{columns.risk}</th>
          <th scope="col">{columns.allowed}</th>
          <th scope="col">{columns.bears}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <tr key={decision.atMillis}>
            <th scope="row">{clockTime(decision.atMillis)}</th>
            <td>{count(decision.launched)}</td>
            <td className="words">
              {decision.released > 0 && `${fill(t().why.released, { n: count(decision.released) })}; `}
              {reasonWords(decision.reason)}
            </td>
            <td>{count(decision.free)}</td>
            <td>{count(decision.inFlight)}</td>
            <td>{count(decision.waiting)}</td>
            <td>{decision.why ? fixed(decision.why.expectedFree) : '-'}</td>
            <td>{decision.why ? fixed(decision.why.expectedAnswers) : '-'}</td>
            <td>{decision.why ? percent(decision.why.risk) : '-'}</td>
            <td>{decision.why ? percent(decision.why.allowedRisk) : '-'}</td>
            <td>{decision.why ? fixed(decision.why.headroom) : '-'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { CampaignRow, DecisionRow, ShadowRow } from '../messages';
import { clockTime, count, fixed, inWords, percent } from '../text/format';

/** Why so many calls, and not more: the last decisions with what they rest on. */
export function Why({ row }: { row: CampaignRow }) {
  const title = `why-${row.id}`;
  const last = row.decisions[0];
  return (
    <section className="why" aria-labelledby={title}>
      <h3 id={title}>Why these calls now</h3>
      {last === undefined ? (
        <p className="why-figures">Pacing has not decided anything yet.</p>
      ) : (
        <>
          <p>
            <b>{deeds(last)}</b> {last.reason}
          </p>
          <p className="why-figures">{figures(last)}</p>
        </>
      )}
      {row.shadow && <Shadow shadow={row.shadow} />}
      {row.decisions.length > 0 && (
        <details>
          <summary>The last decisions of {row.name}</summary>
          <div className="wide" tabIndex={0} role="region" aria-label={`The last decisions of ${row.name}`}>
            <Table decisions={row.decisions} />
          </div>
        </details>
      )}
    </section>
  );
}

/** What was done, as the beginning of a sentence. */
export function deeds(decision: DecisionRow): string {
  const parts = [];
  if (decision.launched > 0) {
    parts.push(`${count(decision.launched)} launched`);
  }
  if (decision.released > 0) {
    parts.push(`${count(decision.released)} given up while ringing`);
  }
  return parts.length === 0 ? 'None launched:' : `${parts.join(', ')}:`;
}

/** The figures behind a decision in words. */
export function figures(decision: DecisionRow): string {
  const { why } = decision;
  if (why === null) {
    return `${count(decision.free)} agents free, ${count(decision.inFlight)} calls on the way, ${count(decision.waiting)} persons waiting.`;
  }
  const spare = Math.abs(why.expectedSpare);
  const balance =
    why.expectedSpare >= 0
      ? `${fixed(spare)} more agents free than persons who want one`
      : `${fixed(spare)} more persons who want an agent than agents free`;
  return (
    `Expected in ${count(Math.round(why.horizonSeconds))} s: ${balance}. ` +
    `Risk that one more call is abandoned: ${percent(why.risk)}, allowed ${percent(why.allowedRisk)}. ` +
    `An abandoned call weighs as ${count(Math.round(why.price))} connected ones; ` +
    `the bank bears ${fixed(Math.max(0, why.headroom))} more.`
  );
}

/** One line that compares the policy beside the live one. */
function Shadow({ shadow }: { shadow: ShadowRow }) {
  return (
    <p className="why-shadow">
      <b>{inWords(shadow.mode)} computes beside it, without effect:</b> in the live
      policy&apos;s place it would have added {count(Math.round(shadow.launchesPerHour))} calls an hour to those on the
      way (live {count(Math.round(shadow.liveLaunchesPerHour))}; since {clockTime(shadow.sinceMillis)} UTC), at a risk of {percent(shadow.risk)} (live{' '}
      {percent(shadow.liveRisk)}); it differs at {percent(shadow.differedShare)} of the looks. Now: {shadow.reason}.
    </p>
  );
}

function Table({ decisions }: { decisions: readonly DecisionRow[] }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Engine time (UTC)</th>
          <th scope="col">Launched</th>
          <th scope="col" className="words">
            Why
          </th>
          <th scope="col">Free</th>
          <th scope="col">In flight</th>
          <th scope="col">Waiting</th>
          <th scope="col">Spare expected</th>
          <th scope="col">Risk</th>
          <th scope="col">Allowed</th>
          <th scope="col">Bank bears</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <tr key={decision.atMillis}>
            <th scope="row">{clockTime(decision.atMillis)}</th>
            <td>{count(decision.launched)}</td>
            <td className="words">
              {decision.released > 0 && `${count(decision.released)} given up while ringing; `}
              {decision.reason}
            </td>
            <td>{count(decision.free)}</td>
            <td>{count(decision.inFlight)}</td>
            <td>{count(decision.waiting)}</td>
            <td>{decision.why ? fixed(decision.why.expectedSpare) : '-'}</td>
            <td>{decision.why ? percent(decision.why.risk) : '-'}</td>
            <td>{decision.why ? percent(decision.why.allowedRisk) : '-'}</td>
            <td>{decision.why ? fixed(decision.why.headroom) : '-'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useCampaigns, type Campaign } from '../campaigns/api';
import { Abandonment, type Summary } from '../campaigns/OverviewTab';
import { dayWords, valueWords } from '../campaigns/SettingField';
import { Link } from '../shell/router';
import { count, inWords } from '../text/format';
import { fill, t } from '../text/language';
import { Show, useGet } from '../ui/load';

/** The rules of each campaign as the engine keeps them, and how its abandonment stands against the cap. */
export default function CompliancePage() {
  const texts = t().compliance;
  const campaigns = useCampaigns();
  return (
    <div className="page page-wide">
      <h1>{texts.title}</h1>
      <p className="dimmed">{texts.intro}</p>
      <Show loaded={campaigns}>
        {(all) =>
          all.length === 0 ? (
            <p className="panel notice">{t().campaigns.empty}</p>
          ) : (
            <div className="stack">
              {all.map((campaign) => (
                <Rules key={campaign.id} campaign={campaign} />
              ))}
            </div>
          )
        }
      </Show>
    </div>
  );
}

function Rules({ campaign }: { campaign: Campaign }) {
  const texts = t().compliance;
  const summary = useGet<Summary>(`/api/campaigns/${campaign.id}/summary`);
  const ends = campaign.windowTo.startsWith('00:00');
  const rows: [string, string][] = [
    [
      texts.window,
      fill(texts.windowText, {
        days: campaign.windowDays.map(dayWords).join(', '),
        from: campaign.windowFrom.slice(0, 5),
        to: ends ? '24:00' : campaign.windowTo.slice(0, 5),
      }),
    ],
    [texts.attempts, fill(texts.attemptsText, { day: count(campaign.attemptsPerDay), all: count(campaign.attemptsLifetime) })],
    [texts.ringing, valueWords('ringTimeoutMillis', campaign.ringTimeoutMillis)],
    [texts.answer, fill(texts.answerText, { time: valueWords('answerBudgetMillis', campaign.answerBudgetMillis), then: valueWords('overflow', campaign.overflow) })],
    [texts.callerId, campaign.callerId === '' ? texts.trunkCallerId : campaign.callerId],
  ];
  return (
    <section className="panel rules" aria-labelledby={`rules-${campaign.id}`}>
      <div className="stack">
        <div className="page-head">
          <h2 id={`rules-${campaign.id}`}>{campaign.name}</h2>
          <span className={`chip chip-${campaign.state.toUpperCase()}`}>{inWords(campaign.state)}</span>
          <Link to={`/campaigns/${campaign.id}/history`}>{texts.history}</Link>
        </div>
        <dl className="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Show loaded={summary}>
        {(results) => (
          <div className="stack">
            <Abandonment title={t().campaigns.overview.today} {...results.today} cap={results.abandonmentCap} />
            <Abandonment
              title={fill(texts.period, { period: valueWords('measuringPeriod', campaign.measuringPeriod) })}
              liveAnswers={results.liveAnswers}
              abandoned={results.abandoned}
              cap={results.abandonmentCap}
            />
          </div>
        )}
      </Show>
    </section>
  );
}

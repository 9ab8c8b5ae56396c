import { CampaignCard } from '../board/CampaignCard';
import { useFloor } from '../board/stream';
import { capState, capWords } from '../board/words';
import { request } from '../http';
import { useDoubt, useHasRole } from '../session/session';
import { go } from '../shell/router';
import { count, inWords, percent } from '../text/format';
import { fill, t } from '../text/language';
import { Bars } from '../ui/Bars';
import { Confirm } from '../ui/Confirm';
import { Show, useGet } from '../ui/load';
import type { Campaign } from './api';

/** Results of a campaign, counted by the engine from its attempts and leads. */
export interface Summary {
  byOutcome: Record<string, number>;
  inFlight: number;
  liveAnswers: number;
  abandoned: number;
  abandonmentRate: number;
  abandonmentCap: number;
  today: { liveAnswers: number; abandoned: number };
  leadsByState: Record<string, number>;
}

/** What the campaign does now, and what came of it so far. */
export function OverviewTab({ campaign }: { campaign: Campaign }) {
  const texts = t().campaigns.overview;
  const summary = useGet<Summary>(`/api/campaigns/${campaign.id}/summary`);
  const { floor } = useFloor(useDoubt());
  const row = floor?.campaigns.find(({ id }) => id === campaign.id);
  const mayDelete = useHasRole('manager') && campaign.startedAt == null;
  return (
    <div className="stack">
      {row ? <CampaignCard row={row} bare /> : <p className="panel dimmed">{texts.notOnFloor}</p>}
      <Show loaded={summary}>{(results) => <Results results={results} />}</Show>
      {mayDelete && (
        <div>
          <Confirm
            words={t().common.delete}
            question={fill(texts.deleteQuestion, { name: campaign.name })}
            deed={async () => {
              await request<void>('DELETE', `/api/campaigns/${campaign.id}`);
              go('/campaigns');
            }}
          />
        </div>
      )}
    </div>
  );
}

function Results({ results }: { results: Summary }) {
  const texts = t().campaigns.overview;
  const outcomes = Object.entries(results.byOutcome).sort(([, a], [, b]) => b - a);
  const leads = Object.entries(results.leadsByState);
  const sum = (rows: [string, number][]) => rows.reduce((all, [, number]) => all + number, 0);
  const states: Readonly<Record<string, string>> = texts.leadStates;
  return (
    <div className="two-columns">
      <section className="panel stack" aria-labelledby="results">
        <h2 id="results">{texts.results}</h2>
        <div className="two-columns">
          <Abandonment title={texts.today} {...results.today} cap={results.abandonmentCap} />
          <Abandonment title={texts.inPeriod} liveAnswers={results.liveAnswers} abandoned={results.abandoned} cap={results.abandonmentCap} />
        </div>
        <h3>{texts.leads}</h3>
        <Bars whole={sum(leads)} bars={leads.map(([state, value]) => ({ key: state, label: states[state] ?? state, value }))} />
      </section>
      <section className="panel stack" aria-labelledby="by-outcome">
        <h2 id="by-outcome">{texts.outcomes}</h2>
        {outcomes.length === 0 && <p className="dimmed">{texts.noCalls}</p>}
        <Bars whole={sum(outcomes)} bars={outcomes.map(([outcome, value]) => ({ key: outcome, label: inWords(outcome), value }))} />
      </section>
    </div>
  );
}

interface AbandonmentProps {
  title: string;
  liveAnswers: number;
  abandoned: number;
  cap: number;
}

/** Abandoned calls of live answers against the cap, in numbers and words. */
export function Abandonment({ title, liveAnswers, abandoned, cap }: AbandonmentProps) {
  const texts = t().campaigns;
  const state = capState(liveAnswers, abandoned, cap);
  return (
    <div>
      <h3>{title}</h3>
      <p className={`big rate rate-${state}`}>
        {fill(texts.ofCap, { rate: percent(liveAnswers === 0 ? 0 : abandoned / liveAnswers), cap: percent(cap) })}
      </p>
      <p className="dimmed">
        {texts.overview.abandoned} {count(abandoned)}, {texts.overview.liveAnswers} {count(liveAnswers)}: {capWords(state)}
      </p>
    </div>
  );
}

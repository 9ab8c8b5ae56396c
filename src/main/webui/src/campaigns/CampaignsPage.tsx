import { useDoubt, useHasRole } from '../session/session';
import { useFloor } from '../board/stream';
import { capState } from '../board/words';
import type { CampaignRow, CampaignState } from '../messages';
import { Link } from '../shell/router';
import { count, inWords, percent } from '../text/format';
import { fill, t } from '../text/language';
import { Show } from '../ui/load';
import { useCampaigns, type Campaign } from './api';
import { CampaignButtons } from './CampaignButtons';

/** All campaigns with what they do now. */
export default function CampaignsPage() {
  const texts = t().campaigns;
  const campaigns = useCampaigns();
  const { floor } = useFloor(useDoubt());
  const mayCreate = useHasRole('manager');
  const live = new Map(floor?.campaigns.map((row) => [row.id, row]));
  return (
    <div className="page page-wide">
      <div className="page-head">
        <h1>{texts.title}</h1>
        {mayCreate && (
          <span className="buttons">
            <Link to="/campaigns/new" className="link-button">
              {texts.create}
            </Link>
          </span>
        )}
      </div>
      <Show loaded={campaigns}>
        {(all) =>
          all.length === 0 ? (
            <p className="panel notice">{texts.empty}</p>
          ) : (
            <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
              <Table campaigns={all} live={live} />
            </div>
          )
        }
      </Show>
    </div>
  );
}

function Table({ campaigns, live }: { campaigns: readonly Campaign[]; live: ReadonlyMap<number, CampaignRow> }) {
  const { columns } = t().campaigns;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.mode}</th>
          <th scope="col" className="number">{columns.agents}</th>
          <th scope="col" className="number">{columns.inFlight}</th>
          <th scope="col" className="number">{columns.connected}</th>
          <th scope="col" className="number">{columns.answers}</th>
          <th scope="col" className="number">{columns.abandoned}</th>
          <th scope="col">{t().common.actions}</th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <Row key={campaign.id} campaign={campaign} row={live.get(campaign.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ campaign, row }: { campaign: Campaign; row: CampaignRow | undefined }) {
  const state = row?.state ?? (campaign.state.toUpperCase() as CampaignState);
  const number = (value: number | undefined) => <td className="number">{value === undefined ? '–' : count(value)}</td>;
  return (
    <tr>
      <th scope="row">
        <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>
      </th>
      <td>
        <span className={`chip chip-${state}`}>{inWords(state)}</span>
      </td>
      <td>{inWords(campaign.mode)}</td>
      {number(row?.free)}
      {number(row?.inFlight)}
      {number(row?.connected)}
      {number(row?.liveAnswers)}
      <td className="number">{row === undefined ? '–' : <Abandoned row={row} />}</td>
      <td>
        <CampaignButtons id={campaign.id} name={campaign.name} state={state} />
      </td>
    </tr>
  );
}

function Abandoned({ row }: { row: CampaignRow }) {
  const state = capState(row.liveAnswers, row.abandoned, row.abandonmentCap);
  const rate = row.liveAnswers === 0 ? 0 : row.abandoned / row.liveAnswers;
  return (
    <span className={`rate rate-${state}`}>
      {fill(t().campaigns.ofCap, { rate: percent(rate), cap: percent(row.abandonmentCap) })}
    </span>
  );
}

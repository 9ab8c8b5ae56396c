import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useCampaigns } from '../campaigns/api';
import { useHasRole } from '../session/session';
import { Link } from '../shell/router';
import { t } from '../text/language';
import { Show } from '../ui/load';
import { useLists } from './api';
import { ListTable } from './ListTable';
import { NewList } from './NewList';

/** All lists with how far they are. */
export default function ListsPage() {
  const texts = t().lists;
  const campaigns = useCampaigns();
  const [campaignId, setCampaignId] = useState(0);
  const lists = useLists(campaignId);
  const mayChange = useHasRole('manager');
  const names = new Map(campaigns.value?.map(({ id, name }) => [id, name]));
  return (
    <div className="page page-wide">
      <div className="page-head">
        <h1>{texts.title}</h1>
        <NativeSelect
          size="xs"
          aria-label={t().common.campaign}
          value={String(campaignId)}
          onChange={(event) => setCampaignId(Number(event.currentTarget.value))}
          data={[{ value: '0', label: t().common.allCampaigns }, ...[...names].map(([id, name]) => ({ value: String(id), label: name }))]}
        />
        {mayChange && (
          <span className="buttons">
            {campaignId !== 0 && <NewList campaignId={campaignId} onMade={lists.reload} />}
            <Link to="/upload" className="link-button">
              {t().campaigns.mix.upload}
            </Link>
          </span>
        )}
      </div>
      <Show loaded={lists}>
        {(rows) =>
          rows.length === 0 ? <p className="panel notice">{texts.none}</p> : <ListTable rows={rows} campaigns={names} onChanged={lists.reload} />
        }
      </Show>
    </div>
  );
}

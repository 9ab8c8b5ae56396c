import type { PageProps } from '../pages';
import { useHasRole } from '../session/session';
import { t } from '../text/language';
import { inWords } from '../text/format';
import { Show, useGet } from '../ui/load';
import { Tabs } from '../ui/Tabs';
import { AgentsTab } from './AgentsTab';
import type { Campaign } from './api';
import { CampaignButtons } from './CampaignButtons';
import { FilterTab } from './filter/FilterTab';
import { HistoryTab } from './HistoryTab';
import { ListsTab } from './ListsTab';
import { NumbersTab } from './NumbersTab';
import { OverviewTab } from './OverviewTab';
import { SchedulesTab } from './SchedulesTab';
import { SettingsTab } from './SettingsTab';
import type { CampaignState } from '../messages';

type Tab = 'overview' | 'settings' | 'lists' | 'filter' | 'numbers' | 'agents' | 'schedules' | 'history';

/** One campaign, in parts. */
export default function CampaignPage({ params }: PageProps) {
  const loaded = useGet<Campaign>(`/api/campaigns/${params['id'] ?? ''}`);
  const commands = useHasRole('supervisor', 'manager');
  const keepsRecords = useHasRole('manager', 'compliance');
  const looks = useHasRole('supervisor', 'manager', 'compliance');
  const inbound = loaded.value?.mode === 'inbound';
  const shown: Tab[] = [
    ...(looks ? (['overview'] as const) : []),
    'settings',
    ...(looks ? (inbound ? (['numbers', 'lists'] as const) : (['lists', 'filter'] as const)) : []),
    ...(commands ? (['agents', 'schedules'] as const) : []),
    ...(keepsRecords ? (['history'] as const) : []),
  ];
  const tab = shown.find((each) => each === params['tab']) ?? shown[0] ?? 'settings';
  return (
    <div className="page">
      <Show loaded={loaded}>
        {(campaign) => (
          <>
            <div className="page-head">
              <h1>{campaign.name}</h1>
              <span className={`chip chip-${campaign.state.toUpperCase()}`}>{inWords(campaign.state)}</span>
              <CampaignButtons
                id={campaign.id}
                name={campaign.name}
                state={campaign.state.toUpperCase() as CampaignState}
                onDone={loaded.reload}
              />
            </div>
            <Tabs
              label={t().common.parts}
              tabs={shown.map((each) => ({
                to: each === 'overview' ? `/campaigns/${campaign.id}` : `/campaigns/${campaign.id}/${each}`,
                name: t().campaigns.tabs[each],
                current: each === tab,
              }))}
            />
            <Part tab={tab} campaign={campaign} onChanged={loaded.set} />
          </>
        )}
      </Show>
    </div>
  );
}

function Part({ tab, campaign, onChanged }: { tab: Tab; campaign: Campaign; onChanged: (campaign: Campaign) => void }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab campaign={campaign} />;
    case 'settings':
      return <SettingsTab campaign={campaign} onChanged={onChanged} />;
    case 'lists':
      return <ListsTab id={campaign.id} />;
    case 'filter':
      return <FilterTab id={campaign.id} />;
    case 'numbers':
      return <NumbersTab id={campaign.id} />;
    case 'agents':
      return <AgentsTab id={campaign.id} />;
    case 'schedules':
      return <SchedulesTab id={campaign.id} />;
    case 'history':
      return <HistoryTab id={campaign.id} />;
  }
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { CampaignChoice } from '../campaigns/CampaignChoice';
import { useCampaigns } from '../campaigns/api';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { t } from '../text/language';
import { Refusal, useDeed, useGet } from '../ui/load';
import { RecordingTable } from './RecordingTable';
import type { Recording } from './api';
import { PAGE, query, type Wanted } from './query';

const ALL: Wanted = { campaignId: '0', agentId: '0', from: '', to: '' };

/** Finds recordings of talks and plays them. */
export default function RecordingsPage() {
  const texts = t().sound;
  const campaigns = useCampaigns();
  const seesAgents = useHasRole('supervisor', 'manager');
  const agents = useGet<{ id: number; displayName: string }[]>(seesAgents ? '/api/agents' : '');
  const [wanted, setWanted] = useState(ALL);
  const [shown, setShown] = useState<Recording[]>();
  const [more, setMore] = useState(false);
  const { busy, refusal, run } = useDeed();
  const put = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }));
  const search = (what: Wanted, before: readonly Recording[]) =>
    run(async () => {
      const page = await request<Recording[]>('GET', `/api/recordings?${query(what, before.at(-1)?.id ?? 0)}`);
      setShown([...before, ...page]);
      setMore(page.length === PAGE);
    });
  const first = useCallback(() => void search(ALL, []), []);
  useEffect(first, [first]);

  return (
    <div className="page page-wide">
      <h1>{texts.recordings}</h1>
      <p className="dimmed">{texts.intro}</p>
      <form
        className="panel audit-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search(wanted, []);
        }}
      >
        <CampaignChoice campaigns={campaigns.value} value={wanted.campaignId} onChange={(campaignId) => put({ campaignId })} />
        {seesAgents && (
          <NativeSelect
            label={texts.agent}
            value={wanted.agentId}
            data={[
              { value: '0', label: texts.allAgents },
              ...(agents.value?.map(({ id, displayName }) => ({ value: String(id), label: displayName })) ?? []),
            ]}
            onChange={(event) => put({ agentId: event.currentTarget.value })}
          />
        )}
        <TextInput type="datetime-local" label={t().audit.from} value={wanted.from} onChange={(event) => put({ from: event.currentTarget.value })} />
        <TextInput type="datetime-local" label={t().audit.to} value={wanted.to} onChange={(event) => put({ to: event.currentTarget.value })} />
        <Button type="submit" loading={busy}>
          {t().common.search}
        </Button>
      </form>
      <Refusal words={refusal || campaigns.failure || agents.failure} />
      <div role="status">{shown?.length === 0 && <p className="panel notice">{texts.none}</p>}</div>
      {shown !== undefined && shown.length > 0 && (
        <div className="panel wide" tabIndex={0} role="region" aria-label={texts.recordings}>
          <RecordingTable recordings={shown} />
        </div>
      )}
      {more && (
        <div className="buttons">
          <Button variant="default" loading={busy} onClick={() => void search(wanted, shown ?? [])}>
            {t().common.more}
          </Button>
        </div>
      )}
    </div>
  );
}

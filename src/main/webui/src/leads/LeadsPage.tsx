import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CampaignChoice } from '../campaigns/CampaignChoice';
import { useCampaigns } from '../campaigns/api';
import { request } from '../http';
import { Link } from '../shell/router';
import { count, inWords } from '../text/format';
import { t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import type { Lead } from './api';

interface Found {
  leads: Lead[];
  next?: number | null;
}

type Way = 'number' | 'name' | 'externalId';

/** Finds leads. What is looked for stands in no address and is forgotten with the page. */
export default function LeadsPage() {
  const texts = t().leads;
  const campaigns = useCampaigns();
  const [campaignId, setCampaignId] = useState('0');
  const [way, setWay] = useState<Way>('number');
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<Found>();
  const { busy, refusal, run } = useDeed();

  const search = (after: number, before: readonly Lead[]) =>
    run(async () => {
      const page = await request<Found>('POST', '/api/leads/search', {
        campaignId: Number(campaignId),
        [way]: wanted.trim(),
        after,
      });
      setFound({ leads: [...before, ...page.leads], next: page.next ?? null });
    });

  return (
    <div className="page page-wide">
      <h1>{texts.title}</h1>
      <form
        className="panel search-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search(0, []);
        }}
      >
        <NativeSelect
          label={texts.by}
          value={way}
          data={(['number', 'name', 'externalId'] as const).map((value) => ({ value, label: texts.ways[value] }))}
          onChange={(event) => setWay(event.currentTarget.value as Way)}
        />
        <TextInput
          type="search"
          label={texts.wanted}
          maxLength={100}
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <CampaignChoice campaigns={campaigns.value} value={campaignId} onChange={setCampaignId} />
        <Button type="submit" loading={busy}>
          {t().common.search}
        </Button>
      </form>
      <Refusal words={refusal || campaigns.failure} />
      <div role="status">{found?.leads.length === 0 && <p className="panel notice">{t().common.nothingFound}</p>}</div>
      {found !== undefined && found.leads.length > 0 && (
        <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
          <Table leads={found.leads} campaigns={new Map(campaigns.value?.map(({ id, name }) => [id, name]))} />
        </div>
      )}
      {found?.next != null && (
        <div className="buttons">
          <Button variant="default" loading={busy} onClick={() => void search(found.next ?? 0, found.leads)}>
            {t().common.more}
          </Button>
        </div>
      )}
    </div>
  );
}

function Table({ leads, campaigns }: { leads: readonly Lead[]; campaigns: ReadonlyMap<number, string> }) {
  const texts = t().leads;
  const states: Readonly<Record<string, string>> = t().campaigns.overview.leadStates;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t().common.name}</th>
          <th scope="col">{texts.phones}</th>
          <th scope="col">{texts.externalId}</th>
          <th scope="col">{t().common.campaign}</th>
          <th scope="col">{t().common.state}</th>
          <th scope="col" className="number">{texts.attempts}</th>
          <th scope="col">{texts.lastOutcome}</th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <tr key={lead.id}>
            <th scope="row">
              <Link to={`/leads/${lead.id}`}>
                <bdi>{`${lead.firstName} ${lead.lastName}`.trim() || `# ${lead.id}`}</bdi>
              </Link>
            </th>
            <td dir="ltr" className="phones">
              {lead.phones.map(({ number }) => number).join(', ')}
            </td>
            <td>
              <bdi>{lead.externalId}</bdi>
            </td>
            <td>{campaigns.get(lead.campaignId)}</td>
            <td>{states[lead.state] ?? lead.state}</td>
            <td className="number">{count(lead.attempts)}</td>
            <td>{lead.lastOutcome ? inWords(lead.lastOutcome) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { useCampaigns } from '../campaigns/api';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { Dialog } from '../shell/Dialog';
import { dateTime } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import { DncUpload } from './DncUpload';

interface Entry {
  id: number;
  campaignId?: number | null;
  number: string;
  reason: string;
  addedBy: string;
  addedAt: string;
}

const PAGE = 50;

/** The do-not-call list: look up, add, upload, take off with a reason. */
export default function DncPage() {
  const texts = t().dnc;
  const campaigns = useCampaigns();
  const mayUpload = useHasRole('manager', 'compliance');
  const [wanted, setWanted] = useState('');
  const [entries, setEntries] = useState<Entry[]>();
  const [more, setMore] = useState(false);
  const { busy, refusal, run } = useDeed();
  const names = new Map(campaigns.value?.map(({ id, name }) => [id, name]));

  const search = async (number: string, after: number, before: readonly Entry[]) =>
    run(async () => {
      const found = await request<Entry[]>('POST', '/api/dnc/search', { number, after, limit: PAGE });
      setEntries([...before, ...found]);
      setMore(found.length === PAGE);
    });
  const again = useCallback(() => void search('', 0, []), []);
  useEffect(again, [again]);

  return (
    <div className="page">
      <div className="page-head">
        <h1>{texts.title}</h1>
        <span className="buttons">
          {mayUpload && <DncUpload campaigns={names} onDone={again} />}
          <AddNumber campaigns={names} onAdded={again} />
        </span>
      </div>
      <p className="dimmed">{texts.intro}</p>
      <form
        className="panel search-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search(wanted.trim(), 0, []);
        }}
      >
        <span className="dimmed">{texts.searchHelp}</span>
        <TextInput
          type="search"
          label={texts.number}
          maxLength={40}
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {t().common.search}
        </Button>
      </form>
      <Refusal words={refusal || campaigns.failure} />
      <div role="status">{entries?.length === 0 && <p className="panel notice">{texts.nothing}</p>}</div>
      {entries !== undefined && entries.length > 0 && (
        <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
          <Entries entries={entries} campaigns={names} onRemoved={(id) => setEntries(entries.filter((entry) => entry.id !== id))} />
        </div>
      )}
      {more && (
        <div className="buttons">
          <Button
            variant="default"
            loading={busy}
            onClick={() => void search(wanted.trim(), entries?.at(-1)?.id ?? 0, entries ?? [])}
          >
            {t().common.more}
          </Button>
        </div>
      )}
    </div>
  );
}

interface EntriesProps {
  entries: readonly Entry[];
  campaigns: ReadonlyMap<number, string>;
  onRemoved: (id: number) => void;
}

function Entries({ entries, campaigns, onRemoved }: EntriesProps) {
  const texts = t().dnc;
  const mayRemove = useHasRole('compliance');
  const [removing, setRemoving] = useState<Entry>();
  const [reason, setReason] = useState('');
  const { busy, refusal, run } = useDeed();
  const remove = async (event: FormEvent) => {
    event.preventDefault();
    const { id } = removing as Entry;
    const done = await run(async () => {
      await request<void>('DELETE', `/api/dnc/${id}?reason=${encodeURIComponent(reason)}`);
    });
    if (done) {
      setRemoving(undefined);
      setReason('');
      onRemoved(id);
    }
  };
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.scope}</th>
            <th scope="col">{t().common.reason}</th>
            <th scope="col">{t().common.who}</th>
            <th scope="col">{t().common.when}</th>
            {mayRemove && <th scope="col">{t().common.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row" dir="ltr" className="phones">
                {entry.number}
              </th>
              <td>{entry.campaignId == null ? texts.everywhere : (campaigns.get(entry.campaignId) ?? `# ${entry.campaignId}`)}</td>
              <td>
                <bdi>{entry.reason}</bdi>
              </td>
              <td>{entry.addedBy}</td>
              <td>{dateTime(entry.addedAt)}</td>
              {mayRemove && (
                <td>
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={fill(texts.removeNumber, { number: entry.number })}
                    onClick={() => setRemoving(entry)}
                  >
                    {t().common.remove}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog
        title={fill(texts.removeNumber, { number: removing?.number ?? '' })}
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
      >
        <form className="stack" onSubmit={(event) => void remove(event)}>
          <p>{texts.removeHelp}</p>
          <TextInput
            label={t().common.reason}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Refusal words={refusal} />
          <div className="buttons">
            <Button type="submit" className="danger" loading={busy}>
              {t().common.remove}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

function AddNumber({ campaigns, onAdded }: { campaigns: ReadonlyMap<number, string>; onAdded: () => void }) {
  const texts = t().dnc;
  const [open, setOpen] = useState(false);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [campaignId, setCampaignId] = useState('');
  const { busy, refusal, fields, run } = useDeed();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      await request('POST', '/api/dnc', { number, reason, ...(campaignId !== '' && { campaignId: Number(campaignId) }) });
    });
    if (done) {
      setOpen(false);
      setNumber('');
      onAdded();
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.add}</Button>
      <Dialog title={texts.add} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={(event) => void add(event)}>
          <TextInput
            label={texts.number}
            description={texts.numberHelp}
            required
            maxLength={40}
            autoComplete="off"
            value={number}
            error={fields['number']}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Scope campaigns={campaigns} value={campaignId} onChange={setCampaignId} />
          <TextInput
            label={t().common.reason}
            required
            maxLength={500}
            value={reason}
            error={fields['reason']}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Refusal words={refusal} />
          <div className="buttons">
            <Button type="submit" loading={busy}>
              {texts.add}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

interface ScopeProps {
  campaigns: ReadonlyMap<number, string>;
  value: string;
  onChange: (campaignId: string) => void;
}

/** For whom an entry holds: everybody or one campaign. */
export function Scope({ campaigns, value, onChange }: ScopeProps) {
  return (
    <NativeSelect
      label={t().dnc.scope}
      value={value}
      data={[{ value: '', label: t().dnc.everywhere }, ...[...campaigns].map(([id, name]) => ({ value: String(id), label: name }))]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

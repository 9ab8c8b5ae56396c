import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { messageOf, request } from '../http';
import type { CampaignView, ImportView, ListView } from '../messages';
import { FileDrop } from './FileDrop';
import { ImportProgress } from './ImportProgress';

const NEW_LIST = 'new';

/** Campaign, list, file: three steps on one page. */
export default function UploadPage() {
  const [campaigns, setCampaigns] = useState<CampaignView[]>([]);
  const [campaignId, setCampaignId] = useState('');
  const [lists, setLists] = useState<ListView[]>([]);
  const [listId, setListId] = useState('');
  const [listName, setListName] = useState('');
  const [file, setFile] = useState<File>();
  const [running, setRunning] = useState<ImportView>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  useEffect(() => {
    request<CampaignView[]>('GET', '/api/campaigns')
      .then((found) => {
        setCampaigns(found);
        setCampaignId(String(found[0]?.id ?? ''));
      })
      .catch((error: unknown) => setRefusal(messageOf(error)));
  }, []);

  useEffect(() => {
    if (campaignId === '') {
      return;
    }
    let current = true;
    request<ListView[]>('GET', `/api/lists?campaignId=${campaignId}`)
      .then((found) => {
        if (current) {
          setLists(found);
          setListId(String(found[0]?.id ?? NEW_LIST));
        }
      })
      .catch((error: unknown) => setRefusal(messageOf(error)));
    return () => {
      current = false;
    };
  }, [campaignId]);

  const upload = async () => {
    if (file === undefined) {
      return;
    }
    setBusy(true);
    setRefusal('');
    setRunning(undefined);
    try {
      const list = listId === NEW_LIST ? await createList() : listId;
      const form = new FormData();
      form.append('file', file);
      setRunning(await request<ImportView>('POST', `/api/lists/${list}/imports`, form));
    } catch (error) {
      setRefusal(messageOf(error));
    } finally {
      setBusy(false);
    }
  };

  const createList = async () => {
    const created = await request<ListView>('POST', '/api/lists', {
      campaignId: Number(campaignId),
      name: listName.trim(),
      customFields: [],
      priority: 0,
    });
    setLists((before) => [...before, created]);
    setListId(String(created.id));
    setListName('');
    return String(created.id);
  };

  const complete = campaignId !== '' && file !== undefined && (listId !== NEW_LIST || listName.trim() !== '');
  return (
    <div className="upload">
      <h1>Upload leads</h1>
      <section className="panel">
        <div className="upload-row">
          <NativeSelect
            label="Campaign"
            data={campaigns.map((campaign) => ({ value: String(campaign.id), label: campaign.name }))}
            value={campaignId}
            onChange={(event) => setCampaignId(event.currentTarget.value)}
          />
          <NativeSelect
            label="List"
            data={[
              ...lists.map((list) => ({ value: String(list.id), label: list.name })),
              { value: NEW_LIST, label: 'A new list' },
            ]}
            value={listId}
            onChange={(event) => setListId(event.currentTarget.value)}
          />
          {listId === NEW_LIST && (
            <TextInput
              label="Name of the new list"
              maxLength={100}
              value={listName}
              onChange={(event) => setListName(event.currentTarget.value)}
            />
          )}
        </div>
        <FileDrop file={file} onFile={setFile} />
        <p className="dimmed">
          The first line names the columns. At least one holds telephone numbers, for example <code>phone</code> or{' '}
          <code>mobile</code>; <code>first_name</code>, <code>last_name</code>, <code>external_id</code>,{' '}
          <code>notes</code> and <code>time_zone</code> are found by name. All good rows come in at once, or nothing does.
        </p>
        {refusal !== '' && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        <Button onClick={() => void upload()} disabled={!complete} loading={busy}>
          Upload
        </Button>
      </section>
      {running !== undefined && <ImportProgress key={running.id} begun={running} />}
    </div>
  );
}

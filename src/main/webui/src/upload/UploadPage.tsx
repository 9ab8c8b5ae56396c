import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCampaigns } from '../campaigns/api';
import { request } from '../http';
import type { List } from '../lists/api';
import type { ImportView } from '../messages';
import type { PageProps } from '../pages';
import { Link } from '../shell/router';
import { t } from '../text/language';
import { Refusal, useDeed, useGet } from '../ui/load';
import { Columns } from './Columns';
import { FileDrop } from './FileDrop';
import { ImportProgress } from './ImportProgress';
import type { Mapping, Preview } from './mapping';

const NEW_LIST = 'new';

/** File, columns, progress: one step after the other, on one page. */
export default function UploadPage({ params }: PageProps) {
  const texts = t().upload;
  const campaigns = useCampaigns();
  const lists = useGet<List[]>('/api/lists');
  const [campaignId, setCampaignId] = useState('');
  const [listId, setListId] = useState(params['id'] ?? '');
  const [listName, setListName] = useState('');
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<Preview>();
  const [mapping, setMapping] = useState<Mapping>();
  const [running, setRunning] = useState<ImportView>();
  const { busy, refusal, run } = useDeed();

  const given = lists.value?.find(({ id }) => String(id) === params['id']);
  const campaign = campaignId || String(given?.campaignId ?? campaigns.value?.[0]?.id ?? '');
  const offered = lists.value?.filter((list) => String(list.campaignId) === campaign) ?? [];
  const list = offered.some(({ id }) => String(id) === listId) || listId === NEW_LIST ? listId : String(offered[0]?.id ?? NEW_LIST);
  const chosen = offered.find(({ id }) => String(id) === list);

  // What was found in one file for one list says nothing about another.
  useEffect(() => setPreview(undefined), [file, list]);

  const look = () =>
    run(async () => {
      const form = new FormData();
      form.append('file', file as File);
      if (chosen !== undefined) {
        form.append('listId', String(chosen.id));
      }
      const found = await request<Preview>('POST', '/api/imports/preview', form);
      setPreview(found);
      setMapping(found.mapping);
    });
  const upload = () =>
    run(async () => {
      const target = chosen?.id ?? (await createList());
      const form = new FormData();
      form.append('file', file as File);
      form.append('mapping', JSON.stringify(mapping));
      form.append('delimiter', preview?.delimiter ?? '');
      setRunning(await request<ImportView>('POST', `/api/lists/${target}/imports`, form));
    });
  const createList = async () => {
    const created = await request<List>('POST', '/api/lists', {
      campaignId: Number(campaign),
      name: listName.trim(),
      customFields: [],
      priority: 0,
    });
    lists.set([...(lists.value ?? []), created]);
    setListId(String(created.id));
    setListName('');
    return created.id;
  };
  const again = () => {
    setRunning(undefined);
    setFile(undefined);
  };

  if (running !== undefined) {
    return (
      <div className="upload">
        <h1>{texts.title}</h1>
        <ImportProgress key={running.id} begun={running} />
        <div className="buttons">
          <Link to={`/lists/${running.listId}`} className="link-button">
            {texts.toList}
          </Link>
          <Button variant="default" onClick={again}>
            {texts.another}
          </Button>
        </div>
      </div>
    );
  }
  const complete = campaign !== '' && file !== undefined && (list !== NEW_LIST || listName.trim() !== '');
  return (
    <div className="upload">
      <h1>{texts.title}</h1>
      <section className="panel" aria-label={texts.steps.file}>
        <div className="upload-row">
          <NativeSelect
            label={t().common.campaign}
            data={campaigns.value?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
            value={campaign}
            onChange={(event) => setCampaignId(event.currentTarget.value)}
          />
          <NativeSelect
            label={t().common.list}
            data={[...offered.map(({ id, name }) => ({ value: String(id), label: name })), { value: NEW_LIST, label: texts.newList }]}
            value={list}
            onChange={(event) => setListId(event.currentTarget.value)}
          />
          {list === NEW_LIST && (
            <TextInput
              label={texts.newListName}
              maxLength={100}
              value={listName}
              onChange={(event) => setListName(event.currentTarget.value)}
            />
          )}
        </div>
        <FileDrop file={file} onFile={setFile} kind="leads" />
        <p className="dimmed">{texts.help}</p>
        <Refusal words={refusal || campaigns.failure || lists.failure} />
        {preview === undefined && (
          <Button onClick={() => void look()} disabled={!complete} loading={busy}>
            {texts.look}
          </Button>
        )}
      </section>
      {preview !== undefined && mapping !== undefined && (
        <Columns
          preview={preview}
          mapping={mapping}
          fields={chosen?.customFields ?? []}
          change={setMapping}
          busy={busy}
          begin={() => void upload()}
          mayBegin={complete}
        />
      )}
    </div>
  );
}

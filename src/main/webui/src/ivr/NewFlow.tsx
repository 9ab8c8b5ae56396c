import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useCampaigns } from '../campaigns/api';
import { language, t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import { FileDrop } from '../upload/FileDrop';
import { createFlow, type FlowView } from './api';
import { begun, TEMPLATES, type Template } from './templates';

type Origin = Template | 'file';

/** A new flow: from a template, or from a file. */
export function NewFlow({ onMade }: { onMade: (flow: FlowView) => void }) {
  const texts = t().ivr.forms;
  const campaigns = useCampaigns();
  const [name, setName] = useState('');
  const [origin, setOrigin] = useState<Origin>('menu');
  const [file, setFile] = useState<File>();
  const { busy, refusal, fields, run } = useDeed();
  const queue = campaigns.value?.find(({ mode }) => mode === 'inbound')?.name ?? '';
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setName((before) => before || (chosen?.name.replace(/\.json$/i, '') ?? ''));
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    await run(async () => onMade(await createFlow(name, origin === 'file' ? await read(file) : begun(origin, language().code, queue))));
  };
  const places = Object.entries(fields).filter(([place]) => place !== 'name');
  return (
    <form className="stack" onSubmit={(event) => void make(event)}>
      <TextInput label={t().common.name} required maxLength={100} value={name} error={fields['name']} onChange={(event) => setName(event.currentTarget.value)} />
      <NativeSelect
        label={texts.begin}
        value={origin}
        data={[...TEMPLATES, 'file' as const].map((value) => ({ value, label: texts[value] }))}
        onChange={(event) => setOrigin(event.currentTarget.value as Origin)}
      />
      {origin === 'file' && <FileDrop file={file} onFile={choose} kind="flows" />}
      {places.length > 0 ? (
        <div role="alert">
          <ul className="ivr-places">
            {places.map(([place, words]) => (
              <li key={place}>
                <code dir="ltr">{place}</code> <bdi>{words}</bdi>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <Refusal words={fields['name'] === undefined ? refusal : ''} />
      )}
      <div className="buttons">
        <Button type="submit" loading={busy} disabled={name.trim() === '' || (origin === 'file' && file === undefined)}>
          {t().ivr.create}
        </Button>
      </div>
    </form>
  );
}

async function read(file: File | undefined): Promise<unknown> {
  try {
    return JSON.parse((await file?.text()) ?? '');
  } catch {
    throw new Error(t().ivr.forms.noJson);
  }
}

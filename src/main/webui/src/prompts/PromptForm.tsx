import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { request } from '../http';
import { duration } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import { useNow } from '../ui/useNow';
import { FileDrop } from '../upload/FileDrop';
import { useRecorder } from './useRecorder';
import { toTelephone } from './wav';

/** A new prompt, from a file or from the microphone. */
export function PromptForm({ onSaved }: { onSaved: () => void }) {
  const texts = t().prompts;
  const [name, setName] = useState('');
  const [file, setFile] = useState<File>();
  const { busy, refusal, fields, run } = useDeed();
  const recorder = useRecorder((sound) => setFile(new File([sound], texts.recorded)));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      const form = new FormData();
      form.append('name', name);
      form.append('file', await understood(file as File), 'prompt.wav');
      await request('POST', '/api/prompts', form);
    });
    if (done) {
      onSaved();
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <TextInput
        label={t().common.name}
        required
        maxLength={100}
        value={name}
        error={fields['name']}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FileDrop file={file} onFile={setFile} kind="sounds" />
      <div className="buttons">
        {recorder.recording ? (
          <Button color="red" className="danger" onClick={recorder.stop}>
            {texts.stop}
          </Button>
        ) : (
          <Button variant="default" onClick={() => void recorder.start()}>
            {texts.record}
          </Button>
        )}
        {recorder.recording && <Since since={recorder.since} />}
      </div>
      {recorder.problem !== '' && <Refusal words={t().desk.phone.microphone[recorder.problem]} />}
      <Refusal words={refusal} />
      <div className="buttons">
        <Button type="submit" loading={busy} disabled={file === undefined || name.trim() === '' || recorder.recording}>
          {t().common.save}
        </Button>
      </div>
    </form>
  );
}

function Since({ since }: { since: number }) {
  const now = useNow();
  return (
    <span role="timer" dir="ltr">
      {fill(t().prompts.recording, { time: duration(now - since) })}
    </span>
  );
}

/** What the browser does not understand says so in words. */
async function understood(file: File): Promise<Blob> {
  try {
    return await toTelephone(file);
  } catch {
    throw new Error(t().prompts.notUnderstood);
  }
}

import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { fill, t } from '../../text/language';
import { Refusal } from '../../ui/load';
import type { Flow } from '../flow/model';
import type { PromptName } from '../words';
import { CallPanel } from './CallPanel';
import type { TryingOut } from './useTryOut';

interface Props {
  flow: Flow;
  trying: TryingOut;
  promptName: PromptName;
  onStep: (id: string) => void;
}

/** As a field for day and time has it: in the reader's own zone. */
function asLocal(millis: number): string {
  return new Date(millis - new Date(millis).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** A simulated caller. */
export function TryOutPanel({ flow, trying, promptName, onStep }: Props) {
  const texts = t().ivr.tryOut;
  const { scene, setScene, walk, failure } = trying;
  const [start, setStart] = useState(() => asLocal(Date.now()));
  const [caller, setCaller] = useState('+4930123456');
  const [did, setDid] = useState('');
  const [data, setData] = useState<Readonly<Record<string, string>>>({});
  const call = (event: FormEvent) => {
    event.preventDefault();
    setScene({ start: new Date(start).getTime(), caller, did, data: Object.fromEntries(flow.data.map((name) => [name, data[name] ?? ''])), acts: [], answers: {}, now: 0 });
  };
  if (scene !== undefined) {
    return (
      <div className="stack">
        <Refusal words={failure} />
        {walk !== undefined && <CallPanel flow={flow} scene={scene} setScene={setScene} walk={walk} promptName={promptName} onStep={onStep} />}
        <div>
          <Button variant="default" size="xs" onClick={() => setScene(undefined)}>
            {texts.again}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form className="ivr-fields" onSubmit={call}>
      <p className="dimmed">{texts.intro}</p>
      <TextInput label={texts.start} size="xs" type="datetime-local" required withAsterisk={false} value={start} onChange={(event) => setStart(event.currentTarget.value)} />
      <TextInput label={texts.caller} size="xs" type="tel" dir="ltr" maxLength={40} autoComplete="off" value={caller} onChange={(event) => setCaller(event.currentTarget.value)} />
      <TextInput label={texts.did} size="xs" type="tel" dir="ltr" maxLength={40} autoComplete="off" value={did} onChange={(event) => setDid(event.currentTarget.value)} />
      {flow.data.map((name) => (
        <TextInput
          key={name}
          label={fill(texts.known, { name })}
          size="xs"
          maxLength={1000}
          autoComplete="off"
          value={data[name] ?? ''}
          onChange={(event) => setData({ ...data, [name]: event.currentTarget.value })}
        />
      ))}
      <div>
        <Button type="submit" size="xs">
          {texts.call}
        </Button>
      </div>
    </form>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fill, t } from '../../text/language';
import type { FlowNode } from '../flow/model';
import { answer, endTalk, type Asked, type Scene } from './plan';

interface Props {
  node: FlowNode | undefined;
  asked: Asked;
  scene: Scene;
  setScene: (scene: Scene) => void;
}

type Asking = keyof ReturnType<typeof t>['ivr']['tryOut']['done'];

/** What the world may answer to a step that waits for it. */
export function Answering({ node, asked, scene, setScene }: Props) {
  const texts = t().ivr.tryOut;
  const names = [...new Set(Object.values(node?.takes ?? {}))].filter((name) => name !== '');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const kind = asked.kind as Asking;
  if (asked.talking) {
    return (
      <div className="ivr-asked" role="status">
        <p>{texts.asked.talking}</p>
        <Button size="xs" onClick={() => setScene(endTalk(scene, asked))}>
          {texts.endTalk}
        </Button>
      </div>
    );
  }
  return (
    <div className="ivr-asked">
      <p role="status">{fill(texts.asked[kind], { detail: asked.detail })}</p>
      {kind === 'lookUp' &&
        names.map((name) => (
          <TextInput key={name} label={fill(texts.field, { name })} size="xs" autoComplete="off" value={fields[name] ?? ''} onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })} />
        ))}
      <div className="buttons">
        <Button size="xs" onClick={() => setScene(answer(scene, asked, kind === 'lookUp' ? 'found' : 'done', { ...fields }))}>
          {texts.done[kind]}
        </Button>
        <Button size="xs" variant="default" onClick={() => setScene(answer(scene, asked, 'refused'))}>
          {texts.refused[kind]}
        </Button>
      </div>
    </div>
  );
}

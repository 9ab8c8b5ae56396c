import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { messageOf, request } from '../http';
import type { AgentRow, CampaignRow } from '../messages';
import { Dialog } from '../shell/Dialog';
import { count } from '../text/format';
import { fill, t } from '../text/language';
import { monitor } from './MonitorBar';

interface Props {
  /** Who is chosen. */
  agents: readonly AgentRow[];
  campaigns: readonly CampaignRow[];
  /** Whether the person may command agents, and not only move them. */
  commands: boolean;
  /** The person's own desk; undefined while it is closed. */
  mine: AgentRow | undefined;
}

type Asked = 'pause' | 'message' | 'logOut' | 'move';

/** What can be done for all who are chosen; what did not work is said agent by agent. */
export function Deeds({ agents, campaigns, commands, mine }: Props) {
  const texts = t().floor;
  const [asked, setAsked] = useState<Asked>();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const [code, setCode] = useState('SUPERVISOR');
  const [text, setText] = useState('');
  const [targets, setTargets] = useState<string[]>([]);

  const forAll = async (deed: (agent: AgentRow) => Promise<unknown>) => {
    setAsked(undefined);
    setBusy(true);
    const answers = await Promise.allSettled(agents.map(deed));
    const failures = answers.flatMap((answer, index) =>
      answer.status === 'rejected' ? [fill(texts.failed, { name: agents[index]?.name ?? '', reason: messageOf(answer.reason) })] : [],
    );
    setTold([fill(texts.done, { n: count(agents.length - failures.length) }), ...failures].join(' '));
    setBusy(false);
    return failures.length === 0;
  };
  const button = (words: string, go: () => void) => (
    <button type="button" className="plain-button" disabled={busy || agents.length === 0} onClick={go}>
      {words}
    </button>
  );

  return (
    <div className="deeds">
      <span className="dimmed">{fill(texts.chosen, { n: count(agents.length) })}</span>
      {commands && button(texts.ready, () => void forAll(({ id }) => request('POST', `/api/agents/${id}/ready`)))}
      {commands && button(texts.pause, () => setAsked('pause'))}
      {commands && (
        <button
          type="button"
          className="plain-button"
          disabled={busy || agents.length !== 1 || agents[0]?.id === mine?.id}
          title={texts.monitoring.help.LISTEN}
          onClick={() => (mine === undefined ? setTold(texts.deskFirst) : void forAll(({ id }) => monitor(id, 'LISTEN')))}
        >
          {texts.monitor}
        </button>
      )}
      {commands && button(texts.message, () => setAsked('message'))}
      {commands && button(texts.logOut, () => setAsked('logOut'))}
      {button(texts.move, () => {
        setTargets((agents[0]?.campaignIds ?? []).map(String));
        setAsked('move');
      })}
      <span role="status">{told}</span>
      <Dialog title={texts.pause} open={asked === 'pause'} onClose={() => setAsked(undefined)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void forAll(({ id }) => request('POST', `/api/agents/${id}/pause`, { code }));
          }}
        >
          <TextInput label={texts.pauseCode} required maxLength={40} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          <div className="buttons">
            <Button type="submit">{texts.pause}</Button>
          </div>
        </form>
      </Dialog>
      <Dialog
        title={fill(texts.messageTitle, { n: count(agents.length) })}
        open={asked === 'message'}
        onClose={() => setAsked(undefined)}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void forAll(({ id }) => request('POST', `/api/agents/${id}/messages`, { text })).then((all) => all && setText(''));
          }}
        >
          <Textarea
            label={texts.messageText}
            required
            maxLength={500}
            rows={4}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="buttons">
            <Button type="submit">{texts.send}</Button>
          </div>
        </form>
      </Dialog>
      <Dialog title={texts.logOut} open={asked === 'logOut'} onClose={() => setAsked(undefined)}>
        <div className="stack">
          <p>{fill(texts.logOutQuestion, { n: count(agents.length) })}</p>
          <div className="buttons">
            <Button className="danger" onClick={() => void forAll(({ id }) => request('POST', `/api/agents/${id}/logout`))}>
              {texts.logOut}
            </Button>
          </div>
        </div>
      </Dialog>
      <Dialog title={texts.moveTitle} open={asked === 'move'} onClose={() => setAsked(undefined)}>
        <div className="stack">
          <p className="dimmed">{texts.moveHelp}</p>
          <Checkbox.Group value={targets} onChange={setTargets}>
            <div className="stack">
              {campaigns.map(({ id, name }) => (
                <Checkbox key={id} value={String(id)} label={name} />
              ))}
            </div>
          </Checkbox.Group>
          <div className="buttons">
            <Button
              onClick={() =>
                void forAll(({ id }) => request('PUT', `/api/agents/${id}/campaigns`, { campaigns: targets.map(Number) }))
              }
            >
              {texts.move}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}

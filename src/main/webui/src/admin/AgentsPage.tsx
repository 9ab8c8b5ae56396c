import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { request } from '../http';
import type { User } from '../messages';
import { Dialog } from '../shell/Dialog';
import { byName, inWords } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import { RowActions } from '../ui/RowActions';

interface Agent {
  id: number;
  displayName: string;
  endpoint: string;
  legMode: string;
  phoneKind: string;
  mobile?: { number: string; trunk: string } | null;
  state: string;
}

const NEW: Agent = { id: 0, displayName: '', endpoint: '', legMode: 'standing', phoneKind: 'browser', state: '' };

/** Which users are agents, and with which phone. */
export default function AgentsPage() {
  const texts = t().agents;
  const agents = useGet<Agent[]>('/api/agents');
  const [edited, setEdited] = useState<Agent>();
  return (
    <div className="page">
      <div className="page-head">
        <h1>{texts.title}</h1>
        <span className="buttons">
          <Button onClick={() => setEdited(NEW)}>{texts.create}</Button>
        </span>
      </div>
      <Show loaded={agents}>
        {(all) => (
          <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t().common.name}</th>
                  <th scope="col">{texts.endpoint}</th>
                  <th scope="col">{texts.phone}</th>
                  <th scope="col">{texts.leg}</th>
                  <th scope="col">{t().common.state}</th>
                  <th scope="col">{t().common.actions}</th>
                </tr>
              </thead>
              <tbody>
                {[...all]
                  .sort((a, b) => byName(a.displayName, b.displayName))
                  .map((agent) => (
                    <tr key={agent.id}>
                      <th scope="row">{agent.displayName}</th>
                      <td dir="ltr" className="phones">
                        {agent.endpoint}
                        {agent.mobile != null && <div className="dimmed">{agent.mobile.number}</div>}
                      </td>
                      <td>{kindWords(agent.phoneKind)}</td>
                      <td>{legWords(agent.legMode)}</td>
                      <td>{inWords(agent.state)}</td>
                      <td>
                        <RowActions
                          name={agent.displayName}
                          change={() => setEdited(agent)}
                          words={t().common.remove}
                          label={texts.removeOne}
                          question={texts.removeQuestion}
                          remove={async () => {
                            await request<void>('DELETE', `/api/agents/${agent.id}`);
                            agents.reload();
                          }}
                        />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )}
      </Show>
      <Dialog
        title={edited?.id === 0 ? texts.create : fill(t().users.changeOne, { name: edited?.displayName ?? '' })}
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
      >
        {edited !== undefined && (
          <AgentForm
            first={edited}
            taken={new Set(agents.value?.map(({ id }) => id))}
            onSaved={() => {
              setEdited(undefined);
              agents.reload();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

const legWords = (leg: string) => (leg === 'standing' ? t().agents.standing : t().agents.onDemand);

/** A kind of phone; one that this page does not know keeps its name. */
function kindWords(kind: string): string {
  const kinds: Readonly<Record<string, string>> = t().agents.kinds;
  return kinds[kind] ?? kind;
}

function AgentForm({ first, taken, onSaved }: { first: Agent; taken: ReadonlySet<number>; onSaved: () => void }) {
  const texts = t().agents;
  const isNew = first.id === 0;
  const users = useGet<User[]>(isNew ? '/api/users' : '');
  const free = users.value?.filter((user) => user.roles.includes('agent') && !taken.has(user.id)) ?? [];
  const [agent, setAgent] = useState(first);
  const [userId, setUserId] = useState('');
  const trunks = useGet<string[]>('/api/agents/trunks');
  const { busy, refusal, fields, run } = useDeed();
  const put = (part: Partial<Agent>) => setAgent((before) => ({ ...before, ...part }));
  const number = agent.mobile?.number ?? '';
  const offered = [...new Set([...(trunks.value ?? []), ...(agent.mobile?.trunk ? [agent.mobile.trunk] : [])])];
  // The trunks may come after the number was typed.
  const trunk = agent.mobile?.trunk || (offered[0] ?? '');
  const putMobile = (part: Partial<{ number: string; trunk: string }>) => put({ mobile: { number, trunk, ...part } });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { endpoint, legMode, phoneKind } = agent;
    const mobile = number.trim() === '' ? null : { number: number.trim(), trunk };
    const body = { endpoint, legMode, phoneKind, mobile, ...(isNew && { userId: Number(userId) }) };
    if (await run(async () => void (await request(isNew ? 'POST' : 'PUT', isNew ? '/api/agents' : `/api/agents/${first.id}`, body)))) {
      onSaved();
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      {isNew && (
        <NativeSelect
          label={texts.user}
          description={texts.userHelp}
          required
          value={userId}
          error={fields['userId']}
          data={[{ value: '', label: '' }, ...free.map(({ id, displayName }) => ({ value: String(id), label: displayName }))]}
          onChange={(event) => setUserId(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={texts.endpoint}
        description={texts.endpointHelp}
        required
        maxLength={80}
        value={agent.endpoint}
        error={fields['endpoint']}
        onChange={(event) => put({ endpoint: event.currentTarget.value })}
      />
      <NativeSelect
        label={texts.phone}
        value={agent.phoneKind}
        data={[...new Set([...Object.keys(texts.kinds), agent.phoneKind])].map((value) => ({ value, label: kindWords(value) }))}
        onChange={(event) => put({ phoneKind: event.currentTarget.value })}
      />
      <NativeSelect
        label={texts.leg}
        description={texts.legHelp}
        value={agent.legMode}
        data={['standing', 'on_demand'].map((value) => ({ value, label: legWords(value) }))}
        onChange={(event) => put({ legMode: event.currentTarget.value })}
      />
      <TextInput
        label={texts.mobile}
        description={texts.mobileHelp}
        type="tel"
        dir="ltr"
        maxLength={16}
        value={number}
        error={fields['mobile.number']}
        onChange={(event) => putMobile({ number: event.currentTarget.value })}
      />
      {number !== '' && (
        <NativeSelect
          label={texts.trunk}
          description={texts.trunkHelp}
          value={trunk}
          error={fields['mobile.trunk']}
          data={offered}
          onChange={(event) => putMobile({ trunk: event.currentTarget.value })}
        />
      )}
      <Refusal words={refusal} />
      <div className="buttons">
        <Button type="submit" loading={busy} disabled={isNew && userId === ''}>
          {t().common.save}
        </Button>
      </div>
    </form>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { request } from '../http';
import { dateTime } from '../text/format';
import { t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import { putPeriod, type Period } from '../ui/period';

interface AuditEvent {
  id: number;
  at: string;
  actor: string;
  tokenId?: number | null;
  action: string;
  entity: string;
  entityId?: number | null;
  result: 'done' | 'refused' | 'failed';
  detail: string;
  address: string;
}

interface AuditPageOf {
  events: AuditEvent[];
  next?: number | null;
}

interface Filter extends Period {
  actor: string;
  action: string;
  entity: string;
}

const ENTITIES = ['campaigns', 'lists', 'leads', 'imports', 'dispositions', 'dnc', 'agents', 'users', 'tokens', 'session', 'alerts', 'voicemail', 'recordings', 'prompts', 'lab'];
const ALL: Filter = { actor: '', action: '', entity: '', from: '', to: '' };

/** Who changed what, the latest first. */
export default function AuditPage() {
  const texts = t().audit;
  const [filter, setFilter] = useState(ALL);
  const [events, setEvents] = useState<AuditEvent[]>();
  const [next, setNext] = useState<number>();
  const { busy, refusal, run } = useDeed();

  const search = (wanted: Filter, before: number, shown: readonly AuditEvent[]) =>
    run(async () => {
      const page = await request<AuditPageOf>('GET', `/api/audit?${query(wanted, before)}`);
      setEvents([...shown, ...page.events]);
      setNext(page.next ?? undefined);
    });
  const first = useCallback(() => void search(ALL, 0, []), []);
  useEffect(first, [first]);
  const put = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }));

  return (
    <div className="page page-wide">
      <h1>{texts.title}</h1>
      <p className="dimmed">{texts.intro}</p>
      <form
        className="panel audit-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search(filter, 0, []);
        }}
      >
        <TextInput label={texts.actor} value={filter.actor} onChange={(event) => put({ actor: event.currentTarget.value })} />
        <TextInput
          label={texts.action}
          placeholder={texts.actionHelp}
          value={filter.action}
          onChange={(event) => put({ action: event.currentTarget.value })}
        />
        <NativeSelect
          label={texts.entity}
          value={filter.entity}
          data={[{ value: '', label: texts.everything }, ...ENTITIES.map((value) => ({ value, label: entityWords(value) }))]}
          onChange={(event) => put({ entity: event.currentTarget.value })}
        />
        <TextInput type="datetime-local" label={texts.from} value={filter.from} onChange={(event) => put({ from: event.currentTarget.value })} />
        <TextInput type="datetime-local" label={texts.to} value={filter.to} onChange={(event) => put({ to: event.currentTarget.value })} />
        <Button type="submit" loading={busy}>
          {t().common.search}
        </Button>
      </form>
      <Refusal words={refusal} />
      <div role="status">{events?.length === 0 && <p className="panel notice">{t().common.nothingFound}</p>}</div>
      {events !== undefined && events.length > 0 && (
        <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
          <Events events={events} />
        </div>
      )}
      {next !== undefined && (
        <div className="buttons">
          <Button variant="default" loading={busy} onClick={() => void search(filter, next, events ?? [])}>
            {t().common.more}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The address of a page; local times become instants. */
export function query({ actor, action, entity, ...period }: Filter, before: number): string {
  const values = new URLSearchParams(Object.entries({ actor, action, entity }).filter(([, value]) => value.trim() !== ''));
  putPeriod(values, period);
  if (before > 0) {
    values.set('before', String(before));
  }
  return values.toString();
}

function entityWords(entity: string): string {
  const words: Readonly<Record<string, string>> = t().audit.entities;
  return words[entity] ?? entity;
}

function Events({ events }: { events: readonly AuditEvent[] }) {
  const texts = t().audit;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t().common.when}</th>
          <th scope="col">{texts.actor}</th>
          <th scope="col">{texts.entity}</th>
          <th scope="col">{texts.action}</th>
          <th scope="col">{texts.result}</th>
          <th scope="col">{texts.detail}</th>
          <th scope="col">{texts.address}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <th scope="row">{dateTime(event.at)}</th>
            <td>
              {event.actor}
              {event.tokenId != null && <span className="code">{texts.byToken}</span>}
            </td>
            <td>
              {entityWords(event.entity)} {event.entityId ?? ''}
            </td>
            <td dir="ltr" className="phones">
              <code>{event.action}</code>
            </td>
            <td className={event.result === 'done' ? undefined : 'rate-over'}>{texts.results[event.result]}</td>
            <td>
              <bdi>{event.detail}</bdi>
            </td>
            <td dir="ltr" className="phones">
              {event.address}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFloor } from '../board/stream';
import { request } from '../http';
import type { PageProps } from '../pages';
import { useDoubt } from '../session/session';
import { dateTime, duration } from '../text/format';
import { t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import { Tabs } from '../ui/Tabs';
import { distinct, useOpenAlerts, valueWords, type AlertEvent, type OpenAlert } from './alerts';
import { Thresholds } from './Thresholds';

const PAGE = 100;

/** What is wrong now, what was wrong, and what counts as wrong. */
export default function AlertsPage({ params }: PageProps) {
  const texts = t().alerts;
  const tab = params['tab'] ?? 'open';
  return (
    <div className="page">
      <h1>{texts.title}</h1>
      <Tabs
        label={t().common.parts}
        tabs={(['open', 'history', 'settings'] as const).map((each) => ({
          to: each === 'open' ? '/alerts' : `/alerts/${each}`,
          name: texts.tabs[each],
          current: each === tab,
        }))}
      />
      {tab === 'history' ? <History /> : tab === 'settings' ? <Thresholds /> : <OpenNow />}
    </div>
  );
}

function OpenNow() {
  const texts = t().alerts;
  const open = distinct(useOpenAlerts(true));
  const { floor } = useFloor(useDoubt());
  const nameOf = (alert: OpenAlert) => alert.subject || (floor?.agents.get(alert.subjectId)?.name ?? '');
  return (
    <div className="panel stack" role="status" aria-label={texts.tabs.open}>
      {open.length === 0 && <p className="notice">{texts.nothing}</p>}
      <ul className="rows alert-rows">
        {open.map((alert) => (
          <li key={`${alert.kind}/${alert.subjectId}/${alert.subject}`}>
            <span>
              <b>{texts.kinds[alert.kind].title}</b> {nameOf(alert)}
            </span>
            <span>{valueWords(alert.kind, alert.value)}</span>
            <span className="dimmed">{dateTime(alert.openedAt)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function History() {
  const texts = t().alerts;
  const first = useGet<AlertEvent[]>(`/api/alerts?limit=${PAGE}`);
  const [more, setMore] = useState<AlertEvent[]>([]);
  const [over, setOver] = useState(false);
  const { busy, refusal, run } = useDeed();
  return (
    <Show loaded={first}>
      {(page) => {
        const events = [...page, ...more];
        const next = () =>
          run(async () => {
            const found = await request<AlertEvent[]>('GET', `/api/alerts?limit=${PAGE}&before=${events.at(-1)?.id ?? 0}`);
            setMore([...more, ...found]);
            setOver(found.length < PAGE);
          });
        return (
          <div className="stack">
            {events.length === 0 ? <p className="panel notice">{texts.never}</p> : <HistoryTable events={events} />}
            <Refusal words={refusal} />
            {page.length === PAGE && !over && (
              <div className="buttons">
                <Button variant="default" loading={busy} onClick={() => void next()}>
                  {t().common.more}
                </Button>
              </div>
            )}
          </div>
        );
      }}
    </Show>
  );
}

function HistoryTable({ events }: { events: readonly AlertEvent[] }) {
  const texts = t().alerts;
  const roles: Readonly<Record<string, string>> = t().shell.roles;
  return (
    <div className="panel wide" tabIndex={0} role="region" aria-label={texts.tabs.history}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t().common.when}</th>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.about}</th>
            <th scope="col">{texts.value}</th>
            <th scope="col">{texts.threshold}</th>
            <th scope="col" className="number">{texts.lasted}</th>
            <th scope="col">{texts.role}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <th scope="row">{dateTime(event.openedAt)}</th>
              <td>{texts.kinds[event.kind].title}</td>
              <td>{event.subject}</td>
              <td>{valueWords(event.kind, event.value)}</td>
              <td>{valueWords(event.kind, event.threshold)}</td>
              <td className="number">
                {event.closedAt ? duration(Date.parse(event.closedAt) - Date.parse(event.openedAt)) : texts.stillOpen}
              </td>
              <td>{roles[event.role] ?? event.role}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

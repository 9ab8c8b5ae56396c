import { Button } from '@mantine/core';
import { useState } from 'react';
import { CampaignChoice } from '../campaigns/CampaignChoice';
import { request } from '../http';
import { useHasRole, useMyId } from '../session/session';
import { Link, go } from '../shell/router';
import { count, dateTime } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';

interface MissedCall {
  campaignId: number;
  campaign: string;
  leadId: number;
  leadCampaignId: number;
  customer: string;
  number: string;
  calls: number;
  firstAt: string;
  lastAt: string;
  message?: number | null;
  agentId?: number | null;
  agent?: string | null;
}

/** Customers who called in and got nobody: who has taken them on, and back to them. */
export default function MissedCallsPage() {
  const texts = t().missed;
  const calls = useGet<MissedCall[]>('/api/missed-calls');
  const [campaignId, setCampaignId] = useState('0');
  const queues = [...new Map((calls.value ?? []).map((call) => [call.campaignId, { id: call.campaignId, name: call.campaign }])).values()];
  return (
    <div className="page page-wide">
      <h1>{texts.title}</h1>
      <p className="dimmed">{texts.intro}</p>
      <div className="panel search-form">
        <CampaignChoice campaigns={queues} value={campaignId} onChange={setCampaignId} />
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={calls.reload}>
          {t().sound.lookAgain}
        </Button>
      </div>
      <Show loaded={calls}>
        {(all) => {
          const rows = all.filter((call) => campaignId === '0' || String(call.campaignId) === campaignId);
          return rows.length === 0 ? (
            <p className="panel notice" role="status">
              {texts.none}
            </p>
          ) : (
            <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
              <Calls rows={rows} onChange={calls.reload} />
            </div>
          );
        }}
      </Show>
    </div>
  );
}

function Calls({ rows, onChange }: { rows: readonly MissedCall[]; onChange: () => void }) {
  const texts = t().missed;
  const me = useMyId();
  const takes = useHasRole('agent');
  const leads = useHasRole('supervisor', 'manager');
  const { refusal, busy, run } = useDeed();
  const send = (method: string, call: MissedCall, deed: string) =>
    void run(async () => {
      await request<void>(method, `/api/missed-calls/${call.campaignId}/${call.leadId}/${deed}`);
    }).then(onChange);
  const callBack = (call: MissedCall) =>
    void run(async () => {
      await request<void>('POST', '/api/agent/dial', { campaignId: call.leadCampaignId, leadId: call.leadId });
      go('/desk');
    });
  return (
    <>
      <Refusal words={refusal} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.customer}</th>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.queue}</th>
            <th scope="col" className="number">
              {texts.calls}
            </th>
            <th scope="col">{texts.first}</th>
            <th scope="col">{texts.last}</th>
            <th scope="col">{texts.owner}</th>
            <th scope="col">{t().common.actions}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((call) => {
            const who = call.customer || call.number;
            const mine = call.agentId === me;
            const free = call.agentId === null || call.agentId === undefined;
            return (
              <tr key={`${call.campaignId}-${call.leadId}`}>
                <th scope="row">{leads ? <Link to={`/leads/${call.leadId}`}>{who}</Link> : <bdi>{who}</bdi>}</th>
                <td dir="ltr" className="phones">
                  {call.number}
                </td>
                <td>
                  <bdi>{call.campaign}</bdi>
                </td>
                <td className="number">{count(call.calls)}</td>
                <td>{dateTime(call.firstAt)}</td>
                <td>
                  {dateTime(call.lastAt)} {call.message ? <Link to="/voicemail">{texts.message}</Link> : null}
                </td>
                <td>{free ? <span className="dimmed">{texts.nobody}</span> : <bdi>{call.agent}</bdi>}</td>
                <td>
                  <div className="buttons">
                    {takes && free && (
                      <button type="button" className="plain-button" disabled={busy} aria-label={fill(texts.takeNamed, { who })} onClick={() => send('POST', call, 'take')}>
                        {texts.take}
                      </button>
                    )}
                    {mine && (
                      <button type="button" className="plain-button" disabled={busy} aria-label={fill(texts.callNamed, { who })} onClick={() => callBack(call)}>
                        {texts.call}
                      </button>
                    )}
                    {(mine || (leads && !free)) && (
                      <button type="button" className="plain-button" disabled={busy} aria-label={fill(texts.leaveNamed, { who })} onClick={() => send('DELETE', call, 'take')}>
                        {texts.leave}
                      </button>
                    )}
                    {(mine || free || leads) && (
                      <button type="button" className="plain-button" disabled={busy} aria-label={fill(texts.doneNamed, { who })} onClick={() => send('POST', call, 'close')}>
                        {texts.done}
                      </button>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

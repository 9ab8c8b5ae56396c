import { Button, Checkbox } from '@mantine/core';
import { Fragment, useState } from 'react';
import { CampaignChoice } from '../campaigns/CampaignChoice';
import { useCampaigns } from '../campaigns/api';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { Link } from '../shell/router';
import { dateTime, duration } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import { PlayButton } from './PlayButton';
import { Player } from './Player';
import type { Message } from './api';

/** What people said to the voicemail; a message counts as heard when somebody plays it. */
export default function VoicemailPage() {
  const texts = t().sound;
  const campaigns = useCampaigns();
  const [campaignId, setCampaignId] = useState('0');
  const [unheard, setUnheard] = useState(false);
  const messages = useGet<Message[]>(`/api/voicemail?limit=200&campaignId=${campaignId}&unheard=${unheard}`);
  return (
    <div className="page page-wide">
      <h1>{texts.voicemail}</h1>
      <p className="dimmed">{texts.voicemailIntro}</p>
      <div className="panel search-form">
        <CampaignChoice campaigns={campaigns.value} value={campaignId} onChange={setCampaignId} />
        <Checkbox label={texts.onlyNew} checked={unheard} onChange={(event) => setUnheard(event.currentTarget.checked)} />
        <Button variant="default" onClick={messages.reload}>
          {texts.lookAgain}
        </Button>
      </div>
      <Refusal words={campaigns.failure} />
      <Show loaded={messages}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="panel notice" role="status">
              {texts.noMessages}
            </p>
          ) : (
            <div className="panel wide" tabIndex={0} role="region" aria-label={texts.voicemail}>
              <Messages rows={rows} onHeard={(heard) => messages.set(rows.map((row) => (row.id === heard.id ? heard : row)))} />
            </div>
          )
        }
      </Show>
    </div>
  );
}

function Messages({ rows, onHeard }: { rows: readonly Message[]; onHeard: (message: Message) => void }) {
  const texts = t().sound;
  const seesLeads = useHasRole('supervisor', 'manager');
  const [open, setOpen] = useState(0);
  const { refusal, run } = useDeed();
  const tick = (message: Message) =>
    run(async () => {
      if (!message.heardAt) {
        onHeard(await request<Message>('POST', `/api/voicemail/${message.id}/heard`));
      }
    });
  return (
    <>
      <Refusal words={refusal} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t().common.when}</th>
            <th scope="col">{texts.customer}</th>
            <th scope="col">{texts.number}</th>
            <th scope="col">{t().common.campaign}</th>
            <th scope="col" className="number">
              {texts.length}
            </th>
            <th scope="col">{texts.heard}</th>
            <th scope="col">{t().common.actions}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((message) => {
            const who = message.customer || `# ${message.leadId}`;
            const name = fill(texts.ofCall, { who, when: dateTime(message.recordedAt) });
            return (
              <Fragment key={message.id}>
                <tr>
                  <th scope="row">{dateTime(message.recordedAt)}</th>
                  <td>{seesLeads ? <Link to={`/leads/${message.leadId}`}>{who}</Link> : <bdi>{who}</bdi>}</td>
                  <td dir="ltr" className="phones">
                    {message.number}
                  </td>
                  <td>
                    <bdi>{message.campaign}</bdi>
                  </td>
                  <td className="number">{duration(message.lengthMillis)}</td>
                  <td>
                    {message.heardAt ? (
                      <bdi>{fill(texts.heardBy, { who: message.heardBy ?? '', when: dateTime(message.heardAt) })}</bdi>
                    ) : (
                      <span className="chip chip-RUNNING">{texts.isNew}</span>
                    )}
                  </td>
                  <td>
                    <PlayButton name={name} open={open === message.id} onToggle={() => setOpen(open === message.id ? 0 : message.id)} />
                  </td>
                </tr>
                {open === message.id && (
                  <tr>
                    <td colSpan={7}>
                      <Player path={`/api/voicemail/${message.id}`} name={name} onBegin={() => void tick(message)} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

import { useState, type FormEvent } from 'react';
import { t } from '../text/language';
import type { MyCampaign } from './model';

interface Props {
  campaigns: MyCampaign[];
  mayDial: boolean;
  onDial: (campaignId: number, leadId: number) => void;
}

/** Dialling by hand: a lead of a running campaign, by its number in the list. */
export function DialPanel({ campaigns, mayDial, onDial }: Props) {
  const text = t().desk.dial;
  const running = campaigns.filter((campaign) => campaign.state === 'RUNNING');
  const [campaign, setCampaign] = useState('');
  const [lead, setLead] = useState('');
  const chosen = Number(campaign === '' ? running[0]?.id : campaign);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDial(chosen, Number(lead));
  };
  if (running.length === 0) {
    return null;
  }
  return (
    <form className="panel by-hand" onSubmit={submit} aria-labelledby="dial-title">
      <h2 id="dial-title">{text.title}</h2>
      {running.length > 1 && (
        <label className="field">
          {text.campaign}
          <select value={campaign} onChange={(event) => setCampaign(event.target.value)}>
            {running.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="field">
        {text.lead}
        <input value={lead} inputMode="numeric" pattern="[0-9]{1,18}" onChange={(event) => setLead(event.target.value)} />
      </label>
      <button type="submit" className="deed" disabled={!mayDial || !/^\d{1,18}$/.test(lead)}>
        {text.dial}
      </button>
    </form>
  );
}

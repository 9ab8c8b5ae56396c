import { useState, type DragEvent } from 'react';
import type { Floor } from '../board/floor';
import { request } from '../http';
import { count, inWords } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import { DRAGGED_AGENT } from './FloorTable';

/** The campaigns with their agents; an agent who is dropped on one serves it and no other from then on. */
export function CampaignTargets({ floor }: { floor: Floor }) {
  const texts = t().floor;
  const [over, setOver] = useState(0);
  const { refusal, run } = useDeed();
  const drop = (event: DragEvent, campaignId: number) => {
    event.preventDefault();
    setOver(0);
    const agentId = Number(event.dataTransfer.getData(DRAGGED_AGENT));
    if (agentId > 0) {
      void run(async () => {
        await request('PUT', `/api/agents/${agentId}/campaigns`, { campaigns: [campaignId] });
      });
    }
  };
  return (
    <aside className="stack" aria-label={t().campaigns.title}>
      <p className="dimmed">{texts.help}</p>
      <Refusal words={refusal} />
      {floor.campaigns.map((campaign) => {
        const serving = [...floor.agents.values()].filter(({ campaignIds }) => campaignIds.includes(campaign.id)).length;
        return (
          <div
            key={campaign.id}
            className={over === campaign.id ? 'panel target target-over' : 'panel target'}
            title={fill(texts.moveTo, { name: campaign.name })}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(campaign.id);
            }}
            onDragLeave={() => setOver(0)}
            onDrop={(event) => drop(event, campaign.id)}
          >
            <b>{campaign.name}</b>
            <span className={`chip chip-${campaign.state}`}>{inWords(campaign.state)}</span>
            <span className="dimmed">
              {t().board.agents} {count(serving)}, {t().board.freeShort} {count(campaign.free)}
            </span>
          </div>
        );
      })}
    </aside>
  );
}

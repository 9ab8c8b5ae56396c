import { Alert, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { t } from '../text/language';
import { messageOf, request } from '../http';
import { figuresOf, type FittedWorld, type Question } from './question';

const DAYS = ['1', '3', '7', '14', '30', '60'];

interface Campaign {
  id: number;
  name: string;
}

interface Props {
  /** Figures that a world brings along; empty for the reference world, which leaves them as they are. */
  onWorld: (change: Partial<Question>) => void;
}

/** The reference world, or one like a campaign's last days. */
export function WorldChoice({ onWorld }: Props) {
  const [own, setOwn] = useState(false);
  const [campaigns, setCampaigns] = useState<Campaign[]>([]);
  const [campaign, setCampaign] = useState('');
  const [days, setDays] = useState('7');
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState('');

  const fit = async (id: string, last: string) => {
    setWords('');
    setRefusal('');
    if (id === '') {
      onWorld({ campaignId: undefined, days: undefined });
      return;
    }
    try {
      const world = await request<FittedWorld>('GET', `/api/campaigns/${id}/scenario?days=${last}`);
      setWords(world.description);
      onWorld({ ...figuresOf(world), campaignId: Number(id), days: Number(last) });
    } catch (error) {
      setRefusal(messageOf(error));
      onWorld({ campaignId: undefined, days: undefined });
    }
  };
  const choose = async (like: boolean) => {
    setOwn(like);
    setCampaign('');
    void fit('', days);
    if (like) {
      try {
        setCampaigns(await request<Campaign[]>('GET', '/api/campaigns'));
      } catch (error) {
        setRefusal(messageOf(error));
      }
    }
  };

  return (
    <div className="world-choice">
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={t().lab.worldKind}
        value={own ? 'own' : 'reference'}
        onChange={(value) => void choose(value === 'own')}
        data={[
          { value: 'reference', label: t().lab.reference },
          { value: 'own', label: t().lab.own },
        ]}
      />
      {own && (
        <div className="world-own">
          <NativeSelect
            size="sm"
            label={t().common.campaign}
            value={campaign}
            onChange={(event) => {
              setCampaign(event.currentTarget.value);
              void fit(event.currentTarget.value, days);
            }}
            data={[
              { value: '', label: t().lab.choose },
              ...campaigns.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          <NativeSelect
            size="sm"
            label={t().lab.lastDays}
            value={days}
            onChange={(event) => {
              setDays(event.currentTarget.value);
              void fit(campaign, event.currentTarget.value);
            }}
            data={DAYS}
          />
        </div>
      )}
      {words !== '' && (
        <p className="dimmed" role="status">
          {words} {t().lab.figuresSet}
        </p>
      )}
      {refusal !== '' && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
    </div>
  );
}

import { NativeSelect } from '@mantine/core';
import { t } from '../text/language';

interface Props {
  campaigns: readonly { id: number; name: string }[] | undefined;
  /** The chosen id as text; '0' for all campaigns. */
  value: string;
  onChange: (value: string) => void;
}

/** One campaign, or all of them. */
export function CampaignChoice({ campaigns = [], value, onChange }: Props) {
  return (
    <NativeSelect
      label={t().common.campaign}
      value={value}
      data={[{ value: '0', label: t().common.allCampaigns }, ...campaigns.map(({ id, name }) => ({ value: String(id), label: name }))]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

import { NativeSelect } from '@mantine/core';
import { duration } from '../text/format';
import { fill, t } from '../text/language';
import { usePrompts } from './api';

interface Props {
  id: string;
  label: string;
  description: string;
  error: string | undefined;
  disabled: boolean;
  value: string;
  /** What comes with the product for this purpose. */
  shipped: string;
  onChange: (value: string) => void;
}

/** A prompt of a campaign: the shipped one, one's own, or a sound of Asterisk that was named over REST. */
export function PromptChoice({ shipped, value, onChange, error, ...field }: Props) {
  const texts = t().prompts;
  const prompts = usePrompts();
  const own = prompts.value?.map(({ id, name, lengthMillis }) => ({ value: `prompt/${id}`, label: `${name} (${duration(lengthMillis)})` })) ?? [];
  const known = value === shipped || own.some((prompt) => prompt.value === value);
  return (
    <NativeSelect
      {...field}
      error={error ?? (prompts.failure || undefined)}
      value={value}
      data={[
        { value: shipped, label: texts.shipped },
        ...own,
        ...(known ? [] : [{ value, label: fill(texts.ofAsterisk, { name: value }) }]),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface Props {
  label: string;
  error: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
}

const parted = (text: string) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Several words, parted by commas; what is being typed stays as it is typed. */
export function ListField({ label, error, values, onChange }: Props) {
  const [typed, setTyped] = useState(values.join(', '));
  const isSame = parted(typed).join() === values.join();
  return (
    <TextInput
      label={label}
      size="xs"
      value={isSame ? typed : values.join(', ')}
      error={error || undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parted(event.currentTarget.value));
      }}
    />
  );
}

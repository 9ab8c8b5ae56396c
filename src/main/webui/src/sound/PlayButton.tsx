import { Button } from '@mantine/core';
import { fill, t } from '../text/language';

interface Props {
  /** What it plays, for those who do not see the row. */
  name: string;
  open: boolean;
  onToggle: () => void;
}

/** Opens the player of a row, and closes it. */
export function PlayButton({ name, open, onToggle }: Props) {
  const texts = t().sound;
  return (
    <Button
      size="compact-xs"
      variant={open ? 'filled' : 'default'}
      aria-expanded={open}
      aria-label={fill(open ? texts.closeNamed : texts.playNamed, { name })}
      onClick={onToggle}
    >
      {open ? t().shell.close : texts.play}
    </Button>
  );
}

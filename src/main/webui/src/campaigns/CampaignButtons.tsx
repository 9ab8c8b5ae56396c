import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { messageOf, request } from '../http';
import type { CampaignState } from '../messages';
import { useHasRole } from '../session/session';
import { fill, t } from '../text/language';

type Command = 'start' | 'pause' | 'stop';

/** As the engine allows them; it has the last word. */
const ALLOWED: Record<Command, CampaignState[]> = {
  start: ['DRAFT', 'PAUSING', 'PAUSED', 'STOPPED', 'DONE'],
  pause: ['RUNNING'],
  stop: ['RUNNING', 'PAUSING', 'PAUSED', 'DONE'],
};

interface Props {
  id: number;
  name: string;
  state: CampaignState;
  /** After a command that was carried out; the board shows the new state by itself. */
  onDone?: () => void;
}

/** Start, pause, stop. */
export function CampaignButtons({ id, name, state, onDone }: Props) {
  const mayCommand = useHasRole('supervisor', 'manager');
  const [busy, setBusy] = useState<Command>();
  const [refusal, setRefusal] = useState('');
  if (!mayCommand) {
    return null;
  }

  const send = async (command: Command) => {
    setBusy(command);
    setRefusal('');
    try {
      await request<void>('POST', `/api/campaigns/${id}/${command}`);
      onDone?.();
    } catch (error) {
      setRefusal(messageOf(error));
    } finally {
      setBusy(undefined);
    }
  };
  const button = (command: Command, variant: string, color: string) => (
    <Button
      size="xs"
      variant={variant}
      color={color}
      aria-label={fill(t().campaigns.commandOf, { command: t().campaigns[command], name })}
      disabled={!ALLOWED[command].includes(state)}
      loading={busy === command}
      onClick={() => void send(command)}
    >
      {t().campaigns[command]}
    </Button>
  );

  return (
    <>
      <div className="buttons">
        {button('start', 'filled', 'blue')}
        {button('pause', 'default', 'gray')}
        {button('stop', 'default', 'gray')}
      </div>
      {refusal !== '' && (
        <Alert
          className="refusal"
          color="red"
          role="alert"
          withCloseButton
          closeButtonLabel={t().shell.close}
          onClose={() => setRefusal('')}
        >
          {refusal}
        </Alert>
      )}
    </>
  );
}

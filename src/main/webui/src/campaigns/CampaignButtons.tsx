import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { messageOf, request } from '../http';
import type { CampaignState } from '../messages';
import { useHasRole } from '../session/session';

type Command = 'start' | 'pause' | 'stop';

/** As the engine allows them; it has the last word. */
const ALLOWED: Record<Command, CampaignState[]> = {
  start: ['DRAFT', 'PAUSING', 'PAUSED', 'STOPPED', 'DONE'],
  pause: ['RUNNING'],
  stop: ['RUNNING', 'PAUSING', 'PAUSED', 'DONE'],
};

/** Start, pause, stop. The board shows the new state with its next message. */
export function CampaignButtons({ id, name, state }: { id: number; name: string; state: CampaignState }) {
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
    } catch (error) {
      setRefusal(messageOf(error));
    } finally {
      setBusy(undefined);
    }
  };
  const button = (command: Command, words: string, variant: string, color: string) => (
    <Button
      size="xs"
      variant={variant}
      color={color}
      aria-label={`${words} ${name}`}
      disabled={!ALLOWED[command].includes(state)}
      loading={busy === command}
      onClick={() => void send(command)}
    >
      {words}
    </Button>
  );

  return (
    <>
      <div className="buttons">
        {button('start', 'Start', 'filled', 'blue')}
        {button('pause', 'Pause', 'default', 'gray')}
        {button('stop', 'Stop', 'default', 'gray')}
      </div>
      {refusal !== '' && (
        <Alert
          className="refusal"
          color="red"
          role="alert"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setRefusal('')}
        >
          {refusal}
        </Alert>
      )}
    </>
  );
}

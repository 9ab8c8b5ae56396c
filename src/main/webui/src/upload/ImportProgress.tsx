import { Alert, Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { count, duration } from '../text/format';
import { messageOf, request } from '../http';
import type { ImportView } from '../messages';
import { hasRefusedRows, inVain, sentence, share } from './progress';

const POLL_MILLIS = 1_000;

/** How far an import is, until it is over. */
export function ImportProgress({ begun }: { begun: ImportView }) {
  const [view, setView] = useState(begun);
  const [refusal, setRefusal] = useState('');

  useEffect(() => {
    if (view.state !== 'running') {
      return;
    }
    const timer = setTimeout(() => {
      request<ImportView>('GET', `/api/imports/${view.id}`)
        .then((next) => {
          setView(next);
          setRefusal('');
        })
        .catch((error: unknown) => {
          setRefusal(messageOf(error));
          setView((before) => ({ ...before }));
        });
    }, POLL_MILLIS);
    return () => clearTimeout(timer);
  }, [view]);

  const cancel = async () => {
    try {
      await request<void>('DELETE', `/api/imports/${view.id}`);
      setView(await request<ImportView>('GET', `/api/imports/${view.id}`));
    } catch (error) {
      setRefusal(messageOf(error));
    }
  };

  return (
    <section className="panel" aria-label="Progress of the import">
      <p role="status">
        <b>{view.fileName}</b> {sentence(view)}
      </p>
      <Progress
        value={share(view) * 100}
        color={inVain(view) ? 'gray' : 'blue'}
        aria-label="Share of the file that was read"
      />
      <dl className="figures">
        <div>
          <dt>Rows read</dt>
          <dd>{count(view.rowsRead)}</dd>
        </div>
        <div>
          <dt>Imported</dt>
          <dd>{count(view.rowsImported)}</dd>
        </div>
        <div>
          <dt>Refused</dt>
          <dd>{count(view.rowsRejected)}</dd>
        </div>
        {view.secondsLeft != null && (
          <div>
            <dt>Time left</dt>
            <dd>{duration(view.secondsLeft * 1000)}</dd>
          </div>
        )}
      </dl>
      {refusal !== '' && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      <div className="buttons">
        {view.state === 'running' && (
          <Button variant="default" onClick={() => void cancel()}>
            Cancel the import
          </Button>
        )}
        {hasRefusedRows(view) && (
          <Button component="a" variant="default" href={`/api/imports/${view.id}/rejected.csv`} download>
            Download the refused rows
          </Button>
        )}
      </div>
    </section>
  );
}

import { Alert, Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { count, duration } from '../text/format';
import { t } from '../text/language';
import { messageOf, request } from '../http';
import type { ImportView } from '../messages';
import { follow } from '../ui/socket';
import { hasRefusedRows, inVain, sentence, share } from './progress';

/** How far an import is, until it is over. */
export function ImportProgress({ begun }: { begun: ImportView }) {
  const [view, setView] = useState(begun);
  const [refusal, setRefusal] = useState('');

  const over = view.state !== 'running';
  useEffect(
    () =>
      over
        ? undefined
        : follow<ImportView>(`/api/imports/${begun.id}/stream`, {
            message: setView,
            connected: (connected) => setRefusal(connected ? '' : t().common.noEngine),
          }),
    [begun.id, over],
  );

  const cancel = async () => {
    try {
      await request<void>('DELETE', `/api/imports/${view.id}`);
      setView(await request<ImportView>('GET', `/api/imports/${view.id}`));
    } catch (error) {
      setRefusal(messageOf(error));
    }
  };

  return (
    <section className="panel" aria-label={t().upload.progressLabel}>
      <p role="status">
        <b>{view.fileName}</b> {sentence(view)}
      </p>
      <Progress
        value={share(view) * 100}
        color={inVain(view) ? 'gray' : 'blue'}
        aria-label={t().upload.share}
      />
      <dl className="figures">
        <div>
          <dt>{t().upload.rowsRead}</dt>
          <dd>{count(view.rowsRead)}</dd>
        </div>
        <div>
          <dt>{t().upload.imported}</dt>
          <dd>{count(view.rowsImported)}</dd>
        </div>
        <div>
          <dt>{t().upload.refused}</dt>
          <dd>{count(view.rowsRejected)}</dd>
        </div>
        {view.state === 'running' && (
          <div>
            <dt>{t().upload.rate}</dt>
            <dd>{count(Math.round(view.rowsPerSecond))}</dd>
          </div>
        )}
        {view.secondsLeft != null && (
          <div>
            <dt>{t().upload.timeLeft}</dt>
            <dd>{duration(view.secondsLeft * 1000)}</dd>
          </div>
        )}
      </dl>
      {refusal !== '' && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      {hasRefusedRows(view) && <p className="dimmed">{t().upload.repair}</p>}
      <div className="buttons">
        {view.state === 'running' && (
          <Button variant="default" onClick={() => void cancel()}>
            {t().upload.cancel}
          </Button>
        )}
        {hasRefusedRows(view) && (
          <Button component="a" variant="default" href={`/api/imports/${view.id}/rejected.csv`} download>
            {t().upload.download}
          </Button>
        )}
      </div>
    </section>
  );
}

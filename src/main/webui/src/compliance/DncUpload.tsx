import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { request } from '../http';
import { Dialog } from '../shell/Dialog';
import { count } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import { FileDrop } from '../upload/FileDrop';
import { Scope } from './DncPage';

interface Result {
  added: number;
  present: number;
  refused: number;
  lines: { line: number; reason: string }[];
}

/** A file of numbers onto the list. */
export function DncUpload({ campaigns, onDone }: { campaigns: ReadonlyMap<number, string>; onDone: () => void }) {
  const texts = t().dnc;
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<File>();
  const [reason, setReason] = useState('');
  const [campaignId, setCampaignId] = useState('');
  const [result, setResult] = useState<Result>();
  const { busy, refusal, run } = useDeed();
  const upload = (event: FormEvent) => {
    event.preventDefault();
    setResult(undefined);
    void run(async () => {
      const form = new FormData();
      form.append('file', file as File);
      form.append('reason', reason);
      if (campaignId !== '') {
        form.append('campaignId', campaignId);
      }
      setResult(await request<Result>('POST', '/api/dnc/upload', form));
      setFile(undefined);
      onDone();
    });
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.upload}
      </Button>
      <Dialog title={texts.upload} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={upload}>
          <p className="dimmed">{texts.uploadHelp}</p>
          <FileDrop file={file} onFile={setFile} kind="text" />
          <Scope campaigns={campaigns} value={campaignId} onChange={setCampaignId} />
          <TextInput
            label={t().common.reason}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Refusal words={refusal} />
          {result !== undefined && (
            <div role="status">
              <p>
                <b>
                  {fill(texts.result, { added: count(result.added), present: count(result.present), refused: count(result.refused) })}
                </b>
              </p>
              <ul className="refused-lines">
                {result.lines.map(({ line, reason: why }) => (
                  <li key={line}>{fill(texts.refusedLine, { line, reason: why })}</li>
                ))}
              </ul>
            </div>
          )}
          <div className="buttons">
            <Button type="submit" loading={busy} disabled={file === undefined || reason.trim() === ''}>
              {texts.upload}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

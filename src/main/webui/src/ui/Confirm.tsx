import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../shell/Dialog';
import { t } from '../text/language';
import { Refusal, useDeed } from './load';

interface Props {
  /** On the button that opens the question. */
  words: string;
  /** What the button is called for those who do not see its place. */
  label?: string;
  question: string;
  deed: () => Promise<void>;
}

/** A button for a deed that cannot be undone: asks first. */
export function Confirm({ words, label, question, deed }: Props) {
  const [open, setOpen] = useState(false);
  const { busy, refusal, run } = useDeed();
  const go = async () => {
    if (await run(deed)) {
      setOpen(false);
    }
  };
  return (
    <>
      <button type="button" className="plain-button" aria-label={label} onClick={() => setOpen(true)}>
        {words}
      </button>
      <Dialog title={words} open={open} onClose={() => setOpen(false)}>
        <div className="stack">
          <p>{question}</p>
          <Refusal words={refusal} />
          <div className="buttons">
            <Button color="red" className="danger" loading={busy} onClick={() => void go()}>
              {words}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t().common.cancel}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

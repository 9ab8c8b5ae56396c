import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../../shell/Dialog';
import { go, LEAVING, type Leaving } from '../../shell/router';
import { t } from '../../text/language';

interface Props {
  /** Whether something would be lost. */
  active: boolean;
  save: () => Promise<boolean>;
}

/** Asks before somebody leaves the page with something unsaved, by a link, by the browser's buttons, or by closing it. */
export function LeaveGuard({ active, save }: Props) {
  const texts = t().ivr.leave;
  const [to, setTo] = useState('');
  const free = useRef(false);

  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const linked = (event: Event) => {
      if (!free.current) {
        event.preventDefault();
        setTo((event as CustomEvent<Leaving>).detail.to);
      }
    };
    const closed = (event: Event) => event.preventDefault();
    addEventListener(LEAVING, linked);
    addEventListener('beforeunload', closed);
    return () => {
      removeEventListener(LEAVING, linked);
      removeEventListener('beforeunload', closed);
    };
  }, [active]);

  const leave = () => {
    free.current = true;
    go(to);
  };
  const saveAndLeave = async () => {
    if (await save()) {
      leave();
    } else {
      setTo('');
    }
  };
  return (
    <Dialog title={texts.title} open={to !== ''} onClose={() => setTo('')}>
      <div className="stack">
        <p>{texts.text}</p>
        <div className="buttons">
          <Button onClick={() => void saveAndLeave()}>{texts.save}</Button>
          <Button variant="default" onClick={leave}>
            {texts.drop}
          </Button>
          <Button variant="default" onClick={() => setTo('')}>
            {texts.stay}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

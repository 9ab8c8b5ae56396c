import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../http';
import type { PhoneStatus, Softphone } from './softphone';

const OFF: PhoneStatus = { state: 'off', inCall: false, muted: false, problem: '', microphone: '' };
const MICROPHONE = 'tactus-microphone';
const SPEAKER = 'tactus-speaker';

export interface Phone {
  status: PhoneStatus;
  microphone: string;
  speaker: string;
  start: () => void;
  stop: () => void;
  mute: (muted: boolean) => void;
  echo: () => void;
  useMicrophone: (device: string) => void;
  useSpeaker: (device: string) => void;
  /** What the microphone hears. */
  stream: () => MediaStream | undefined;
  connection: () => RTCPeerConnection | undefined;
}

/** The browser phone of this window; the devices that were chosen are kept on this computer. */
export function usePhone(): Phone {
  const [status, setStatus] = useState(OFF);
  const [microphone, setMicrophone] = useState(localStorage.getItem(MICROPHONE) ?? '');
  const [speaker, setSpeaker] = useState(localStorage.getItem(SPEAKER) ?? '');
  const phone = useRef<Softphone>(undefined);
  /** Counts the starts and stops: code that comes late starts nothing any more. */
  const turn = useRef(0);

  const stop = () => {
    turn.current++;
    phone.current?.stop();
    phone.current = undefined;
    setStatus(OFF);
  };
  const start = () => {
    phone.current?.stop();
    setStatus({ ...OFF, state: 'connecting' });
    const mine = ++turn.current;
    import('./softphone')
      .then(async ({ Softphone: Made }) => {
        if (mine !== turn.current) {
          return;
        }
        const made = new Made(microphone, setStatus);
        phone.current = made;
        await made.start();
        await made.useSpeaker(speaker);
      })
      .catch((error: unknown) => setStatus({ ...OFF, state: 'failed', problem: messageOf(error) }));
  };

  useEffect(() => {
    // A page that is left hangs up, so that the engine knows at once.
    const left = () => {
      turn.current++;
      phone.current?.stop();
    };
    addEventListener('pagehide', left);
    return () => {
      removeEventListener('pagehide', left);
      left();
    };
  }, []);

  return {
    status,
    microphone,
    speaker,
    start,
    stop,
    mute: (muted) => phone.current?.mute(muted),
    echo: () => phone.current?.echo(),
    useMicrophone: (device) => {
      setMicrophone(device);
      localStorage.setItem(MICROPHONE, device);
      void phone.current?.useMicrophone(device);
    },
    useSpeaker: (device) => {
      setSpeaker(device);
      localStorage.setItem(SPEAKER, device);
      void phone.current?.useSpeaker(device);
    },
    stream: () => phone.current?.stream(),
    connection: () => phone.current?.connection(),
  };
}

import { useEffect, useRef, useState } from 'react';
import { microphoneProblem, openMicrophone, type MicrophoneProblem } from '../desk/phone/softphone';

export interface Recorder {
  recording: boolean;
  /** Since when, in milliseconds of the page's clock; 0 while nothing is recorded. */
  since: number;
  /** Why there is no microphone. */
  problem: MicrophoneProblem;
  start: () => Promise<void>;
  stop: () => void;
}

/** Records from the microphone. @param onSound gets what was said */
export function useRecorder(onSound: (sound: Blob) => void): Recorder {
  const recorder = useRef<MediaRecorder>(undefined);
  const gone = useRef(false);
  const [since, setSince] = useState(0);
  const [problem, setProblem] = useState<MicrophoneProblem>('');
  const release = () => recorder.current?.stream.getTracks().forEach((track) => track.stop());

  // The microphone is given back with the page, also when the browser still asks for it.
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      release();
    };
  }, []);

  const start = async () => {
    setProblem('');
    if (navigator.mediaDevices === undefined) {
      setProblem('insecure');
      return;
    }
    try {
      const microphone = await openMicrophone('');
      if (gone.current) {
        microphone.getTracks().forEach((track) => track.stop());
        return;
      }
      const wanted = new MediaRecorder(microphone);
      const parts: Blob[] = [];
      wanted.addEventListener('dataavailable', ({ data }) => parts.push(data));
      wanted.addEventListener('stop', () => {
        release();
        setSince(0);
        onSound(new Blob(parts, { type: wanted.mimeType }));
      });
      recorder.current = wanted;
      wanted.start();
      setSince(performance.now());
    } catch (error) {
      setProblem(microphoneProblem(error));
    }
  };
  return { recording: since > 0, since, problem, start, stop: () => recorder.current?.stop() };
}

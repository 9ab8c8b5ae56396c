import { useEffect, useState } from 'react';
import { t } from '../../text/language';

const SPEECH = 0.25;

/** How loud the microphone is, some ten times a second. */
export function Level({ stream }: { stream: MediaStream | undefined }) {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (stream === undefined) {
      setLevel(0);
      return;
    }
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = window.setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      setLevel(Math.min(1, Math.sqrt(power) / SPEECH));
    }, 100);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);
  return <meter className="level" min={0} max={1} low={0.05} optimum={0.6} value={level} aria-label={t().desk.phone.level} />;
}

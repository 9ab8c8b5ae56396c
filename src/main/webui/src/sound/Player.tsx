import { Button, Loader, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { duration } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, useGet } from '../ui/load';
import type { Waveform } from './api';
import { wavePath } from './wave';

const SLICES = 600;
const HEIGHT = 44;
const SPEEDS = ['1', '1.25', '1.5', '2'];
const MOMENT_SECONDS = 10;

interface Props {
  /** Of the sound: beside it are `/audio` and `/waveform`. */
  path: string;
  /** Says whose sound it is. */
  name: string;
  /** The sound begins, for the first time. */
  onBegin?: () => void;
}

/** Plays a sound over a picture of it, from the moment it is shown. */
export function Player({ path, name, onBegin }: Props) {
  const texts = t().sound;
  const wave = useGet<Waveform>(`${path}/waveform?slices=${SLICES}`);
  const audio = useRef<HTMLAudioElement>(null);
  const begun = useRef(false);
  const [playing, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const [length, setLength] = useState(0);
  const [speed, setSpeed] = useState('1');
  const [failed, setFailed] = useState(false);
  const all = wave.value !== undefined && wave.value.millis > 0 ? wave.value.millis / 1000 : length;

  useEffect(() => {
    // A browser that wants to be asked first leaves it to the button.
    audio.current?.play().catch(() => undefined);
  }, []);
  useEffect(() => {
    if (audio.current !== null) {
      audio.current.playbackRate = Number(speed);
    }
  }, [speed]);

  const turn = () => {
    const element = audio.current;
    if (element === null) {
      return;
    }
    if (element.paused) {
      element.play().catch(() => setFailed(true));
    } else {
      element.pause();
    }
  };
  const seek = (to: number) => {
    if (audio.current !== null) {
      const wanted = Math.max(0, Math.min(all, to));
      audio.current.currentTime = wanted;
      setSeconds(wanted);
    }
  };

  return (
    <div className="player" role="group" aria-label={fill(texts.player, { name })}>
      <audio
        ref={audio}
        src={`${path}/audio`}
        preload="metadata"
        onPlay={() => {
          setPlaying(true);
          if (!begun.current) {
            begun.current = true;
            onBegin?.();
          }
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onTimeUpdate={(event) => setSeconds(event.currentTarget.currentTime)}
        onDurationChange={(event) => setLength(Number.isFinite(event.currentTarget.duration) ? event.currentTarget.duration : 0)}
        onError={() => setFailed(true)}
      />
      <div className="player-keys">
        <Button size="xs" onClick={turn} disabled={failed}>
          {playing ? texts.pause : texts.play}
        </Button>
        <Button size="xs" variant="default" disabled={failed} onClick={() => seek(seconds - MOMENT_SECONDS)}>
          {fill(texts.back, { n: MOMENT_SECONDS })}
        </Button>
        <Button size="xs" variant="default" disabled={failed} onClick={() => seek(seconds + MOMENT_SECONDS)}>
          {fill(texts.ahead, { n: MOMENT_SECONDS })}
        </Button>
        <NativeSelect
          size="xs"
          aria-label={texts.speed}
          value={speed}
          data={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
          onChange={(event) => setSpeed(event.currentTarget.value)}
        />
        <span className="player-time" dir="ltr">
          {duration(seconds * 1000)} / {duration(all * 1000)}
        </span>
      </div>
      {failed && <Refusal words={texts.failed} />}
      {wave.failure !== '' && !failed && <p className="dimmed">{fill(texts.noPicture, { why: wave.failure })}</p>}
      <Wave wave={wave.value} waiting={wave.failure === ''} seconds={seconds} all={all} name={name} onSeek={seek} />
    </div>
  );
}

interface WaveProps {
  wave: Waveform | undefined;
  waiting: boolean;
  seconds: number;
  all: number;
  name: string;
  onSeek: (seconds: number) => void;
}

/** The picture, with a slider over it. Time goes from left to right in every language. */
function Wave({ wave, waiting, seconds, all, name, onSeek }: WaveProps) {
  const texts = t().sound;
  const bands = Math.max(1, wave?.channels.length ?? 1);
  const played = all > 0 ? (SLICES * Math.min(seconds, all)) / all : 0;
  const paths = wave?.channels.map((peaks, band) => wavePath(peaks, band * HEIGHT, HEIGHT)) ?? [];
  return (
    <div className="wave" dir="ltr">
      {wave === undefined && waiting && <Loader size="xs" aria-label={t().shell.loading} />}
      <svg viewBox={`0 0 ${SLICES} ${bands * HEIGHT}`} preserveAspectRatio="none" height={bands * HEIGHT} aria-hidden="true">
        <rect className="wave-played" width={played} height={bands * HEIGHT} />
        {paths.map((path, band) => (
          <path key={band} className={`wave-band-${band}`} d={path} />
        ))}
        <line className="wave-now" x1={played} x2={played} y1={0} y2={bands * HEIGHT} />
      </svg>
      {bands === 2 && (
        <>
          <span className="wave-name wave-name-0">{texts.sides.customer}</span>
          <span className="wave-name wave-name-1">{texts.sides.agent}</span>
        </>
      )}
      <input
        type="range"
        min={0}
        max={Math.max(0.1, Math.round(all * 10) / 10)}
        step={0.1}
        value={Math.min(seconds, all)}
        aria-label={fill(texts.place, { name })}
        aria-valuetext={fill(texts.placeOf, { at: duration(seconds * 1000), all: duration(all * 1000) })}
        onChange={(event) => onSeek(Number(event.currentTarget.value))}
      />
    </div>
  );
}

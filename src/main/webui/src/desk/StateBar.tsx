import { useState } from 'react';
import { inWords } from '../text/format';
import { fill, t } from '../text/language';
import { Key } from './Key';
import type { Me, Pause } from './model';
import { Line } from './phone/Line';
import { Timer } from './Timer';

interface Props {
  me: Me;
  pauses: Pause[];
  ahead: number;
  pausing: boolean;
  setPausing: (open: boolean) => void;
  onReady: () => void;
  onPause: (code: string) => void;
  onLogIn: () => void;
  onLogOut: () => void;
  mayLogIn: boolean;
  /** The browser phone's line, where there is one. */
  connection: RTCPeerConnection | undefined;
}

/** What I am doing, since when, and how to change it. */
export function StateBar({ me, pauses, ahead, pausing, setPausing, onReady, onPause, onLogIn, onLogOut, mayLogIn, connection }: Props) {
  const text = t().desk;
  const pause = pauses.find((each) => each.code === me.pauseCode);
  const out = me.state === 'LOGGED_OUT';
  const limit = me.state === 'PAUSED' && pause !== undefined && pause.limitMinutes > 0 ? pause.limitMinutes * 60_000 : undefined;
  const wishes = me.leaving ? (me.leavingForGood ? text.state.leavingForGood : fill(text.state.leaving, { pause: pause?.label ?? me.pauseCode })) : '';
  return (
    <section className={`panel state-bar state-${me.state}`} aria-label={text.state.title}>
      <div className="state-now">
        <span className="state-dot" aria-hidden="true" />
        <span className="state-name" role="status">
          {inWords(me.state)}
          {me.state === 'PAUSED' && me.pauseCode !== '' && `: ${pause?.label ?? inWords(me.pauseCode)}`}
        </span>
        {!out && <Timer since={me.since} ahead={ahead} limit={limit} />}
        {limit !== undefined && <span className="dimmed">{fill(text.state.limit, { minutes: pause?.limitMinutes ?? 0 })}</span>}
        <Line connection={connection} />
        {wishes !== '' && <span className="state-wish">{wishes}</span>}
      </div>
      <div className="state-deeds">
        {out ? (
          <button type="button" className="deed deed-main" disabled={!mayLogIn} onClick={onLogIn}>
            {text.state.logIn} <Key name="L" />
          </button>
        ) : (
          <>
            {(me.state === 'PAUSED' || me.leaving || me.state === 'LEG_CONNECTING') && (
              <button type="button" className="deed deed-main" onClick={onReady}>
                {text.state.ready} <Key name="R" />
              </button>
            )}
            <button type="button" className="deed" aria-expanded={pausing} onClick={() => setPausing(!pausing)}>
              {text.state.pause} <Key name="P" />
            </button>
            <button type="button" className="deed" onClick={onLogOut}>
              {text.state.logOut}
            </button>
          </>
        )}
      </div>
      {pausing && !out && <PauseChoice pauses={pauses} onPause={onPause} />}
    </section>
  );
}

function PauseChoice({ pauses, onPause }: { pauses: Pause[]; onPause: (code: string) => void }) {
  const [first] = useState(() => (button: HTMLButtonElement | null) => button?.focus());
  return (
    <ul className="pauses" aria-label={t().desk.state.why}>
      {pauses.map((pause, index) => (
        <li key={pause.code}>
          <button type="button" className="deed" ref={index === 0 ? first : undefined} onClick={() => onPause(pause.code)}>
            {pause.label}
            {pause.limitMinutes > 0 && <span className="dimmed"> {fill(t().units.minutes, { n: pause.limitMinutes })}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

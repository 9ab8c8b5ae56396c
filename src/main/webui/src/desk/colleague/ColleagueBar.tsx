import { useEffect, useRef, useState } from 'react';
import { fill, t } from '../../text/language';
import { Key } from '../Key';
import type { Call, Colleague } from '../model';
import { talks } from '../model';

export interface ColleagueDeeds {
  accept: () => void;
  decline: () => void;
  conference: () => void;
  give: () => void;
  leave: () => void;
}

interface Props {
  colleague: Colleague | null;
  call: Call | null;
  deeds: ColleagueDeeds;
}

/** The colleague who calls me, is called, or speaks with me, and what can be done about it. */
export function ColleagueBar({ colleague, call, deeds }: Props) {
  const text = t().desk.colleague;
  const missed = useMissed(colleague);
  if (colleague === null) {
    return missed === '' ? null : (
      <p className="panel monitor-bar" role="status">
        {fill(text.missed, { name: missed })}
      </p>
    );
  }
  const { name, mine, stage } = colleague;
  const asked = stage === 'CALLED' && !mine;
  const there = stage === 'PRIVATE' || stage === 'CONFERENCE';
  const held = call?.stage === 'HELD';
  return (
    <section className={asked ? 'panel monitor-bar colleague-calls' : 'panel monitor-bar'} aria-label={text.title}>
      <p className="monitor-whom" role={asked ? 'alert' : 'status'}>
        {fill(words(colleague, held), { name })}
      </p>
      {asked && (
        <>
          <button type="button" className="deed deed-main" onClick={deeds.accept}>
            {text.accept} <Key name="A" />
          </button>
          <button type="button" className="deed" onClick={deeds.decline}>
            {text.decline} <Key name="N" />
          </button>
        </>
      )}
      {there && mine && talks(call) && (
        <>
          {stage === 'PRIVATE' && (
            <button type="button" className="deed" onClick={deeds.conference}>
              {text.conference} <Key name="O" />
            </button>
          )}
          <button type="button" className="deed deed-main" onClick={deeds.give}>
            {text.give} <Key name="G" />
          </button>
        </>
      )}
      {!asked && (
        <button type="button" className="deed" onClick={deeds.leave}>
          {stage === 'CALLED' ? text.cancel : text.leave} <Key name="B" />
        </button>
      )}
    </section>
  );
}

function words({ mine, stage }: Colleague, held: boolean): string {
  const text = t().desk.colleague;
  switch (stage) {
    case 'CALLED':
      return mine ? text.calling : text.calls;
    case 'COMING':
      return text.coming;
    case 'PRIVATE':
      return held ? text.consulting : text.speaking;
    case 'JOINING':
      return text.joining;
    case 'CONFERENCE':
      return text.conferring;
  }
}

const SHOWN_MILLIS = 8_000;

/** Who was called and did not come; empty for nobody, and after some seconds. */
function useMissed(colleague: Colleague | null): string {
  const last = useRef(colleague);
  const [missed, setMissed] = useState('');
  useEffect(() => {
    const before = last.current;
    last.current = colleague;
    if (colleague !== null) {
      setMissed('');
    } else if (before !== null && before.mine && before.stage === 'CALLED') {
      setMissed(before.name);
    }
  }, [colleague]);
  useEffect(() => {
    if (missed !== '') {
      const timer = window.setTimeout(() => setMissed(''), SHOWN_MILLIS);
      return () => clearTimeout(timer);
    }
  }, [missed]);
  return missed;
}

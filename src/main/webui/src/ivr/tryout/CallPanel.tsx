import { Button } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { duration } from '../../text/format';
import { fill, t } from '../../text/language';
import { KEYS, type Flow } from '../flow/model';
import type { PromptName } from '../words';
import { Answering } from './Answering';
import { askedNow, hangUp, happened, isOver, nextTime, press, type Happened, type Said, type Scene, type Walk } from './plan';

interface Props {
  flow: Flow;
  scene: Scene;
  setScene: (scene: Scene) => void;
  walk: Walk;
  promptName: PromptName;
  onStep: (id: string) => void;
}

const SOME_TIME = 5_000;

/** A call under way: what happened, and what the caller and the world can do. */
export function CallPanel({ flow, scene, setScene, walk, promptName, onStep }: Props) {
  const texts = t().ivr.tryOut;
  const lines = happened(scene, walk);
  const asked = askedNow(scene, walk);
  const over = isOver(scene, walk);
  const next = nextTime(scene, walk);
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [lines.length]);
  const typed = (event: KeyboardEvent) => {
    if (!over && !event.ctrlKey && !event.metaKey && !(event.target instanceof HTMLInputElement) && KEYS.some((key) => key === event.key)) {
      event.preventDefault();
      setScene(press(scene, event.key));
    }
  };
  return (
    <div className="stack" onKeyDown={typed}>
      <div className="ivr-log" ref={log} role="log" aria-label={texts.log} tabIndex={0}>
        <ol>
          {lines.map((line, index) => (
            <Line key={index} line={line} promptName={promptName} onStep={onStep} />
          ))}
        </ol>
      </div>
      {over ? (
        <p role="status" className="ivr-over">
          {texts.over}
        </p>
      ) : (
        <>
          {asked !== undefined && <Answering key={`${asked.node} ${asked.since}`} node={flow.nodes.find(({ id }) => id === asked.node)} asked={asked} scene={scene} setScene={setScene} />}
          <div className="buttons ivr-time">
            <Button size="xs" disabled={next === undefined || asked?.talking === true} onClick={() => setScene({ ...scene, now: next ?? scene.now })}>
              {texts.wait}
            </Button>
            <Button size="xs" variant="default" onClick={() => setScene({ ...scene, now: scene.now + SOME_TIME })}>
              {texts.seconds}
            </Button>
          </div>
          {next === undefined && <p className="dimmed">{texts.goesOn}</p>}
          <div className="ivr-phone">
            <div className="ivr-keys" role="group" aria-label={texts.keys} dir="ltr">
              {KEYS.map((key) => (
                <button key={key} type="button" className="plain-button" aria-label={fill(texts.press, { key })} onClick={() => setScene(press(scene, key))}>
                  {key}
                </button>
              ))}
            </div>
            <span className="ivr-clock" dir="ltr">
              {duration(scene.now)}
            </span>
            <Button size="xs" color="red" className="danger" onClick={() => setScene(hangUp(scene))}>
              {texts.hangUp}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Line({ line, promptName, onStep }: { line: Happened; promptName: PromptName; onStep: (id: string) => void }) {
  const texts = t().ivr.tryOut;
  const events: Partial<Record<string, string>> = texts.events;
  const time = (
    <time className="ivr-at" dir="ltr">
      {duration(line.at)}
    </time>
  );
  if (line.what === 'key') {
    return (
      <li className="ivr-pressed">
        {time}
        <b>{fill(texts.pressed, { key: line.key })}</b>
      </li>
    );
  }
  if (line.what === 'effect') {
    return (
      <li className="ivr-heard">
        {time}
        <span className="unseen">{texts.heard}: </span>
        <q dir="auto">{(line.effect.says ?? []).map((said) => saidWords(said, promptName)).join(' ')}</q>
      </li>
    );
  }
  const { event, node, detail } = line.entry;
  return (
    <li className={event === 'ENTERED' ? 'ivr-entered' : 'ivr-event'}>
      {time}
      <span>
        {events[event] ?? event}
        {event === 'ENTERED' ? ' ' : detail === '' ? '' : ': '}
        {event === 'ENTERED' ? (
          <button type="button" className="ivr-link" onClick={() => onStep(node)}>
            <bdi>{node}</bdi>
          </button>
        ) : (
          <bdi>{event === 'DECIDED' ? (detail === 'yes' ? t().common.yes : t().common.no) : detail}</bdi>
        )}
      </span>
    </li>
  );
}

function saidWords({ kind, value }: Said, promptName: PromptName): string {
  switch (kind) {
    case 'prompt':
      return `[${fill(t().ivr.tryOut.prompt, { name: promptName(Number(value)) })}]`;
    case 'digits':
      return [...value].join(' ');
    default:
      return value;
  }
}

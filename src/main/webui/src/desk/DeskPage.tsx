import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { request } from '../http';
import { t } from '../text/language';
import { CallbackForm, type PromiseForm } from './call/CallbackForm';
import { CallCard, type CallDeeds, type Panel } from './call/CallCard';
import { CustomerPanel } from './call/CustomerPanel';
import { Disposal, hasKinds, offered } from './call/Disposal';
import { KeyPad } from './call/KeyPad';
import { TransferPanel } from './call/TransferPanel';
import { CallColleague } from './colleague/CallColleague';
import { ColleagueBar, type ColleagueDeeds } from './colleague/ColleagueBar';
import './desk.css';
import { DialPanel } from './DialPanel';
import { FiguresPanel } from './FiguresPanel';
import type { Call, Desk } from './model';
import { talks } from './model';
import { MonitorBar } from '../floor/MonitorBar';
import { Messages } from './Messages';
import { OwnCallbacks } from './OwnCallbacks';
import { ParkedCustomers } from './ParkedCustomers';
import { PhonePanel } from './phone/PhonePanel';
import { useSharedPhone } from './phone/SharedPhone';
import { ring } from './ring';
import { ScriptPanel } from './script/ScriptPanel';
import { StateBar } from './StateBar';
import { useCommand } from './useCommand';
import { useDesk } from './useDesk';
import { useHotKeys, type HotKeys } from './useHotKeys';

/** A disposition of this code asks for the time of the next call. */
const CALL_BACK = 'CALL_BACK';

/** The agent's desk: everything is pushed, nothing is asked for twice. */
export default function DeskPage() {
  const { desk, connected, ahead, refusal } = useDesk();
  if (refusal !== '') {
    return (
      <div className="page">
        <p className="panel notice" role="alert">
          {refusal}
        </p>
      </div>
    );
  }
  if (desk === undefined) {
    return <Loader className="loading" aria-label={t().shell.loading} />;
  }
  return <Open desk={desk} connected={connected} ahead={ahead} />;
}

function Open({ desk, connected, ahead }: { desk: Desk; connected: boolean; ahead: number }) {
  const { me, call, customer, campaigns, colleague } = desk;
  const phone = useSharedPhone();
  const { send, refusal, clear } = useCommand();
  const [panel, setPanel] = useState<Panel>('none');
  const [pausing, setPausing] = useState(false);
  const [promising, setPromising] = useState(false);
  const [above, setAbove] = useState('');
  const now = useNow(ahead);
  const campaign = campaigns.find((each) => each.id === (call?.campaignId ?? customer?.campaignId)) ?? desk.callCampaign ?? undefined;
  const choices = campaign?.dispositions ?? campaigns[0]?.dispositions ?? [];
  const offer = offered(choices, above);
  useNewCall(call, () => {
    setPanel('none');
    setPromising(false);
    setAbove('');
    clear();
  });
  useLentPhone(desk, phone.status.state === 'off', phone.start);

  // A phone that is registered is lent, even when the desk has not heard of it yet.
  const mayLogIn = phone.status.state === 'registered' || (me.phone !== 'browser' && phone.status.state === 'off');
  const mayDial = me.state === 'READY' || me.state === 'PAUSED';
  const logIn = () => void send('POST', 'login');
  const ready = () => void send('POST', 'ready');
  const dispose = (code: string) => {
    if (call === null || call.disposed) {
      return;
    }
    if (code === CALL_BACK && !promising) {
      setPromising(true);
      return;
    }
    if (hasKinds(choices, code)) {
      setAbove(code);
      return;
    }
    setPromising(false);
    setAbove('');
    void send('POST', 'dispose', { callId: call.callId, disposition: code });
  };
  const promise = async (form: PromiseForm) => {
    if (call !== null && (await send('POST', 'callbacks', { callId: call.callId, ...form }))) {
      setPromising(false);
      await send('POST', 'dispose', { callId: call.callId, disposition: CALL_BACK });
    }
  };
  const deeds: CallDeeds = {
    hangUp: () => void send('POST', 'hangup'),
    machine: () => void send('POST', 'machine'),
    park: () => void send('POST', 'park'),
    hold: () => void send('POST', call?.stage === 'HELD' ? 'retrieve' : 'hold'),
    mute: () => phone.mute(!phone.status.muted),
    record: (state) => void send('POST', 'recording', { state }),
    accept: () => void send('POST', 'preview/accept', { callId: call?.callId }),
    skip: () => void send('POST', 'preview/skip', { callId: call?.callId, reason: 'SKIPPED' }),
    extend: () => void send('POST', 'extend-wrap-up', { seconds: 60 }),
  };
  const callColleague = (agentId: number) => void send('POST', `colleagues/${agentId}/call`).then((done) => done && setPanel('none'));
  const withColleague: ColleagueDeeds = {
    accept: () => void send('POST', `colleagues/${colleague?.agentId}/accept`),
    decline: () => void send('POST', `colleagues/${colleague?.agentId}/decline`),
    conference: () => void send('POST', 'colleagues/conference'),
    give: () => void send('POST', 'colleagues/give'),
    leave: () => void send('DELETE', 'colleagues'),
  };
  useColleagueCalls(desk);
  useHotKeys(hotKeys({ desk, deeds, withColleague, choices: offer.map((choice) => choice.code), dispose, ready, logIn, mayLogIn, setPausing, panel, setPanel }));

  const showsDisposal = call !== null && !call.preview && (talks(call) || call.stage === 'OVER');
  return (
    <div className="page desk">
      <h1 className="unseen">{t().shell.desk.title}</h1>
      {!connected && (
        <p className="banner banner-lost" role="alert">
          {t().desk.lost}
        </p>
      )}
      <StateBar
        me={me}
        pauses={desk.pauses}
        ahead={ahead}
        pausing={pausing}
        setPausing={setPausing}
        onReady={ready}
        onPause={(code) => {
          setPausing(false);
          void send('POST', 'pause', { code });
        }}
        onLogIn={logIn}
        onLogOut={() => void send('POST', 'logout')}
        mayLogIn={mayLogIn}
        connection={phone.status.inCall ? phone.connection() : undefined}
      />
      {refusal !== '' && (
        <p className="alarm desk-refusal" role="alert">
          {refusal}
          <button type="button" className="plain-button" onClick={clear}>
            {t().shell.close}
          </button>
        </p>
      )}
      {desk.monitored !== null && <MonitorBar {...desk.monitored} />}
      <ColleagueBar colleague={colleague} call={call} deeds={withColleague} />
      <Messages messages={desk.messages} onRead={(id) => void send('POST', `messages/${id}/read`)} />
      <div className="desk-columns">
        <div className="desk-main">
          {call === null && colleague === null && (
            <p className="panel notice">{me.state === 'READY' ? t().desk.waiting : t().desk.idle}</p>
          )}
          {call !== null && (
            <CallCard
              call={call}
              customer={customer}
              campaign={campaign}
              ahead={ahead}
              away={me.leg !== 'PARKED'}
              muted={phone.status.inCall ? phone.status.muted : undefined}
              panel={panel}
              setPanel={setPanel}
              deeds={deeds}
            />
          )}
          {call?.stage === 'CONNECTED' && panel === 'keys' && <KeyPad onKey={(digits) => void send('POST', 'digits', { digits })} />}
          {talks(call) && panel === 'transfer' && (
            <TransferPanel
              onCall={callColleague}
              onCallOutside={(number) => void send('POST', 'colleagues/outside', { number }).then((done) => done && setPanel('none'))}
              onTransfer={(target) => void send('POST', 'transfer', target).then((done) => done && setPanel('none'))}
            />
          )}
          {showsDisposal && (
            <Disposal
              call={call}
              choices={offer}
              above={choices.find(({ code }) => code === above)}
              onBack={() => setAbove('')}
              onDispose={dispose}
            />
          )}
          {promising && customer !== null && <CallbackForm customer={customer} now={now} onPromise={(form) => void promise(form)} />}
          {call !== null && customer !== null && campaign !== undefined && campaign.script !== '' && (
            <ScriptPanel key={customer.callId} campaign={campaign} customer={customer} agent={me.name} onDispose={dispose} />
          )}
        </div>
        <div className="desk-side">
          {customer !== null && (
            <CustomerPanel
              customer={customer}
              choices={choices}
              now={now}
              mine={call !== null}
              onNotes={(notes) => send('PUT', 'notes', { callId: customer.callId, notes })}
              onPerson={(person) => request<void>('PUT', '/api/agent/customer', { callId: customer.callId, ...person })}
            />
          )}
          {(me.state === 'LOGGED_OUT' || phone.status.state === 'failed' || call === null) && (
            <PhonePanel
              me={me}
              phone={phone}
              onOwnPhone={(kind) => {
                phone.stop();
                void (kind === 'own' ? send('DELETE', 'phone') : send('PUT', 'phone/mobile'));
              }}
            />
          )}
          <ParkedCustomers
            parked={desk.parked}
            ahead={ahead}
            mayPickUp={mayDial || me.state === 'WRAP_UP'}
            onPickUp={(callId) => void send('POST', `parked/${callId}/pick-up`)}
          />
          <OwnCallbacks
            callbacks={desk.callbacks}
            now={now}
            mayDial={mayDial}
            onDial={(callback) => void send('POST', 'dial', { campaignId: callback.campaignId, leadId: callback.leadId })}
            onCancel={(callback) => void send('DELETE', `callbacks/${callback.id}`)}
          />
          {call === null && colleague === null && <DialPanel campaigns={campaigns} mayDial={mayDial} onDial={(campaignId, leadId) => void send('POST', 'dial', { campaignId, leadId })} />}
          {call === null && colleague === null && mayDial && <CallColleague onCall={callColleague} />}
          <FiguresPanel figures={desk.figures} choices={choices} />
        </div>
      </div>
    </div>
  );
}

interface KeyParts {
  desk: Desk;
  deeds: CallDeeds;
  withColleague: ColleagueDeeds;
  choices: string[];
  dispose: (code: string) => void;
  ready: () => void;
  logIn: () => void;
  mayLogIn: boolean;
  setPausing: (open: boolean) => void;
  panel: Panel;
  setPanel: (panel: Panel) => void;
}

function hotKeys({ desk, deeds, withColleague, choices, dispose, ready, logIn, mayLogIn, setPausing, panel, setPanel }: KeyParts): HotKeys {
  const { me, call, colleague } = desk;
  const asked = colleague !== null && !colleague.mine && colleague.stage === 'CALLED';
  const consults = colleague !== null && colleague.mine && colleague.stage !== 'CALLED' && talks(call);
  const out = me.state === 'LOGGED_OUT';
  const talking = talks(call);
  const keys: HotKeys = {
    KeyL: out && mayLogIn ? logIn : undefined,
    KeyR: out ? undefined : ready,
    KeyP: out ? undefined : () => setPausing(true),
    KeyE: call === null || call.stage === 'OVER' ? undefined : deeds.hangUp,
    KeyH: talking ? deeds.hold : undefined,
    KeyM: talking ? deeds.mute : undefined,
    KeyD: talking ? () => setPanel(panel === 'keys' ? 'none' : 'keys') : undefined,
    KeyW: talking ? deeds.park : undefined,
    KeyT: talking ? () => setPanel(panel === 'transfer' ? 'none' : 'transfer') : undefined,
    KeyA: asked ? withColleague.accept : call?.preview === true ? deeds.accept : undefined,
    KeyN: asked ? withColleague.decline : undefined,
    KeyO: consults ? withColleague.conference : undefined,
    KeyG: consults ? withColleague.give : undefined,
    KeyB: colleague !== null && !asked ? withColleague.leave : undefined,
    KeyK: call?.preview === true ? deeds.skip : undefined,
    KeyX: call?.stage === 'OVER' ? deeds.extend : undefined,
  };
  if (talking || call?.stage === 'OVER') {
    choices.slice(0, 9).forEach((code, index) => {
      keys[`Shift+Digit${index + 1}`] = () => dispose(code);
    });
  }
  return keys;
}

/** The engine's time, good enough for what is shown by the minute. */
function useNow(ahead: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
}

/** A call that was not there before: a tone, and nothing left over from the one before. */
function useNewCall(call: Call | null, onNew: () => void): void {
  const last = useRef(call?.callId ?? 0);
  useEffect(() => {
    const present = call?.callId ?? 0;
    if (present !== last.current) {
      last.current = present;
      onNew();
      if (present !== 0) {
        ring();
      }
    }
  });
}

/** A tone when a colleague calls. */
function useColleagueCalls({ colleague }: Desk): void {
  const calls = colleague !== null && !colleague.mine && colleague.stage === 'CALLED';
  useEffect(() => {
    if (calls) {
      ring();
    }
  }, [calls]);
}

/** An agent who has a lent phone gets it again when the page is loaded again. */
function useLentPhone(desk: Desk, off: boolean, start: () => void): void {
  const tried = useRef(false);
  useEffect(() => {
    if (!tried.current && desk.me.phone === 'browser' && off) {
      tried.current = true;
      start();
    }
  });
}

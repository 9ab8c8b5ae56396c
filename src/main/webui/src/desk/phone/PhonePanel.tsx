import { useEffect, useState } from 'react';
import { fill, t } from '../../text/language';
import type { Me } from '../model';
import { Level } from './Level';
import type { Phone } from './usePhone';

interface Props {
  me: Me;
  phone: Phone;
  /** Gives the lent phone back, to work with the desk phone or the mobile. */
  onOwnPhone: (kind: 'own' | 'mobile') => void;
}

/** The choice of the phone, its devices, and what is wrong with it in words. */
export function PhonePanel({ me, phone, onOwnPhone }: Props) {
  const text = t().desk.phone;
  const { status } = phone;
  const out = me.state === 'LOGGED_OUT';
  const browser = me.phone === 'browser' || status.state !== 'off';
  return (
    <section className="panel phone" aria-labelledby="phone-title">
      <h2 id="phone-title">{text.title}</h2>
      <fieldset className="choice" disabled={!out}>
        <legend className="unseen">{text.which}</legend>
        <label>
          <input type="radio" name="phone" checked={!browser && me.phone === 'own'} onChange={() => onOwnPhone('own')} />
          {text.own}
        </label>
        {me.mobile !== '' && (
          <label>
            <input type="radio" name="phone" checked={!browser && me.phone === 'mobile'} onChange={() => onOwnPhone('mobile')} />
            <span>
              {text.mobile} <bdi dir="ltr">{me.mobile}</bdi>
            </span>
          </label>
        )}
        <label>
          <input type="radio" name="phone" checked={browser} onChange={phone.start} />
          {text.browser}
        </label>
      </fieldset>
      {!out && <p className="dimmed">{text.changeLater}</p>}
      {!browser && me.phone === 'mobile' && <p className="dimmed">{text.mobileHow}</p>}
      {browser && (
        <>
          <p className={`phone-state phone-${status.state}`} role="status">
            {text.states[status.state]}
          </p>
          {status.microphone !== '' && (
            <p className="alarm" role="alert">
              {text.microphone[status.microphone]}
            </p>
          )}
          {status.problem !== '' && (
            <p className="alarm" role="alert">
              {fill(text.problem, { problem: status.problem })}
            </p>
          )}
          {(status.state === 'off' || status.state === 'failed') && (
            <button type="button" className="deed" onClick={phone.start}>
              {text.connect}
            </button>
          )}
          {status.state === 'registered' && <Devices me={me} phone={phone} />}
        </>
      )}
    </section>
  );
}

function Devices({ me, phone }: { me: Me; phone: Phone }) {
  const text = t().desk.phone;
  const devices = useDevices();
  const mayEcho = me.state === 'LOGGED_OUT';
  return (
    <div className="devices">
      <Choice label={text.microphoneDevice} kind="audioinput" devices={devices} value={phone.microphone} onChoose={phone.useMicrophone} />
      <Level stream={phone.stream()} />
      <Choice label={text.speakerDevice} kind="audiooutput" devices={devices} value={phone.speaker} onChoose={phone.useSpeaker} />
      <button type="button" className="plain-button" disabled={!mayEcho} onClick={phone.echo}>
        {phone.status.inCall && mayEcho ? text.echoEnd : text.echo}
      </button>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  kind: MediaDeviceKind;
  devices: MediaDeviceInfo[];
  value: string;
  onChoose: (device: string) => void;
}

function Choice({ label, kind, devices, value, onChoose }: ChoiceProps) {
  const offered = devices.filter((device) => device.kind === kind && device.deviceId !== '');
  if (offered.length === 0) {
    return null;
  }
  return (
    <label className="field">
      {label}
      <select value={offered.some((device) => device.deviceId === value) ? value : ''} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t().desk.phone.usual}</option>
        {offered.map((device) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function useDevices(): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    const read = () => void navigator.mediaDevices.enumerateDevices().then(setDevices);
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => navigator.mediaDevices.removeEventListener('devicechange', read);
  }, []);
  return devices;
}

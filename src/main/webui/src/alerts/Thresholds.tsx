import { NumberInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { request } from '../http';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import { isMeasured, type AlertSetting } from './alerts';

/** What each role of the person is alerted of; a change holds at once, for everybody of that role. */
export function Thresholds() {
  const settings = useGet<AlertSetting[]>('/api/alerts/settings');
  return (
    <Show loaded={settings}>
      {(all) => (
        <div className="stack">
          <p className="dimmed">{t().alerts.settingsHelp}</p>
          {[...new Set(all.map(({ role }) => role))].map((role) => (
            <RoleSettings key={role} role={role} settings={all.filter((each) => each.role === role)} onChanged={settings.set} />
          ))}
        </div>
      )}
    </Show>
  );
}

interface Props {
  role: string;
  settings: readonly AlertSetting[];
  onChanged: (all: AlertSetting[]) => void;
}

function RoleSettings({ role, settings, onChanged }: Props) {
  const texts = t().alerts;
  const roles: Readonly<Record<string, string>> = t().shell.roles;
  const { refusal, run } = useDeed();
  const put = (setting: AlertSetting, change: Partial<AlertSetting>) =>
    run(async () => {
      const { kind, active, threshold } = { ...setting, ...change };
      onChanged(await request<AlertSetting[]>('PUT', '/api/alerts/settings', { role, kind, active, threshold }));
    });
  return (
    <section className="panel stack" aria-label={roles[role] ?? role}>
      <h2>{roles[role] ?? role}</h2>
      <Refusal words={refusal} />
      <ul className="rows threshold-rows">
        {settings.map((setting) => (
          <li key={setting.kind}>
            <Switch
              label={texts.kinds[setting.kind].title}
              description={texts.kinds[setting.kind].help}
              checked={setting.active}
              onChange={(event) => void put(setting, { active: event.currentTarget.checked })}
            />
            {isMeasured(setting.kind) ? (
              <Threshold key={setting.threshold} setting={setting} put={(threshold) => void put(setting, { threshold })} />
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Threshold({ setting, put }: { setting: AlertSetting; put: (threshold: number) => void }) {
  const texts = t().alerts;
  const scale = setting.kind === 'CAP_NEAR' ? 100 : 1;
  const [value, setValue] = useState<number | string>(Math.round(setting.threshold * scale * 1000) / 1000);
  const wrong = value === '' || Number(value) < setting.least * scale || Number(value) > setting.most * scale;
  const left = () => {
    if (!wrong && Number(value) / scale !== setting.threshold) {
      put(Number(value) / scale);
    }
  };
  return (
    <NumberInput
      hideControls
      size="xs"
      allowNegative={false}
      aria-label={fill(texts.thresholdOf, { kind: texts.kinds[setting.kind].title })}
      suffix={` ${texts.units[setting.kind === 'CAP_NEAR' ? 'percent' : setting.kind === 'HOPPER_LOW' ? 'leads' : 'seconds']}`}
      error={wrong ? fill(t().common.between, { min: setting.least * scale, max: setting.most * scale }) : undefined}
      value={value}
      onChange={setValue}
      onBlur={left}
      onKeyDown={(event) => event.key === 'Enter' && left()}
    />
  );
}

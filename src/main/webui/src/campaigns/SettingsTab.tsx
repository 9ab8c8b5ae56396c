import { Button } from '@mantine/core';
import { useState } from 'react';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import { settingsOf, type Campaign } from './api';
import { fieldsOfGroup, groupsFor, objections, type Settings } from './settings';
import { SettingField } from './SettingField';

interface Props {
  campaign: Campaign;
  onChanged: (campaign: Campaign) => void;
}

/** All settings of a campaign; saved together, so that they fit each other. */
export function SettingsTab({ campaign, onChanged }: Props) {
  const texts = t().campaigns;
  const mayChange = useHasRole('manager');
  const [settings, setSettings] = useState<Settings>(() => settingsOf(campaign));
  const [saved, setSaved] = useState(false);
  const { busy, refusal, fields, run } = useDeed();
  const wrong = Object.assign({}, ...groupsFor(settings).map((group) => objections(group, settings))) as Record<string, string>;
  const changed = JSON.stringify(settings) !== JSON.stringify(settingsOf(campaign));

  const change = (part: Partial<Settings>) => {
    setSaved(false);
    setSettings((before) => ({ ...before, ...part }));
  };
  const save = () =>
    run(async () => {
      const answer = await request<Campaign>('PUT', `/api/campaigns/${campaign.id}`, settings);
      setSettings(settingsOf(answer));
      setSaved(true);
      onChanged(answer);
    });

  return (
    <form
      className="stack settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="setting-groups">
        {groupsFor(settings).map((group) => (
          <section key={group.name} className="panel stack" aria-labelledby={`group-${group.name}`}>
            <h2 id={`group-${group.name}`}>{texts.groups[group.name]}</h2>
            {fieldsOfGroup(group, settings).map((field) => (
              <SettingField
                key={field.key}
                field={field}
                settings={settings}
                change={change}
                readOnly={!mayChange}
                error={wrong[field.key] ?? fields[field.key] ?? ''}
              />
            ))}
          </section>
        ))}
      </div>
      {mayChange && (
        <div className="panel save-bar">
          <Refusal words={refusal} />
          <span role="status">{saved ? texts.changedLive : changed ? texts.unsaved : ''}</span>
          <Button type="submit" loading={busy} disabled={!changed || Object.keys(wrong).length > 0}>
            {t().common.save}
          </Button>
        </div>
      )}
    </form>
  );
}

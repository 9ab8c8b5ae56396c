import { Button } from '@mantine/core';
import { useState } from 'react';
import { request } from '../http';
import { go } from '../shell/router';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import type { Campaign } from './api';
import { fieldsOfGroup, groupsFor, objections, type Settings } from './settings';
import { SettingField, settingTexts, valueWords } from './SettingField';

/** The wizard: one group of settings after the other, then a look at all of them. */
export default function NewCampaignPage() {
  const defaults = useGet<Settings>('/api/campaigns/defaults');
  return (
    <div className="page">
      <h1>{t().campaigns.wizard.title}</h1>
      <Show loaded={defaults}>{(settings) => <Wizard first={{ ...settings, name: '' }} />}</Show>
    </div>
  );
}

function Wizard({ first }: { first: Settings }) {
  const texts = t().campaigns;
  const [settings, setSettings] = useState(first);
  const [step, setStep] = useState(0);
  /** What is wrong is said when somebody wants to go on, not while he writes. */
  const [tried, setTried] = useState(false);
  const { busy, refusal, fields, run } = useDeed();
  const groups = groupsFor(settings);
  const group = groups[step];
  const wrong = group === undefined ? {} : objections(group, settings);

  const move = (to: number) => {
    setTried(false);
    setStep(to);
  };
  const next = () => {
    if (Object.keys(wrong).length > 0) {
      setTried(true);
      document.getElementById(`setting-${Object.keys(wrong)[0]}`)?.focus();
    } else {
      move(step + 1);
    }
  };
  const create = () =>
    run(async () => {
      const { version: _, ...body } = settings;
      const made = await request<Campaign>('POST', '/api/campaigns', body);
      go(`/campaigns/${made.id}`);
    });

  return (
    <div className="wizard">
      <ol className="steps" aria-label={texts.wizard.steps}>
        {[...groups.map(({ name }) => texts.groups[name]), texts.wizard.check].map((name, index) => (
          <li key={name} aria-current={index === step ? 'step' : undefined} className={index < step ? 'step-done' : undefined}>
            <button type="button" disabled={index >= step} onClick={() => move(index)}>
              <span className="step-number">{index + 1}</span> {name}
            </button>
          </li>
        ))}
      </ol>
      <form
        className="panel stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (group === undefined) {
            void create();
          } else {
            next();
          }
        }}
      >
        <p className="dimmed" role="status">
          {fill(texts.wizard.step, { n: step + 1, all: groups.length + 1 })}
        </p>
        <h2>{group === undefined ? texts.wizard.check : texts.groups[group.name]}</h2>
        {group === undefined ? (
          <Review settings={settings} />
        ) : (
          fieldsOfGroup(group, settings).map((field) => (
            <SettingField
              key={field.key}
              field={field}
              settings={settings}
              change={(change) => setSettings((before) => ({ ...before, ...change }))}
              error={(tried ? wrong[field.key] : undefined) ?? fields[field.key] ?? ''}
            />
          ))
        )}
        <Refusal words={refusal} />
        <div className="buttons">
          {step > 0 && (
            <Button variant="default" onClick={() => move(step - 1)}>
              {t().common.previous}
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {group === undefined ? texts.wizard.create : t().common.next}
          </Button>
        </div>
      </form>
    </div>
  );
}

function Review({ settings }: { settings: Settings }) {
  const texts = t().campaigns;
  return (
    <>
      <p>
        {texts.wizard.checkHelp} {texts.wizard.after}
      </p>
      <div className="review">
        {groupsFor(settings).map((group) => (
          <section key={group.name}>
            <h3>{texts.groups[group.name]}</h3>
            <dl>
              {fieldsOfGroup(group, settings).map(({ key }) => (
                <div key={key}>
                  <dt>{settingTexts(key).label}</dt>
                  <dd>{valueWords(key, settings[key])}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { t } from '../../text/language';
import { wordsAt } from '../flow/findings';
import { ListField } from './ListField';
import { useGround } from './ground';
import { HoursForm } from './HoursForm';

const ZONES = 'ivr-zones';

/** What a flow has besides its steps. */
export function SettingsPanel() {
  const texts = t().ivr.settings;
  const { flow, findings, readOnly, setFlow } = useGround();
  const wrong = (field: string) => wordsAt(findings, '', field) || undefined;
  const names = Object.keys(flow.hours);
  const addHours = () => {
    const isFree = (name: string) => flow.hours[name] === undefined;
    const name = isFree(texts.hoursName) ? texts.hoursName : `${texts.hoursName} ${names.length + 1}`;
    if (isFree(name)) {
      const office = [{ from: '09:00', to: '17:00' }];
      setFlow({ ...flow, hours: { ...flow.hours, [name]: { week: { MON: office, TUE: office, WED: office, THU: office, FRI: office }, holidays: {} } } });
    }
  };
  return (
    <fieldset className="ivr-fields" disabled={readOnly}>
      <legend className="unseen">{t().ivr.panels.settings}</legend>
      <NativeSelect
        label={texts.start}
        size="xs"
        value={flow.start}
        error={wrong('start')}
        data={[{ value: '', label: t().ivr.steps.nowhere }, ...flow.nodes.map(({ id }) => id)]}
        onChange={(event) => setFlow({ ...flow, start: event.currentTarget.value })}
      />
      <TextInput label={texts.language} size="xs" value={flow.language} error={wrong('language')} onChange={(event) => setFlow({ ...flow, language: event.currentTarget.value }, 'language')} />
      <TextInput label={texts.zone} size="xs" list={ZONES} value={flow.zone} error={wrong('zone')} onChange={(event) => setFlow({ ...flow, zone: event.currentTarget.value }, 'zone')} />
      <datalist id={ZONES}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <ListField label={texts.data} error={wrong('data') ?? ''} values={flow.data} onChange={(data) => setFlow({ ...flow, data }, 'data')} />
      {names.map((name, index) => (
        <HoursForm key={index} name={name} />
      ))}
      <div>
        <Button size="compact-xs" variant="default" onClick={addHours}>
          {texts.addHours}
        </Button>
      </div>
    </fieldset>
  );
}

import { Checkbox, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { PromptChoice } from '../prompts/PromptChoice';
import { inWords } from '../text/format';
import { fill, t } from '../text/language';
import { DAYS, RETRIED, type Field, type SettingKey, type Settings } from './settings';
import { read, type FilterJson } from './filter/tree';
import { filterWords } from './filter/words';
import { mixWords, orderWords, type Key } from './order/order';

interface Props {
  field: Field;
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  /** What is wrong with it; empty when nothing is. */
  error: string;
  readOnly?: boolean;
}

/** Name, unit and explanation of a setting. */
export const settingTexts = (key: SettingKey) => t().campaigns.settings[key];

/** One setting with its explanation. */
export function SettingField({ field, settings, change, error, readOnly = false }: Props) {
  const { label, help } = settingTexts(field.key);
  const common = { label, description: help, error: error || undefined, disabled: readOnly, id: `setting-${field.key}` };
  switch (field.kind) {
    case 'text':
      return (
        <TextInput
          {...common}
          maxLength={field.max}
          dir={field.key === 'name' ? 'auto' : 'ltr'}
          value={settings[field.key]}
          onChange={(event) => change({ [field.key]: event.currentTarget.value })}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={settings[field.key]}
          data={field.options.map((value) => ({ value, label: optionWords(value) }))}
          onChange={(event) => change({ [field.key]: event.currentTarget.value })}
        />
      );
    case 'sound':
      return (
        <PromptChoice
          {...common}
          value={settings[field.key]}
          shipped={field.shipped}
          onChange={(value) => change({ [field.key]: value })}
        />
      );
    case 'switch':
      return (
        <Switch {...common} checked={settings[field.key]} onChange={(event) => change({ [field.key]: event.currentTarget.checked })} />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          hideControls
          label={field.unit === 'none' ? label : `${label} (${field.unit === 'seconds' ? t().campaigns.seconds : '%'})`}
          step={field.step}
          allowNegative={false}
          decimalScale={3}
          value={rounded(settings[field.key] / field.scale)}
          onChange={(value) => change({ [field.key]: value === '' ? Number.NaN : rounded(Number(value) * field.scale) })}
        />
      );
    case 'time':
      return (
        <TextInput
          {...common}
          type="time"
          value={settings[field.key].slice(0, 5)}
          onChange={(event) => change({ [field.key]: event.currentTarget.value || '00:00' })}
        />
      );
    case 'days':
      return (
        <Checkbox.Group
          label={label}
          description={help}
          error={error || undefined}
          value={settings.windowDays}
          onChange={(days) => change({ windowDays: DAYS.filter((day) => days.includes(day)) })}
        >
          <div className="choices">
            {DAYS.map((day) => (
              <Checkbox key={day} size="md" value={day} label={t().common.days[day]} disabled={readOnly} />
            ))}
          </div>
        </Checkbox.Group>
      );
    case 'retry':
      return <Retry settings={settings} change={change} error={error} readOnly={readOnly} />;
  }
}

function Retry({ settings, change, error, readOnly }: Omit<Props, 'field'>) {
  const { label, help } = settingTexts('retryMinutes');
  const put = (outcome: string, minutes: number | undefined) => {
    const { [outcome]: _, ...others } = settings.retryMinutes;
    change({ retryMinutes: minutes === undefined ? others : { ...others, [outcome]: minutes } });
  };
  return (
    <fieldset className="retry">
      <legend>{label}</legend>
      <p className="dimmed">{help}</p>
      {error !== '' && (
        <p className="objection" role="alert">
          {error}
        </p>
      )}
      <div className="choices">
        {RETRIED.map((outcome) => (
          <NumberInput
            key={outcome}
            hideControls
            size="xs"
            disabled={readOnly ?? false}
            label={inWords(outcome)}
            placeholder={t().campaigns.finalOutcome}
            allowDecimal={false}
            allowNegative={false}
            value={settings.retryMinutes[outcome] ?? ''}
            onChange={(value) => put(outcome, value === '' ? undefined : Number(value))}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** 2000 * 0.001 is not quite 2. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** A value that can be chosen, in words. */
export function optionWords(value: string): string {
  const options: Readonly<Record<string, string>> = t().campaigns.options;
  return options[value] ?? value;
}

/** MON as Monday. */
export function dayWords(day: string): string {
  const days: Readonly<Record<string, string>> = t().common.days;
  return days[day] ?? day;
}

/** A setting's value in words, for the history. */
export function valueWords(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return t().common.none;
  }
  if (key === 'filter') {
    return filterWords(read(value as FilterJson));
  }
  if (key === 'order') {
    return orderWords(value as Key[]);
  }
  if (key === 'mix') {
    return mixWords(value as Record<string, number>);
  }
  if (typeof value === 'boolean') {
    return value ? t().common.yes : t().common.no;
  }
  if (typeof value === 'number') {
    if (key.endsWith('Millis')) {
      return fill(t().units.seconds, { n: rounded(value / 1000) });
    }
    return key === 'abandonmentCap' ? `${rounded(value * 100)} %` : String(value);
  }
  if (Array.isArray(value)) {
    return value.map((each) => dayWords(String(each))).join(', ');
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, inner]) => `${inWords(name)}: ${String(inner)}`)
      .join(', ');
  }
  return optionWords(String(value));
}

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fill, t } from '../../text/language';
import { wordsAt } from '../flow/findings';
import { spansOf, spansText } from '../flow/hours';
import { DAYS, type Flow, type Hours, type Span } from '../flow/model';
import { useGround } from './ground';

/** With another name of a table of hours, in the flow and in the conditions that ask it. */
function renamed(flow: Flow, from: string, to: string): Flow {
  const hours = Object.fromEntries(Object.entries(flow.hours).map(([name, table]) => [name === from ? to : name, table]));
  const nodes = flow.nodes.map((node) => (node.if !== undefined && 'open' in node.if && node.if.open === from ? { ...node, if: { open: to } } : node));
  return { ...flow, hours, nodes };
}

/** A table of opening hours. */
export function HoursForm({ name }: { name: string }) {
  const texts = t().ivr.settings;
  const { flow, findings, setFlow } = useGround();
  const table: Hours = flow.hours[name] ?? { week: {}, holidays: {} };
  const set = (changed: Hours, mark = '') => setFlow({ ...flow, hours: { ...flow.hours, [name]: changed } }, mark);
  const holidays = Object.entries(table.holidays);
  const setHolidays = (rows: [string, Span[]][], mark = '') => set({ ...table, holidays: Object.fromEntries(rows) }, mark);
  const today = new Date().toISOString().slice(0, 10);
  const problem = wordsAt(findings, '', `hours.${name}`);
  const removeTable = () => {
    const { [name]: _gone, ...hours } = flow.hours;
    setFlow({ ...flow, hours });
  };
  return (
    <fieldset className="ivr-group">
      <legend>
        {texts.hours}: <bdi>{name}</bdi>
      </legend>
      <TextInput
        key={name}
        label={texts.name}
        size="xs"
        maxLength={100}
        defaultValue={name}
        onBlur={(event) => {
          const wanted = event.currentTarget.value.trim();
          if (wanted !== '' && flow.hours[wanted] === undefined) {
            setFlow(renamed(flow, name, wanted));
          }
        }}
      />
      {DAYS.map((day) => (
        <SpansField
          key={day}
          label={t().common.days[day]}
          spans={table.week[day] ?? []}
          onChange={(spans) => {
            const { [day]: _before, ...week } = table.week;
            set({ ...table, week: spans.length === 0 ? week : { ...week, [day]: spans } }, `${name} ${day}`);
          }}
        />
      ))}
      {holidays.length > 0 && <h3>{texts.holidays}</h3>}
      {holidays.map(([date, spans], index) => (
        <div key={index} className="ivr-row ivr-holiday">
          <TextInput
            aria-label={fill(texts.date, { n: index + 1 })}
            size="xs"
            type="date"
            value={date}
            onChange={(event) => event.currentTarget.value !== '' && setHolidays(holidays.map((row, at) => (at === index ? [event.currentTarget.value, spans] : row)))}
          />
          <SpansField label={fill(texts.spans, { name: date })} hidden spans={spans} onChange={(changed) => setHolidays(holidays.map((row, at) => (at === index ? [date, changed] : row)), `${name} ${index}`)} />
          <Button size="compact-xs" variant="default" aria-label={fill(texts.removeHoliday, { name: date })} onClick={() => setHolidays(holidays.filter((_, at) => at !== index))}>
            ×
          </Button>
        </div>
      ))}
      {problem !== '' && (
        <p className="ivr-problem" dir="auto">
          {problem}
        </p>
      )}
      <div className="buttons">
        <Button size="compact-xs" variant="default" disabled={table.holidays[today] !== undefined} onClick={() => setHolidays([...holidays, [today, []]])}>
          {texts.addHoliday}
        </Button>
        <Button size="compact-xs" variant="default" onClick={removeTable}>
          {fill(texts.removeHours, { name })}
        </Button>
      </div>
    </fieldset>
  );
}

interface SpansProps {
  label: string;
  /** Whether the label is for screen readers alone. */
  hidden?: boolean;
  spans: readonly Span[];
  onChange: (spans: Span[]) => void;
}

/** What is typed stays until the field is left, since half of a time is none. */
function SpansField({ label, hidden = false, spans, onChange }: SpansProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      {...(hidden ? { 'aria-label': label } : { label })}
      className={hidden ? '' : 'ivr-day'}
      size="xs"
      dir="ltr"
      placeholder={t().ivr.settings.day}
      value={typed ?? spansText(spans)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== undefined && typed !== spansText(spans)) {
          onChange(spansOf(typed));
        }
        setTyped(undefined);
      }}
    />
  );
}

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import { DAYS } from './settings';

interface RunTime {
  days: string[];
  startsAt: string;
  stopsAt: string;
  zone: string;
  firstDate?: string | null;
  lastDate?: string | null;
}

interface RunTimes {
  schedules: RunTime[];
}

/** When the campaign runs by itself. */
export function SchedulesTab({ id }: { id: number }) {
  const times = useGet<RunTimes>(`/api/campaigns/${id}/schedules`);
  return <Show loaded={times}>{({ schedules }) => <Schedules id={id} first={schedules} />}</Show>;
}

function Schedules({ id, first }: { id: number; first: RunTime[] }) {
  const texts = t().campaigns.schedule;
  const mayChange = useHasRole('manager');
  const [times, setTimes] = useState(first);
  const [saved, setSaved] = useState(true);
  const { busy, refusal, fields, run } = useDeed();

  const put = (next: RunTime[]) => {
    setSaved(false);
    setTimes(next);
  };
  const change = (index: number, part: Partial<RunTime>) =>
    put(times.map((time, at) => (at === index ? { ...time, ...part } : time)));
  const add = () =>
    put([
      ...times,
      {
        days: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
        startsAt: '09:00',
        stopsAt: '18:00',
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    ]);
  const save = () =>
    run(async () => {
      setTimes((await request<RunTimes>('PUT', `/api/campaigns/${id}/schedules`, { schedules: times })).schedules);
      setSaved(true);
    });

  return (
    <div className="stack">
      <p className="dimmed">{texts.help}</p>
      {times.length === 0 && <p className="panel notice">{texts.none}</p>}
      {times.map((time, index) => (
        <OneTime
          key={index}
          n={index + 1}
          time={time}
          readOnly={!mayChange}
          error={(field) => fields[`schedules[${index}].${field}`] ?? ''}
          change={(part) => change(index, part)}
          remove={() => put(times.filter((_, at) => at !== index))}
        />
      ))}
      <Refusal words={refusal} />
      {mayChange && (
        <div className="buttons">
          <Button variant="default" onClick={add}>
            {texts.add}
          </Button>
          <Button loading={busy} disabled={saved} onClick={() => void save()}>
            {t().common.save}
          </Button>
        </div>
      )}
    </div>
  );
}

interface OneTimeProps {
  n: number;
  time: RunTime;
  readOnly: boolean;
  error: (field: string) => string;
  change: (part: Partial<RunTime>) => void;
  remove: () => void;
}

function OneTime({ n, time, readOnly, error, change, remove }: OneTimeProps) {
  const texts = t().campaigns.schedule;
  const input = (field: 'startsAt' | 'stopsAt' | 'firstDate' | 'lastDate' | 'zone', label: string, type: string) => (
    <TextInput
      type={type}
      label={label}
      disabled={readOnly}
      error={error(field) || undefined}
      value={(type === 'time' ? time[field]?.slice(0, 5) : time[field]) ?? ''}
      onChange={(event) => change({ [field]: event.currentTarget.value || null })}
    />
  );
  return (
    <section className="panel stack" aria-label={fill(texts.one, { n })}>
      <Checkbox.Group
        label={texts.days}
        error={error('days') || undefined}
        value={time.days}
        onChange={(days) => change({ days: DAYS.filter((day) => days.includes(day)) })}
      >
        <div className="choices">
          {DAYS.map((day) => (
            <Checkbox key={day} value={day} label={t().common.days[day]} disabled={readOnly} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="upload-row">
        {input('startsAt', texts.from, 'time')}
        {input('stopsAt', texts.until, 'time')}
        {input('zone', texts.zone, 'text')}
        {input('firstDate', texts.firstDate, 'date')}
        {input('lastDate', texts.lastDate, 'date')}
      </div>
      {!readOnly && (
        <div>
          <button type="button" className="plain-button" onClick={remove}>
            {fill(texts.remove, { n })}
          </button>
        </div>
      )}
    </section>
  );
}

import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { request } from '../http';
import { Dialog } from '../shell/Dialog';
import { t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import type { CustomField, List } from './api';

/** A button with the form of a new list. */
export function NewList({ campaignId, onMade }: { campaignId: number; onMade: () => void }) {
  const texts = t().lists;
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [priority, setPriority] = useState(0);
  const [customFields, setFields] = useState<CustomField[]>([]);
  const { busy, refusal, fields: wrong, run } = useDeed();
  const create = () =>
    run(async () => {
      await request<List>('POST', '/api/lists', { campaignId, name: name.trim(), priority, customFields });
      setOpen(false);
      setName('');
      onMade();
    });
  const change = (index: number, part: Partial<CustomField>) =>
    setFields((before) => before.map((field, at) => (at === index ? { ...field, ...part } : field)));
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t().campaigns.mix.newList}
      </Button>
      <Dialog title={t().campaigns.mix.newList} open={open} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <TextInput
            label={t().common.name}
            required
            maxLength={100}
            value={name}
            error={wrong['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NumberInput
            label={t().common.priority}
            description={texts.priorityHelp}
            min={-1000}
            max={1000}
            allowDecimal={false}
            value={priority}
            onChange={(value) => setPriority(Number(value))}
          />
          <fieldset className="retry">
            <legend>{texts.customFields}</legend>
            <p className="dimmed">{texts.customFieldsHelp}</p>
            {customFields.map((field, index) => (
              <div key={index} className="field-row">
                <TextInput
                  size="xs"
                  aria-label={texts.fieldName}
                  placeholder={texts.fieldName}
                  value={field.name}
                  error={wrong[`customFields[${index}].name`]}
                  onChange={(event) => change(index, { name: event.currentTarget.value })}
                />
                <NativeSelect
                  size="xs"
                  aria-label={texts.fieldType}
                  value={field.type}
                  data={(['text', 'number', 'date', 'boolean'] as const).map((type) => ({ value: type, label: texts.types[type] }))}
                  onChange={(event) => change(index, { type: event.currentTarget.value as CustomField['type'] })}
                />
                <button
                  type="button"
                  className="plain-button"
                  onClick={() => setFields((before) => before.filter((_, at) => at !== index))}
                >
                  {t().common.remove}
                </button>
              </div>
            ))}
            <button
              type="button"
              className="plain-button"
              onClick={() => setFields((before) => [...before, { name: '', type: 'text' }])}
            >
              {texts.addField}
            </button>
          </fieldset>
          <Refusal words={refusal} />
          <div className="buttons">
            <Button type="submit" loading={busy}>
              {t().common.save}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { request } from '../../http';
import type { List } from '../../lists/api';
import { useHasRole } from '../../session/session';
import { count } from '../../text/format';
import { fill, t } from '../../text/language';
import { Refusal, Show, useDeed, useGet } from '../../ui/load';
import type { FieldView } from '../filter/tree';
import { fieldName } from '../filter/words';
import { Mix } from './Mix';
import { directions, MOST_KEYS, moveUp, type Key, type Order } from './order';

/** In what order the campaign dials its leads, and how its lists take turns. */
export function OrderBox({ id, fields }: { id: number; fields: readonly FieldView[] }) {
  const saved = useGet<Order>(`/api/campaigns/${id}/order`);
  const lists = useGet<List[]>(`/api/lists?campaignId=${id}`);
  return <Show loaded={saved}>{(order) => <Show loaded={lists}>{(known) => <Editor id={id} saved={order} fields={fields} lists={known} />}</Show>}</Show>;
}

interface Props {
  id: number;
  saved: Order;
  fields: readonly FieldView[];
  lists: readonly List[];
}

function Editor({ id, saved, fields, lists }: Props) {
  const texts = t().order;
  const mayChange = useHasRole('manager');
  const [keys, setKeys] = useState<readonly Key[]>(saved.order ?? []);
  const [mixes, setMixes] = useState(saved.mix !== null && saved.mix !== undefined);
  const [shares, setShares] = useState<ReadonlyMap<number, number>>(() => new Map(saved.mix?.map(({ list, share }) => [list, share])));
  const [waiting, setWaiting] = useState(saved.waiting ?? 0);
  const [done, setDone] = useState(false);
  const { busy, refusal, run } = useDeed();
  const changed = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setDone(false);
  };
  const save = () =>
    run(async () => {
      const mix = mixes ? lists.map((list) => ({ list: list.id, share: shares.get(list.id) ?? 1 })) : null;
      const order = await request<Order>('PUT', `/api/campaigns/${id}/order`, { order: keys.map(({ field, descending }) => ({ field, descending: descending === true })), mix });
      setWaiting(order.waiting ?? 0);
      setDone(true);
    });
  return (
    <section className="stack" aria-labelledby="order-title">
      <h2 id="order-title">{texts.title}</h2>
      <p className="dimmed">{texts.help}</p>
      <fieldset className="panel filter stack" disabled={!mayChange}>
        <legend className="unseen">{texts.title}</legend>
        <Keys keys={keys} fields={fields} onChange={changed(setKeys)} />
        {lists.length > 1 && (
          <>
            <Checkbox label={texts.mixes} description={texts.mixesHelp} checked={mixes} onChange={(event) => changed(setMixes)(event.currentTarget.checked)} />
            {mixes && <Mix lists={lists} shares={shares} onChange={changed(setShares)} />}
          </>
        )}
      </fieldset>
      {waiting > 0 && <p role="status">{fill(texts.waiting, { n: count(waiting) })}</p>}
      <Refusal words={refusal} />
      {mayChange && (
        <div className="buttons">
          <Button loading={busy} onClick={() => void save()}>
            {texts.save}
          </Button>
          {done && <span role="status">{texts.saved}</span>}
        </div>
      )}
    </section>
  );
}

function Keys({ keys, fields, onChange }: { keys: readonly Key[]; fields: readonly FieldView[]; onChange: (keys: readonly Key[]) => void }) {
  const texts = t().order;
  const free = fields.filter(({ field, sortable }) => sortable && !keys.some((key) => key.field === field));
  const put = (at: number, key: Key) => onChange(keys.map((before, index) => (index === at ? key : before)));
  const next = free[0];
  return (
    <>
      {keys.length === 0 && <p className="dimmed">{texts.nothing}</p>}
      <ol className="order-keys">
        {keys.map((key, at) => {
          const [ascending, descending] = directions(fields.find(({ field }) => field === key.field)?.type);
          return (
            <li key={key.field}>
              <div className="filter-row" role="group" aria-label={fill(texts.key, { n: at + 1 })}>
                <NativeSelect
                  aria-label={t().filter.field}
                  size="xs"
                  value={key.field}
                  data={[key.field, ...free.map(({ field }) => field)].map((field) => ({ value: field, label: fieldName(field) }))}
                  onChange={(event) => put(at, { ...key, field: event.currentTarget.value })}
                />
                <NativeSelect
                  aria-label={texts.direction}
                  size="xs"
                  value={key.descending === true ? 'descending' : 'ascending'}
                  data={[
                    { value: 'ascending', label: ascending },
                    { value: 'descending', label: descending },
                  ]}
                  onChange={(event) => put(at, { ...key, descending: event.currentTarget.value === 'descending' })}
                />
                {at > 0 && (
                  <Button size="compact-xs" variant="default" aria-label={fill(texts.upNamed, { n: at + 1 })} onClick={() => onChange(moveUp(keys, at))}>
                    {texts.up}
                  </Button>
                )}
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={fill(texts.removeNamed, { n: at + 1 })}
                  onClick={() => onChange(keys.filter((_, index) => index !== at))}
                >
                  {t().filter.remove}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {keys.length < MOST_KEYS && next !== undefined && (
        <div className="buttons">
          <Button size="compact-sm" variant="default" onClick={() => onChange([...keys, { field: next.field }])}>
            {texts.add}
          </Button>
        </div>
      )}
    </>
  );
}

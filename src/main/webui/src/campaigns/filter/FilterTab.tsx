import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { fieldsOf, messageOf, request } from '../../http';
import type { List } from '../../lists/api';
import { useHasRole } from '../../session/session';
import { count as figure } from '../../text/format';
import { fill, t } from '../../text/language';
import { Refusal, Show, useDeed, useGet } from '../../ui/load';
import { OrderBox } from '../order/OrderBox';
import { GroupBox, type Ground } from './Builder';
import { errorsByPart, read, replace, write, type FieldView, type FilterJson, type Group } from './tree';

interface Saved {
  filter?: FilterJson | null;
}

interface Count {
  passing: number;
  now: number;
  leads: number;
}

/** Typing pauses for this long before leads are counted. */
const REST_MILLIS = 400;

/** Which leads of its lists the campaign dials. */
export function FilterTab({ id }: { id: number }) {
  const saved = useGet<Saved>(`/api/campaigns/${id}/filter`);
  const fields = useGet<FieldView[]>(`/api/campaigns/${id}/filter/fields`);
  return <Show loaded={saved}>{(filter) => <Show loaded={fields}>{(known) => <Both id={id} saved={filter} fields={known} />}</Show>}</Show>;
}

interface Props {
  id: number;
  saved: Saved;
  fields: readonly FieldView[];
}

function Both(props: Props) {
  return (
    <div className="stack">
      <Editor {...props} />
      <OrderBox id={props.id} fields={props.fields} />
    </div>
  );
}

function Editor({ id, saved, fields }: Props) {
  const texts = t().filter;
  const mayChange = useHasRole('manager');
  const lists = useGet<List[]>(`/api/lists?campaignId=${id}`);
  const [root, setRoot] = useState<Group>(() => read(saved.filter));
  const [newest, setNewest] = useState(0);
  const [done, setDone] = useState(false);
  const { busy, refusal, fields: wrong, run } = useDeed();
  const types = useMemo(() => new Map(fields.map((each) => [each.field, each.type])), [fields]);
  const written = useMemo(() => write(root, types), [root, types]);
  const counted = useCount(id, written.json);
  const change = (next: Group) => {
    setRoot(next);
    setDone(false);
  };
  const ground: Ground = {
    fields,
    lists: lists.value ?? [],
    errors: errorsByPart({ ...counted.fields, ...wrong }, written.places),
    newest,
    onChange: (part, by) => change(part === root.id && by?.kind === 'group' ? by : replace(root, part, by)),
    onAdd: (group, part) => {
      const grown = { ...group, members: [...group.members, part] };
      change(group.id === root.id ? grown : replace(root, group.id, grown));
      setNewest(part.kind === 'group' ? (part.members[0]?.id ?? 0) : part.id);
    },
  };
  const save = () =>
    run(async () => {
      await request<Saved>('PUT', `/api/campaigns/${id}/filter`, { filter: written.json });
      setDone(true);
    });
  return (
    <div className="stack">
      <p className="dimmed">{texts.help}</p>
      <fieldset className="panel filter" disabled={!mayChange}>
        <legend className="unseen">{texts.title}</legend>
        <GroupBox group={root} depth={1} ground={ground} />
        {root.members.length === 0 && <p className="dimmed">{texts.nothing}</p>}
      </fieldset>
      <p role="status" className="filter-count">
        {counted.count === undefined
          ? counted.words || texts.counting
          : fill(texts.count, { passing: figure(counted.count.passing), leads: figure(counted.count.leads), now: figure(counted.count.now) })}
      </p>
      <Refusal words={Object.keys(wrong).length > 0 ? '' : refusal} />
      {mayChange && (
        <div className="buttons">
          <Button loading={busy} onClick={() => void save()}>
            {texts.save}
          </Button>
          {done && <span role="status">{texts.saved}</span>}
        </div>
      )}
    </div>
  );
}

interface Counted {
  count: Count | undefined;
  /** Why there is no count; empty while it is on its way. */
  words: string;
  fields: Readonly<Record<string, string>>;
}

const COUNTING: Counted = { count: undefined, words: '', fields: {} };

/** How many leads pass; counted anew when the filter rests. */
function useCount(id: number, filter: FilterJson | null): Counted {
  const [counted, setCounted] = useState(COUNTING);
  const asked = JSON.stringify({ filter });
  useEffect(() => {
    let current = true;
    setCounted(COUNTING);
    const timer = window.setTimeout(() => {
      request<Count>('POST', `/api/campaigns/${id}/filter/count`, JSON.parse(asked))
        .then((count) => current && setCounted({ count, words: '', fields: {} }))
        .catch((error: unknown) => {
          const fields = fieldsOf(error);
          if (current) {
            setCounted({ count: undefined, words: Object.keys(fields).length > 0 ? t().filter.notYet : messageOf(error), fields });
          }
        });
    }, REST_MILLIS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [id, asked]);
  return counted;
}

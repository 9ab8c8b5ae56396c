import { NumberInput } from '@mantine/core';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { Link } from '../shell/router';
import { count, percent } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';
import type { ListRow } from './api';

interface Props {
  rows: readonly ListRow[];
  onChanged: () => void;
  /** Names of campaigns by id; given where lists of several stand together. */
  campaigns?: ReadonlyMap<number, string>;
}

/** Lists with their penetration; their priority can be changed in place. */
export function ListTable({ rows, onChanged, campaigns }: Props) {
  const texts = t().campaigns.mix;
  const mayChange = useHasRole('manager');
  const { refusal, run } = useDeed();
  const setPriority = (list: ListRow, priority: number) =>
    run(async () => {
      const { campaignId, name, customFields } = list;
      await request('PUT', `/api/lists/${list.id}`, { campaignId, name, customFields, priority });
      onChanged();
    });
  return (
    <div className="panel wide" tabIndex={0} role="region" aria-label={t().lists.title}>
      <Refusal words={refusal} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t().common.list}</th>
            {campaigns && <th scope="col">{t().common.campaign}</th>}
            <th scope="col">{t().common.priority}</th>
            <th scope="col" className="number">{texts.leads}</th>
            <th scope="col">{texts.penetration}</th>
            <th scope="col" className="number">{texts.open}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/lists/${row.id}`}>{row.name}</Link>
              </th>
              {campaigns && <td>{campaigns.get(row.campaignId)}</td>}
              <td className="narrow">
                <Priority
                  key={row.priority}
                  name={row.name}
                  value={row.priority}
                  readOnly={!mayChange}
                  put={(priority) => void setPriority(row, priority)}
                />
              </td>
              <td className="number">{count(row.leads)}</td>
              <td>
                <Penetration row={row} />
              </td>
              <td className="number">{count(row.open)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Priority({ name, value, readOnly, put }: { name: string; value: number; readOnly: boolean; put: (value: number) => void }) {
  if (readOnly) {
    return <>{value}</>;
  }
  const left = (text: string) => {
    const wanted = Number(text);
    if (Number.isInteger(wanted) && text !== '' && wanted !== value) {
      put(wanted);
    }
  };
  return (
    <NumberInput
      size="xs"
      hideControls
      allowDecimal={false}
      min={-1000}
      max={1000}
      aria-label={fill(t().lists.priorityOf, { name })}
      defaultValue={value}
      onBlur={(event) => left(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && left(event.currentTarget.value)}
    />
  );
}

function Penetration({ row }: { row: ListRow }) {
  const share = row.leads === 0 ? 0 : row.dialled / row.leads;
  return (
    <span className="penetration">
      <span className="bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {percent(share)}
    </span>
  );
}

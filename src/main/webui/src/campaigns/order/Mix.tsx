import { NumberInput } from '@mantine/core';
import type { List } from '../../lists/api';
import { percent } from '../../text/format';
import { fill, t } from '../../text/language';

interface Props {
  lists: readonly List[];
  shares: ReadonlyMap<number, number>;
  onChange: (shares: ReadonlyMap<number, number>) => void;
}

/** The shares of the lists, and what each comes to among lists of one priority. */
export function Mix({ lists, shares, onChange }: Props) {
  const texts = t().order;
  const shareOf = (list: List) => shares.get(list.id) ?? 1;
  const total = (priority: number) => lists.filter((list) => list.priority === priority).reduce((sum, list) => sum + shareOf(list), 0);
  return (
    <table className="table table-small">
      <thead>
        <tr>
          <th scope="col">{t().common.list}</th>
          <th scope="col">{t().common.priority}</th>
          <th scope="col">{texts.share}</th>
          <th scope="col" className="number">
            {texts.part}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...lists]
          .sort((a, b) => b.priority - a.priority || a.id - b.id)
          .map((list) => (
            <tr key={list.id}>
              <th scope="row">{list.name}</th>
              <td>{list.priority}</td>
              <td className="narrow">
                <NumberInput
                  size="xs"
                  aria-label={fill(texts.shareOf, { list: list.name })}
                  min={1}
                  max={100}
                  clampBehavior="strict"
                  allowDecimal={false}
                  value={shareOf(list)}
                  onChange={(value) => onChange(new Map(shares).set(list.id, Math.max(1, Number(value))))}
                />
              </td>
              <td className="number">{percent(shareOf(list) / total(list.priority))}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

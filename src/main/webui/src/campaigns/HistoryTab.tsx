import { dateTime } from '../text/format';
import { t } from '../text/language';
import { Show, useGet } from '../ui/load';
import { steps, type Change } from './changes';
import { settingTexts, valueWords } from './SettingField';
import type { SettingKey } from './settings';

/** Who changed which setting, when, from what to what. */
export function HistoryTab({ id }: { id: number }) {
  const texts = t().campaigns.history;
  const history = useGet<Change[]>(`/api/campaigns/${id}/history`);
  return (
    <Show loaded={history}>
      {(changes) => (
        <div className="panel stack">
          <p className="dimmed">{texts.help}</p>
          <ol className="timeline">
            {steps(changes).map((step) => (
              <li key={step.changedAt}>
                <p>
                  <b>{dateTime(step.changedAt)}</b> {step.changedBy}
                </p>
                {step.differences === undefined && <p className="dimmed">{texts.created}</p>}
                {step.differences?.length === 0 && <p className="dimmed">{texts.nothing}</p>}
                {step.differences !== undefined && step.differences.length > 0 && (
                  <table className="table table-small">
                    <thead>
                      <tr>
                        <th scope="col">{texts.setting}</th>
                        <th scope="col">{texts.from}</th>
                        <th scope="col">{texts.to}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {step.differences.map(({ key, from, to }) => (
                        <tr key={key}>
                          <th scope="row">{nameOf(key)}</th>
                          <td>{valueWords(key, from)}</td>
                          <td>
                            <b>{valueWords(key, to)}</b>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Show>
  );
}

function nameOf(key: string): string {
  if (key === 'filter') {
    return t().filter.title;
  }
  if (key === 'order') {
    return t().order.title;
  }
  if (key === 'mix') {
    return t().order.mix;
  }
  const known: Partial<Record<string, { label: string }>> = t().campaigns.settings;
  return known[key] === undefined ? key : settingTexts(key as SettingKey).label;
}

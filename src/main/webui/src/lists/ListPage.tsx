import { request } from '../http';
import type { ImportView } from '../messages';
import type { PageProps } from '../pages';
import { useHasRole } from '../session/session';
import { go, Link } from '../shell/router';
import { count, inWords, percent } from '../text/format';
import { fill, t } from '../text/language';
import { Bars } from '../ui/Bars';
import { Confirm } from '../ui/Confirm';
import { Show, useGet } from '../ui/load';
import { hasRefusedRows, sentence } from '../upload/progress';
import type { List } from './api';

interface Funnel {
  leads: number;
  dialled: number;
  open: number;
  attempts: number;
  reached: number;
  talked: number;
  disposed: Record<string, number>;
  outcomes: Record<string, number>;
}

/** One list: how far it is, what came of it, why its leads are not dialled, where they came from. */
export default function ListPage({ params }: PageProps) {
  const id = params['id'] ?? '';
  const list = useGet<List>(`/api/lists/${id}`);
  const funnel = useGet<Funnel>(`/api/lists/${id}/funnel`);
  const reasons = useGet<Record<string, number>>(`/api/lists/${id}/explanation`);
  const manages = useHasRole('manager');
  const texts = t().lists;
  return (
    <div className="page">
      <Show loaded={list}>
        {({ name, campaignId }) => (
          <div className="page-head">
            <h1>{name}</h1>
            <Link to={`/campaigns/${campaignId}/lists`}>{texts.toCampaign}</Link>
            {manages && (
              <span className="buttons">
                <Confirm
                  words={t().common.delete}
                  question={fill(texts.deleteQuestion, { name })}
                  deed={async () => {
                    await request<void>('DELETE', `/api/lists/${id}`);
                    go('/lists');
                  }}
                />
                <Link to={`/upload/${id}`} className="link-button">
                  {t().campaigns.mix.upload}
                </Link>
              </span>
            )}
          </div>
        )}
      </Show>
      <div className="two-columns">
        <Show loaded={funnel}>{(figures) => <FunnelPanel figures={figures} />}</Show>
        <Show loaded={reasons}>{(counts) => <Reasons counts={counts} />}</Show>
      </div>
      {manages && <Imports listId={id} />}
    </div>
  );
}

function FunnelPanel({ figures }: { figures: Funnel }) {
  const texts = t().lists;
  const byNumber = (counts: Record<string, number>) => Object.entries(counts).sort(([, a], [, b]) => b - a);
  return (
    <section className="panel stack" aria-labelledby="funnel">
      <h2 id="funnel">{texts.funnel}</h2>
      <p>
        {fill(texts.penetration, {
          share: percent(figures.leads === 0 ? 0 : figures.dialled / figures.leads),
          attempts: count(figures.attempts),
          open: count(figures.open),
        })}
      </p>
      <Bars
        whole={figures.leads}
        className="bars-funnel"
        bars={[
          { key: 'leads', label: texts.leads, value: figures.leads },
          { key: 'dialled', label: texts.dialled, value: figures.dialled },
          { key: 'reached', label: texts.reached, value: figures.reached },
          { key: 'talked', label: texts.talked, value: figures.talked },
        ]}
      />
      {Object.keys(figures.disposed).length > 0 && (
        <>
          <h3>{texts.disposed}</h3>
          <Bars
            whole={figures.talked}
            bars={byNumber(figures.disposed).map(([code, value]) => ({ key: code, label: inWords(code), value }))}
          />
        </>
      )}
    </section>
  );
}

function Reasons({ counts }: { counts: Record<string, number> }) {
  const texts = t().lists;
  const rules: Partial<Record<string, { title: string; text: string }>> = t().leads.rules;
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const all = rows.reduce((sum, [, number]) => sum + number, 0);
  return (
    <section className="panel stack" aria-labelledby="reasons">
      <h2 id="reasons">{texts.reasons}</h2>
      <p className="dimmed">{texts.reasonsHelp}</p>
      {rows.length === 0 && <p>{texts.empty}</p>}
      <Bars
        whole={all}
        bars={rows.map(([rule, value]) => ({ key: rule, label: rules[rule]?.title ?? rule, title: rules[rule]?.text ?? '', value }))}
      />
    </section>
  );
}

function Imports({ listId }: { listId: string }) {
  const texts = t().lists;
  const imports = useGet<ImportView[]>(`/api/lists/${listId}/imports`);
  return (
    <Show loaded={imports}>
      {(all) => (
        <section className="panel stack" aria-labelledby="imports">
          <h2 id="imports">{texts.imports}</h2>
          {all.length === 0 ? (
            <p className="dimmed">{texts.noImports}</p>
          ) : (
            <div className="wide" tabIndex={0} role="region" aria-labelledby="imports">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{texts.file}</th>
                    <th scope="col">{t().common.state}</th>
                    <th scope="col" className="number">{t().upload.rowsRead}</th>
                    <th scope="col" className="number">{t().upload.imported}</th>
                    <th scope="col" className="number">{t().upload.refused}</th>
                    <th scope="col">{texts.refusedRows}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((view) => (
                    <tr key={view.id}>
                      <th scope="row">{view.fileName}</th>
                      <td>{sentence(view)}</td>
                      <td className="number">{count(view.rowsRead)}</td>
                      <td className="number">{count(view.rowsImported)}</td>
                      <td className="number">{count(view.rowsRejected)}</td>
                      <td>
                        {hasRefusedRows(view) && (
                          <a href={`/api/imports/${view.id}/rejected.csv`} download>
                            {t().upload.download}
                          </a>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
    </Show>
  );
}

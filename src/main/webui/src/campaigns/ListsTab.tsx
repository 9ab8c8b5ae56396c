import { ListTable } from '../lists/ListTable';
import { NewList } from '../lists/NewList';
import { useLists } from '../lists/api';
import { useHasRole } from '../session/session';
import { Link } from '../shell/router';
import { t } from '../text/language';
import { Show } from '../ui/load';

/** The mix: which list is dialled before which. */
export function ListsTab({ id }: { id: number }) {
  const texts = t().campaigns.mix;
  const mayChange = useHasRole('manager');
  const lists = useLists(id);
  return (
    <div className="stack">
      <p className="dimmed">{texts.help}</p>
      <Show loaded={lists}>
        {(rows) => (rows.length === 0 ? <p className="panel notice">{texts.none}</p> : <ListTable rows={rows} onChanged={lists.reload} />)}
      </Show>
      {mayChange && (
        <div className="buttons">
          <Link to="/upload" className="link-button">
            {texts.upload}
          </Link>
          <NewList campaignId={id} onMade={lists.reload} />
        </div>
      )}
    </div>
  );
}

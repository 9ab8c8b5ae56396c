import { useEffect, useRef, useState } from 'react';
import { Link } from '../shell/router';
import { fill, t } from '../text/language';
import { distinct, type OpenAlert } from './alerts';

const SHOWN_MILLIS = 8_000;

/** Says an alert that has just opened, on every page; polite, so that it breaks off nothing that is being read. */
export function Announcer({ alerts }: { alerts: readonly OpenAlert[] }) {
  const known = useRef<ReadonlySet<string>>(undefined);
  const [told, setTold] = useState<OpenAlert>();

  useEffect(() => {
    const keys = new Map(distinct(alerts).map((alert) => [`${alert.kind}/${alert.subjectId}/${alert.subject}`, alert]));
    const before = known.current;
    known.current = new Set(keys.keys());
    const fresh = before === undefined ? undefined : [...keys].find(([key]) => !before.has(key))?.[1];
    if (fresh !== undefined) {
      setTold(fresh);
    }
  }, [alerts]);
  useEffect(() => {
    const timer = setTimeout(() => setTold(undefined), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [told]);

  return (
    <div className="announcer" role="status">
      {told !== undefined && (
        <Link to="/alerts" className="announcement">
          {fill(t().alerts.announced, { kind: t().alerts.kinds[told.kind].title, subject: told.subject })}
        </Link>
      )}
    </div>
  );
}

import { t } from '../text/language';

/** The agent's desk. */
export default function DeskPage() {
  return (
    <div className="page">
      <h1>{t().shell.desk.title}</h1>
      <p className="panel notice">{t().shell.desk.notice}</p>
    </div>
  );
}

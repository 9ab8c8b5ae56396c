import { Link } from '../shell/router';

interface Props {
  label: string;
  tabs: readonly { to: string; name: string; current: boolean }[];
}

/** Parts of a page, each with an address of its own. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} current={tab.current}>
          {tab.name}
        </Link>
      ))}
    </nav>
  );
}

import { useState } from 'react';
import type { Role } from '../messages';
import { may, PAGES, type Page } from '../pages';
import { count } from '../text/format';
import { fill, t } from '../text/language';
import { Icon } from './Icon';
import { Link } from './router';

const NARROW = 'tactus-narrow';

/** The pages of the navigation for these roles, in its order. */
export function navigable(roles: readonly Role[]): (Page & Required<Pick<Page, 'nav'>>)[] {
  return PAGES.filter((page): page is Page & Required<Pick<Page, 'nav'>> => page.nav !== undefined && may(page, roles));
}

interface Props {
  roles: readonly Role[];
  path: string;
  /** How many alerts are open. */
  alerts: number;
}

export function Navigation({ roles, path, alerts }: Props) {
  const [narrow, setNarrow] = useState(() => localStorage.getItem(NARROW) === 'yes');
  const pages = navigable(roles);
  const groups = [...new Set(pages.map((page) => page.nav.group))];
  const here = [...pages]
    .sort((a, b) => b.path.length - a.path.length)
    .find((page) => path === page.path || path.startsWith(`${page.path}/`));
  const turn = () => {
    localStorage.setItem(NARROW, narrow ? 'no' : 'yes');
    setNarrow(!narrow);
  };
  return (
    <nav className={narrow ? 'side side-narrow' : 'side'} aria-label={t().shell.pages}>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`nav-${group}`}>
          <h2 id={`nav-${group}`}>{t().shell.groups[group]}</h2>
          <ul>
            {pages
              .filter((page) => page.nav.group === group)
              .map((page) => (
                <li key={page.path}>
                  <Link
                    to={page.path}
                    current={page === here}
                    title={narrow ? t().shell.nav[page.nav.name] : undefined}
                  >
                    <Icon name={page.nav.icon} />
                    <span>{t().shell.nav[page.nav.name]}</span>
                    {page.nav.name === 'alerts' && alerts > 0 && (
                      <b className="badge" aria-label={fill(t().alerts.number, { n: count(alerts) })}>
                        {count(alerts)}
                      </b>
                    )}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <button
        type="button"
        className="plain-button turn"
        aria-expanded={!narrow}
        aria-label={narrow ? t().shell.widen : t().shell.narrow}
        title={narrow ? t().shell.widen : t().shell.narrow}
        onClick={turn}
      >
        <Icon name={narrow ? 'expand' : 'collapse'} />
      </button>
    </nav>
  );
}

import { Loader } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo, useState, type ComponentType } from 'react';
import type { User } from '../messages';
import { findPage, homeOf, may, type Page, type PageProps } from '../pages';
import { fill, t } from '../text/language';
import { SharedPhone } from '../desk/phone/SharedPhone';
import { Announcer } from '../alerts/Announcer';
import { distinct, useOpenAlerts } from '../alerts/alerts';
import { Broken } from './Broken';
import { KeyHelp } from './KeyHelp';
import { Navigation } from './Navigation';
import { Link, replace, usePath } from './router';
import { TopBar } from './TopBar';
import { useOnline } from './useOnline';

/** Each page's code is asked for once. */
const loaded = new Map<Page, ComponentType<PageProps>>();

function codeOf(page: Page): ComponentType<PageProps> {
  const known = loaded.get(page) ?? lazy(page.load);
  loaded.set(page, known);
  return known;
}

/** The frame: navigation for the person's roles, and the page of the present address. */
export function Shell({ user, onGone }: { user: User; onGone: () => void }) {
  const path = usePath();
  const online = useOnline();
  const alerts = useOpenAlerts(user.roles.some((role) => role !== 'agent'));
  const [help, setHelp] = useState(false);

  useEffect(() => {
    if (path === '/') {
      replace(homeOf(user.roles));
    }
  }, [path, user.roles]);

  return (
    <>
      <a className="skip" href="#content">
        {t().shell.skip}
      </a>
      <TopBar user={user} onGone={onGone} onHelp={() => setHelp(true)} />
      <div className="frame">
        <Navigation roles={user.roles} path={path} alerts={distinct(alerts).length} />
        <SharedPhone>
          <main id="content" tabIndex={-1}>
            {!online && (
              <p className="banner banner-lost" role="status">
                {t().shell.offline}
              </p>
            )}
            <Broken key={path}>
              <Suspense fallback={<Loader className="loading" aria-label={t().shell.loading} />}>
                {path !== '/' && <Current path={path} user={user} />}
              </Suspense>
            </Broken>
          </main>
        </SharedPhone>
      </div>
      <Announcer alerts={alerts} />
      <KeyHelp roles={user.roles} open={help} setOpen={setHelp} />
    </>
  );
}

function Current({ path, user }: { path: string; user: User }) {
  const found = useMemo(() => findPage(path), [path]);
  if (found === undefined) {
    return <Notice title={t().shell.noPage.title} text={fill(t().shell.noPage.text, { path })} home={homeOf(user.roles)} />;
  }
  if (!may(found.page, user.roles)) {
    const roles = found.page.roles.map((role) => t().shell.roles[role]).join(', ');
    return <Notice title={t().shell.notAllowed.title} text={fill(t().shell.notAllowed.text, { roles })} home={homeOf(user.roles)} />;
  }
  const Code = codeOf(found.page);
  return <Code params={found.params} />;
}

function Notice({ title, text, home }: { title: string; text: string; home: string }) {
  return (
    <div className="page">
      <section className="panel apology">
        <h1>{title}</h1>
        <p>{text}</p>
        <Link to={home}>{t().shell.noPage.home}</Link>
      </section>
    </div>
  );
}

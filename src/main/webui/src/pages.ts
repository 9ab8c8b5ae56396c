import type { ComponentType } from 'react';
import type { Role } from './messages';
import type { IconName } from './shell/Icon';
import { match, type Params } from './shell/router';
import type { Texts } from './text/language';

/** What a page gets from the shell. */
export interface PageProps {
  params: Params;
}

/** A page of the application. Its code is loaded when somebody goes there. */
export interface Page {
  /** Parts that begin with a colon are values. */
  path: string;
  /** Empty: for everybody who is logged in. */
  roles: readonly Role[];
  load: () => Promise<{ default: ComponentType<PageProps> }>;
  /** Its place in the navigation; none for pages that are reached from others. */
  nav?: { group: keyof Texts['shell']['groups']; name: keyof Texts['shell']['nav']; icon: IconName };
}

const WATCHERS: readonly Role[] = ['supervisor', 'manager', 'compliance', 'administrator'];

/** All pages, in the order of the navigation. The first that a person may see is where a log-in leads, see {@link homeOf}. */
export const PAGES: readonly Page[] = [
  {
    path: '/desk',
    roles: ['agent'],
    load: () => import('./desk/DeskPage'),
    nav: { group: 'work', name: 'desk', icon: 'headset' },
  },
  {
    path: '/floor',
    roles: WATCHERS,
    load: () => import('./board/BoardPage'),
    nav: { group: 'live', name: 'floor', icon: 'pulse' },
  },
  {
    path: '/upload',
    roles: ['manager'],
    load: () => import('./upload/UploadPage'),
    nav: { group: 'campaigns', name: 'lists', icon: 'list' },
  },
  {
    path: '/what-if',
    roles: ['manager', 'administrator'],
    load: () => import('./lab/WhatIfPage'),
    nav: { group: 'campaigns', name: 'whatIf', icon: 'flask' },
  },
];

export const may = (page: Page, roles: readonly Role[]) =>
  page.roles.length === 0 || page.roles.some((role) => roles.includes(role));

/** Where somebody with these roles begins. */
export function homeOf(roles: readonly Role[]): string {
  return PAGES.find((page) => page.nav !== undefined && may(page, roles))?.path ?? '/account';
}

export function findPage(path: string): { page: Page; params: Params } | undefined {
  for (const page of PAGES) {
    const params = match(page.path, path);
    if (params !== undefined) {
      return { page, params };
    }
  }
  return undefined;
}

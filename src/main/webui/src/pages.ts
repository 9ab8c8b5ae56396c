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
const READERS: readonly Role[] = ['supervisor', 'manager', 'compliance'];

/** All pages, in the order of the navigation. Where a log-in leads: {@link homeOf}. */
export const PAGES: readonly Page[] = [
  {
    path: '/desk',
    roles: ['agent'],
    load: () => import('./desk/DeskPage'),
    nav: { group: 'work', name: 'desk', icon: 'headset' },
  },
  {
    path: '/missed-calls',
    roles: ['agent', 'supervisor', 'manager'],
    load: () => import('./missed/MissedCallsPage'),
    nav: { group: 'work', name: 'missed', icon: 'missed' },
  },
  {
    path: '/voicemail',
    roles: ['agent', 'supervisor', 'manager'],
    load: () => import('./sound/VoicemailPage'),
    nav: { group: 'work', name: 'voicemail', icon: 'voicemail' },
  },
  {
    path: '/floor',
    roles: WATCHERS,
    load: () => import('./board/BoardPage'),
    nav: { group: 'live', name: 'floor', icon: 'pulse' },
  },
  {
    path: '/floor/agents',
    roles: WATCHERS,
    load: () => import('./floor/AgentsPage'),
    nav: { group: 'live', name: 'floorAgents', icon: 'people' },
  },
  {
    path: '/alerts',
    roles: WATCHERS,
    load: () => import('./alerts/AlertsPage'),
    nav: { group: 'live', name: 'alerts', icon: 'bell' },
  },
  { path: '/alerts/:tab', roles: WATCHERS, load: () => import('./alerts/AlertsPage') },
  {
    path: '/campaigns',
    roles: WATCHERS,
    load: () => import('./campaigns/CampaignsPage'),
    nav: { group: 'campaigns', name: 'campaigns', icon: 'megaphone' },
  },
  { path: '/campaigns/new', roles: ['manager'], load: () => import('./campaigns/NewCampaignPage') },
  { path: '/campaigns/:id', roles: WATCHERS, load: () => import('./campaigns/CampaignPage') },
  { path: '/campaigns/:id/:tab', roles: WATCHERS, load: () => import('./campaigns/CampaignPage') },
  {
    path: '/lists',
    roles: READERS,
    load: () => import('./lists/ListsPage'),
    nav: { group: 'campaigns', name: 'lists', icon: 'list' },
  },
  { path: '/lists/:id', roles: READERS, load: () => import('./lists/ListPage') },
  { path: '/upload', roles: ['manager'], load: () => import('./upload/UploadPage') },
  { path: '/upload/:id', roles: ['manager'], load: () => import('./upload/UploadPage') },
  {
    path: '/leads',
    roles: READERS,
    load: () => import('./leads/LeadsPage'),
    nav: { group: 'campaigns', name: 'leads', icon: 'person' },
  },
  { path: '/leads/:id', roles: READERS, load: () => import('./leads/LeadPage') },
  {
    path: '/recordings',
    roles: READERS,
    load: () => import('./sound/RecordingsPage'),
    nav: { group: 'campaigns', name: 'recordings', icon: 'wave' },
  },
  {
    path: '/prompts',
    roles: READERS,
    load: () => import('./prompts/PromptsPage'),
    nav: { group: 'campaigns', name: 'prompts', icon: 'speech' },
  },
  {
    path: '/ivr',
    roles: WATCHERS,
    load: () => import('./ivr/FlowsPage'),
    nav: { group: 'campaigns', name: 'ivr', icon: 'branches' },
  },
  { path: '/ivr/:id', roles: WATCHERS, load: () => import('./ivr/FlowPage') },
  {
    path: '/dispositions',
    roles: READERS,
    load: () => import('./dispositions/DispositionsPage'),
    nav: { group: 'campaigns', name: 'dispositions', icon: 'check' },
  },
  {
    path: '/what-if',
    roles: ['manager', 'administrator'],
    load: () => import('./lab/WhatIfPage'),
    nav: { group: 'campaigns', name: 'whatIf', icon: 'flask' },
  },
  {
    path: '/compliance',
    roles: READERS,
    load: () => import('./compliance/CompliancePage'),
    nav: { group: 'compliance', name: 'compliance', icon: 'shield' },
  },
  {
    path: '/dnc',
    roles: READERS,
    load: () => import('./compliance/DncPage'),
    nav: { group: 'compliance', name: 'dnc', icon: 'ban' },
  },
  {
    path: '/audit',
    roles: ['compliance', 'administrator'],
    load: () => import('./compliance/AuditPage'),
    nav: { group: 'compliance', name: 'audit', icon: 'book' },
  },
  {
    path: '/users',
    roles: ['administrator'],
    load: () => import('./admin/UsersPage'),
    nav: { group: 'administration', name: 'users', icon: 'key' },
  },
  {
    path: '/agents',
    roles: ['administrator'],
    load: () => import('./admin/AgentsPage'),
    nav: { group: 'administration', name: 'agents', icon: 'headset' },
  },
  { path: '/account', roles: [], load: () => import('./account/AccountPage') },
];

export const may = (page: Page, roles: readonly Role[]) =>
  page.roles.length === 0 || page.roles.some((role) => roles.includes(role));

/** Where each role begins; somebody with several begins with the first of them. */
const HOMES: readonly [Role, string][] = [
  ['supervisor', '/floor'],
  ['agent', '/desk'],
  ['manager', '/campaigns'],
  ['compliance', '/compliance'],
  ['administrator', '/users'],
];

/** Where somebody with these roles begins. */
export function homeOf(roles: readonly Role[]): string {
  return HOMES.find(([role]) => roles.includes(role))?.[1] ?? '/account';
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

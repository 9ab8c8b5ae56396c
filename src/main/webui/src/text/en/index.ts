import { account, agents, dispositions, users } from './admin';
import { alerts } from './alerts';
import { board, floor, why } from './board';
import { campaigns } from './campaigns';
import { common } from './common';
import { audit, compliance, dnc } from './compliance';
import { desk } from './desk';
import { filter } from './filter';
import { order } from './order';
import { ivr } from './ivr';
import { lab } from './lab';
import { leads } from './leads';
import { lists, upload } from './lists';
import { missed } from './missed';
import { prompts } from './prompts';
import { shell } from './shell';
import { sound } from './sound';
import { units, words } from './words';

/** All English texts; the type of every other language. One file for each area of the pages. */
export const en = { desk, shell, common, board, why, floor, alerts, campaigns, filter, order, lists, upload, leads, compliance, dnc, audit, users, agents, account, dispositions, prompts, missed, sound, ivr, lab, words, units };

export type Texts = typeof en;

import { desk } from './desk';
import { shell } from './shell';
import { units, words } from './words';

/** All English texts; the type of every other language. One file for each area of the pages. */
export const en = { desk, shell, words, units };

export type Texts = typeof en;

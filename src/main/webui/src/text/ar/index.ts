import type { Texts } from '../en';
import { desk } from './desk';
import { shell } from './shell';
import { units, words } from './words';

/** All texts in Arabic. */
export const ar: Texts = { desk, shell, words, units };

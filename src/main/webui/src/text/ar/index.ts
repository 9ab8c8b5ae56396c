import type { Texts } from '../en';
import { shell } from './shell';
import { units, words } from './words';

/** All texts in Arabic. */
export const ar: Texts = { shell, words, units };

import { useSyncExternalStore } from 'react';
import { en, type Texts } from './en';

export type { Texts };

/** A language of the pages. A new one is a folder beside `en` and a line here. */
export interface Language {
  code: string;
  /** In itself, for the menu. */
  name: string;
  /** For numbers and dates. */
  locale: string;
  direction: 'ltr' | 'rtl';
  load: () => Promise<Texts>;
}

export const LANGUAGES: readonly [Language, ...Language[]] = [
  { code: 'en', name: 'English', locale: 'en', direction: 'ltr', load: () => Promise.resolve(en) },
  {
    code: 'ar',
    name: 'العربية',
    locale: 'ar-u-nu-latn',
    direction: 'rtl',
    load: () => import('./ar').then((module) => module.ar),
  },
];

const STORED = 'tactus-language';
const listeners = new Set<() => void>();
let chosen: Language = LANGUAGES[0];
let texts: Texts = en;

/** The texts of the chosen language. A component that shows some is drawn again when the language changes, because the root is. */
export const t = (): Texts => texts;

export const language = (): Language => chosen;

/** Loads the texts, then changes language and direction of the whole page. */
export async function chooseLanguage(code: string): Promise<void> {
  const wanted = LANGUAGES.find((each) => each.code === code) ?? LANGUAGES[0];
  texts = await wanted.load();
  chosen = wanted;
  document.documentElement.lang = wanted.code;
  document.documentElement.dir = wanted.direction;
  localStorage.setItem(STORED, wanted.code);
  listeners.forEach((listener) => listener());
}

/** The language chosen before on this computer, else the browser's, else English. */
export function firstLanguage(): string {
  const stored = localStorage.getItem(STORED);
  const offered = stored === null ? navigator.languages : [stored];
  const codes = offered.map((tag) => tag.slice(0, 2).toLowerCase());
  return codes.find((code) => LANGUAGES.some((each) => each.code === code)) ?? LANGUAGES[0].code;
}

/** For the root of the page: draws it again when the language changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
}

/** Puts values into a text: `{name}` becomes the value of that name. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

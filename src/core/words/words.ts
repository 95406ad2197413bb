/**
 * Every text that a person sees, in English and Japanese. The English sections give the shape, `ja` must satisfy it.
 * A new subject is a file in `en/` and one of the same name in `ja/`, each named once in `en.ts` and `ja.ts`.
 */
import { en } from './en';
import { ja } from './ja';

/** One language's catalogue: texts, and functions that make one whole sentence each. */
export type Words = typeof en;

/** Finds the words for a locale as `Session.getActiveUserLocale` gives it: `ja` and its variants are Japanese, all others English. */
export function wordsFor(locale: string): Words {
  return /^ja\b|^ja_/i.test(locale) ? ja : en;
}

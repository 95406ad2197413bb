/**
 * Every text that a person sees, in English and Japanese. The English sections give the shape, `ja` must satisfy it.
 * A new subject is a file in `en/` and one of the same name in `ja/`, each named once in `en.ts` and `ja.ts`.
 */
import type { Locale } from '../contract';
import { en } from './en';
import { ja } from './ja';
import { formattersOf, type Formatters } from './formatters';

/** One language: its texts, and functions that make whole sentences. */
export type Catalogue = typeof en & Formatters & { readonly locale: Locale };

const ENGLISH: Catalogue = { ...en, ...formattersOf(en), locale: 'en' };
const JAPANESE: Catalogue = { ...ja, ...formattersOf(ja), locale: 'ja' };

/** Every language. */
export const CATALOGUES: readonly Catalogue[] = [ENGLISH, JAPANESE];

/** The titles of the columns of questions in every language: a row of them is never a question. */
export const QUESTION_TITLES: ReadonlySet<string> = new Set(
  CATALOGUES.flatMap(({ job }) => Object.values(job.questionTitles)),
);

/** Finds the catalogue of a locale as `Session.getActiveUserLocale` gives it: `ja` and its variants are Japanese, all others English. */
export function catalogueFor(locale: string): Catalogue {
  return /^ja(?:$|[-_])/i.test(locale) ? JAPANESE : ENGLISH;
}

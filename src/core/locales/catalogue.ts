/**
 * Every text that a person sees, in English and Japanese. The English sections give the shape, `ja` must satisfy it.
 * A new subject is a file in `en/` and one of the same name in `ja/`, each named once in `en.ts` and `ja.ts`.
 */
import type { Locale } from '../contract';
import type { TargetId } from '../target';
import { en } from './en';
import { addOn as addOnInEnglish } from './en/add-on';
import { formattersOf, type Formatters } from './formatters';
import { ja } from './ja';
import { addOn as addOnInJapanese } from './ja/add-on';
import { overlaid, type Overlay } from './overlay';

/** One language: its texts, and functions that make whole sentences. */
export type Catalogue = typeof en & Formatters & { readonly locale: Locale };

const ENGLISH = bothOf('en', en, addOnInEnglish);
const JAPANESE = bothOf('ja', ja, addOnInJapanese);

/** The catalogues of one language: the one of a bound script, and that with an add-on's own words. */
function bothOf(
  locale: Locale,
  texts: typeof en,
  addOn: Overlay<typeof en>,
): Readonly<Record<TargetId, Catalogue>> {
  const whole = (all: typeof en): Catalogue => ({ ...all, ...formattersOf(all), locale });
  return { bound: whole(texts), 'add-on': whole(overlaid(texts, addOn)) };
}

/** Every language. */
export const CATALOGUES: readonly Catalogue[] = [ENGLISH.bound, JAPANESE.bound];

/** The titles of the columns of questions in every language: a row of them is never a question. */
export const QUESTION_TITLES: ReadonlySet<string> = new Set(
  CATALOGUES.flatMap(({ job }) => Object.values(job.questionTitles)),
);

/**
 * Finds the catalogue of a locale as `Session.getActiveUserLocale` gives it: `ja` and its variants are Japanese, all others
 * English. An add-on has some words of its own.
 */
export function catalogueFor(locale: string, target: TargetId = 'bound'): Catalogue {
  return (/^ja(?:$|[-_])/i.test(locale) ? JAPANESE : ENGLISH)[target];
}

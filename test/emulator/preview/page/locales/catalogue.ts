/** The words of the page in each language. */
import type { Locale } from '../../wire';
import { en, type Words } from './en';
import { ja } from './ja';

export type { Words };

export const WORDS: Readonly<Record<Locale, Words>> = { en, ja };

/** A scope in words; one that is not known, by its short name. */
export function scopeText(scope: string, words: Words): string {
  const short = shortScope(scope);
  return words.scopes[short] ?? short;
}

export function shortScope(scope: string): string {
  return scope.replace('https://www.googleapis.com/auth/', '');
}

/** The words of the page in each language. */
import type { Locale } from '../../wire';
import { en, type Catalogue } from './en';
import { ja } from './ja';

export type { Catalogue };

export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, ja };

/** A scope in words; one that is not known, by its short name. */
export function scopeText(scope: string, catalogue: Catalogue): string {
  const short = shortScope(scope);
  return catalogue.scopes[short] ?? short;
}

export function shortScope(scope: string): string {
  return scope.replace('https://www.googleapis.com/auth/', '');
}

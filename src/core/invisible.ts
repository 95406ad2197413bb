/** Characters that nobody sees: they hide or fake text, or were copied along by accident. */

/** Unicode's Default_Ignorable_Code_Point: zero-width characters, soft hyphens, fillers, marks of direction, variation selectors, tags. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Takes the invisible characters out of a text. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Gives the first invisible character of a text; null where there is none. */
export function firstInvisible(text: string): string | null {
  return text.match(INVISIBLE)?.[0] ?? null;
}

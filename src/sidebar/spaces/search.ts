/** Finds spaces by a part of their name. */

export interface Found<T> {
  readonly item: T;
  readonly name: string;
  /** Where the searched text stands in `name`; null where all are shown. */
  readonly at: readonly [from: number, to: number] | null;
}

/** Finds items whose name holds the text: names that begin with it first, then words that do. Keeps the order otherwise. */
export function searchNames<T>(
  items: readonly T[],
  nameOf: (item: T) => string | null,
  text: string,
): readonly Found<T>[] {
  const wanted = folded(text.trim());
  const ranked: (Found<T> & { readonly rank: number })[] = [];
  for (const item of items) {
    const name = nameOf(item);
    if (name === null) continue;
    if (wanted === '') {
      ranked.push({ item, name, at: null, rank: 0 });
      continue;
    }
    const from = folded(name).indexOf(wanted);
    if (from < 0) continue;
    const isWord = from === 0 || /[\s\p{P}]/u.test(name.charAt(from - 1));
    const rank = from === 0 ? 0 : isWord ? 1 : 2;
    ranked.push({ item, name, at: [from, from + wanted.length], rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank);
}

/** Tells whether two names are the same to a person. */
export function isSameName(a: string, b: string): boolean {
  return a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();
}

/** As long as the text itself, so that places in it stay right. */
function folded(text: string): string {
  return Array.from(text, (letter) => {
    const lower = letter.toLowerCase().normalize('NFKC');
    return lower.length === letter.length ? lower : letter;
  }).join('');
}

/** Names, compared without what differs between two ways to write one: order, spacing, width, accents, forms of address. */
import { withoutInvisible } from '../invisible';

/** A name stands in one column, or its two parts in two. */
export const MOST_NAME_COLUMNS = 2;

/** Behind a Japanese name; in front of a Latin one. */
const ADDRESS = /(?:さん|さま|様|殿|くん|君|ちゃん|先生|氏)$|^(?:mr|mrs|ms|mx|dr|prof)\.? /u;
/** What stands between the parts of a name. */
const BETWEEN = /[\s,.、。・･/／·]+/u;

/**
 * The keys of a name that stands in one cell or in several (last and first name). Two names may be the same person's where they
 * share a key; none where nothing is left of the name.
 */
export function nameKeys(parts: readonly string[]): readonly string[] {
  const text = withoutInvisible(parts.join(' ')).normalize('NFKC').toLowerCase().trim();
  const tokens = withoutAccents(text.replace(ADDRESS, '')).split(BETWEEN).filter(Boolean);
  const [first, ...others] = tokens;
  if (first === undefined) return [];
  const last = tokens[tokens.length - 1] ?? '';
  const orders = [tokens, [...others, first], [last, ...tokens.slice(0, -1)]];
  return [...new Set(orders.map((order) => order.join('')))];
}

/** Accents on Latin letters only: in kana they make another sound. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC');
}

/** People by their names. */
export class NameIndex<T> {
  private readonly byKey = new Map<string, Set<T>>();

  add(name: string, person: T): void {
    for (const key of nameKeys([name])) {
      const known = this.byKey.get(key) ?? new Set();
      this.byKey.set(key, known.add(person));
    }
  }

  /** Everybody who may be meant. */
  find(parts: readonly string[]): readonly T[] {
    return [...new Set(nameKeys(parts).flatMap((key) => [...(this.byKey.get(key) ?? [])]))];
  }
}

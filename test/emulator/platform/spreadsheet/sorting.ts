/** The order of cells when a person sorts: numbers, texts, booleans; empty cells last either way. [tested live by gas-fakes] */
import type { CellValue } from './typing';

const RANK = { number: 0, string: 1, boolean: 2 } as const;
/** Case does not count, runs of digits go by their value. */
const TEXTS = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A comparison of things by a cell value of theirs. */
export function byRank<T>(valueOf: (thing: T) => CellValue, descending: boolean): (a: T, b: T) => number {
  return (left, right) => {
    const a = valueOf(left);
    const b = valueOf(right);
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return compare(a, b) * (descending ? -1 : 1);
  };
}

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' && typeof b === 'string') return TEXTS.compare(a, b);
  if (typeof a === typeof b) return Number(a) - Number(b);
  return RANK[kindOf(a)] - RANK[kindOf(b)];
}

function kindOf(value: CellValue): keyof typeof RANK {
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}

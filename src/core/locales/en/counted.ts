/** A number with its noun. */
import { grouped } from '../number';

/** Says `1 row`, `2,000 rows`; `many` where the plural does not end with `s`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

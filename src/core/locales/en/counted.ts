/** A number with its noun. */

/** Says `1 row`, `2 rows`; `many` where the plural does not end with `s`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Rectangles of a sheet. */

/** Rows and columns are one-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** First and last row of a row range. */
export type Rows = readonly [top: number, bottom: number];

/** Letters of a column: 1 is `A`, 27 is `AA`. */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? lettersOf(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** A1 notation of an area: `B2:C9`, or `B2` for one cell. */
export function a1Of({ row, column, rows, columns }: Area): string {
  const first = `${lettersOf(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${lettersOf(column + columns - 1)}${row + rows - 1}`;
}

/** First and last of some row numbers; null where there are none. */
export function extentOf(rows: Iterable<number>): Rows | null {
  let top = Infinity;
  let bottom = 0;
  for (const row of rows) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return bottom === 0 ? null : [top, bottom];
}

/** All row numbers of a row range. */
export function rowsWithin([top, bottom]: Rows): readonly number[] {
  return Array.from({ length: Math.max(0, bottom - top + 1) }, (_, index) => top + index);
}

/** Numbers in ascending order as runs without a gap. */
export function contiguousRuns(numbers: readonly number[]): readonly Rows[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs[runs.length - 1];
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

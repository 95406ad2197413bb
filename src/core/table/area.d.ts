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
export declare function lettersOf(column: number): string;
/** A1 notation of an area: `B2:C9`, or `B2` for one cell. */
export declare function a1Of({ row, column, rows, columns }: Area): string;
/** First and last of some row numbers; null where there are none. */
export declare function extentOf(rows: Iterable<number>): Rows | null;
/** All row numbers of a row range. */
export declare function rowsWithin([top, bottom]: Rows): readonly number[];
/** Numbers in ascending order as runs without a gap. */
export declare function contiguousRuns(numbers: readonly number[]): readonly Rows[];

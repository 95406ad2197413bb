/** Which rows go out together: rows between those that change are written back only where that costs little and loses nothing. */
import { contiguousRuns, type Rows } from './area';

/**
 * Groups ascending row numbers into ranges of one write each. A gap is closed where every row in it may be written back, the
 * smallest gaps first, until as many rows are written back as `most` says: unless told, as change.
 */
export function rowRanges(
  changed: readonly number[],
  mayWriteBack: (row: number) => boolean,
  most = changed.length,
): readonly Rows[] {
  const runs = contiguousRuns(changed);
  const gaps = runs
    .slice(1)
    .map((run, index) => ({ index, from: (runs[index]?.[1] ?? 0) + 1, to: run[0] - 1 }))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const closed = new Set<number>();
  let budget = most;
  for (const { index, from, to } of gaps) {
    const size = to - from + 1;
    if (size > budget) break;
    if (!every(from, to, mayWriteBack)) continue;
    budget -= size;
    closed.add(index);
  }
  const ranges: [number, number][] = [];
  runs.forEach(([top, bottom], index) => {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && closed.has(index - 1)) last[1] = bottom;
    else ranges.push([top, bottom]);
  });
  return ranges;
}

function every(from: number, to: number, holds: (row: number) => boolean): boolean {
  for (let row = from; row <= to; row++) if (!holds(row)) return false;
  return true;
}

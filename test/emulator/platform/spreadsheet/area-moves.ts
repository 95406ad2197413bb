/** Where an area is after rows or columns were inserted, deleted or moved. */
import type { Area } from './area';

export type Axis = 'rows' | 'columns';

const START = { rows: 'row', columns: 'column' } as const;

/** Inserted before a row or column: an area behind it moves, one around it grows. */
export function stretch(area: Area, axis: Axis, before: number, count: number): Area {
  const start = START[axis];
  if (isUnbounded(area, axis)) return { ...area, [axis]: area[axis] + count };
  if (before <= area[start]) return { ...area, [start]: area[start] + count };
  return before < area[start] + area[axis] ? { ...area, [axis]: area[axis] + count } : area;
}

/** Deleted: an area behind moves, one around shrinks; null where nothing of it is left. */
export function shrink(area: Area, axis: Axis, from: number, count: number): Area | null {
  const start = START[axis];
  const gone = (a: number, b: number): number => Math.max(0, Math.min(b, from + count) - Math.max(a, from));
  const length = area[axis] - gone(area[start], area[start] + area[axis]);
  return length === 0 ? null : { ...area, [start]: area[start] - gone(1, area[start]), [axis]: length };
}

/** A column was moved: an area of one column goes with it; a wider one stays where it is. */
export function follow(area: Area, from: number, to: number): Area {
  if (area.columns > 1) return area;
  if (area.column === from) return { ...area, column: to };
  const without = area.column > from ? area.column - 1 : area.column;
  return { ...area, column: without >= to ? without + 1 : without };
}

/** A whole column has all rows that there are, wherever they were inserted. */
function isUnbounded({ whole }: Area, axis: Axis): boolean {
  return (whole === 'columns' && axis === 'rows') || (whole === 'rows' && axis === 'columns');
}

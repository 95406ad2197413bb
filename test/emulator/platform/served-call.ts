/** What a service call carried, told by its arguments. */
import type { ServedCall } from './execution';

/** Members of a Range that carry something of its own for every cell; the others say one thing of all. */
const OF_EVERY_CELL = /^Range\.(?:get|set)\w+s$/;
const NOT_OF_CELLS = new Set(['Range.getMergedRanges']);

export function servedCall(member: string, args: readonly unknown[]): ServedCall {
  return { member, cells: cellsOf(member, args), requests: requestsOf(member, args) };
}

function cellsOf(member: string, args: readonly unknown[]): number {
  if (member === 'Sheet.appendRow') return (args[1] as readonly unknown[]).length;
  if (!member.startsWith('Range.')) return 0;
  if (!OF_EVERY_CELL.test(member) || NOT_OF_CELLS.has(member)) return 1;
  const { rows, columns } = args[1] as { readonly rows: number; readonly columns: number };
  return rows * columns;
}

function requestsOf(member: string, args: readonly unknown[]): number {
  if (member === 'UrlFetchApp.fetchAll') return (args[0] as readonly unknown[]).length;
  return member === 'UrlFetchApp.fetch' || member.endsWith('.call') ? 1 : 0;
}

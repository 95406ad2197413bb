/** The rows that the grid shows: fetched in blocks as they come into view, and again when their tab changed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CellText, RowsReply, TabView } from '../wire';
import type { FetchRows } from './connection';

const BLOCK_ROWS = 100;

export type CellAt = (row: number, column: number) => CellText | null;

/** Fetches what is missing of rows `first` to `last`; gives what is known, an outdated row until its successor is here. */
export function useRows(fetchRows: FetchRows, tab: TabView, first: number, last: number): CellAt {
  const blocks = useRef(new Map<string, RowsReply>());
  const [, setArrived] = useState(0);
  const wanted = blocksOf(first, Math.min(last, Math.max(tab.rows, 1)));
  useEffect(() => {
    for (const block of [1, ...wanted]) {
      const key = keyOf(tab.name, block);
      const known = blocks.current.get(key);
      if (known && known.version >= tab.version) continue;
      void fetchRows(tab.name, block, BLOCK_ROWS)
        .then((reply) => {
          // Of two replies under way at once the older may come last.
          if (reply.version < (blocks.current.get(key)?.version ?? 0)) return;
          blocks.current.set(key, reply);
          setArrived((count) => count + 1);
        })
        // The tab was deleted or renamed meanwhile; the next `tabs` message says so.
        .catch(() => undefined);
    }
  }, [fetchRows, tab.name, tab.version, wanted.join()]);
  return (row, column) => {
    const block = row - ((row - 1) % BLOCK_ROWS);
    return blocks.current.get(keyOf(tab.name, block))?.rows[row - block]?.[column - 1] ?? null;
  };
}

function blocksOf(first: number, last: number): number[] {
  const blocks = [];
  for (let block = first - ((first - 1) % BLOCK_ROWS); block <= last; block += BLOCK_ROWS) blocks.push(block);
  return blocks;
}

function keyOf(tab: string, block: number): string {
  return `${block} ${tab}`;
}

/**
 * The input over the active cell. It holds the grid's focus all the time, invisible until something is typed, so that
 * Japanese input methods can begin in a cell, and copy and paste arrive as the browser's own events.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TabView } from '../wire';
import { formatCells, parseCells } from './clipboard';
import type { Connection } from './connection';
import { cellName, cellRange, edges, extended, moved, type Range, type Size } from './ranges';
import type { CellAt } from './rows';
import type { Words } from './words';

export interface CellInputProps {
  readonly connection: Connection;
  readonly tab: TabView;
  readonly size: Size;
  readonly hidden: ReadonlySet<number>;
  readonly selection: readonly Range[];
  readonly select: (ranges: readonly Range[]) => void;
  readonly cellAt: CellAt;
  readonly words: Words;
  readonly place: { readonly top: number; readonly left: number; readonly width: number };
}

const PAGE_ROWS = 20;
/** Steps of the keys that move: rows down, columns to the right. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageDown: [PAGE_ROWS, 0],
  PageUp: [-PAGE_ROWS, 0],
};

export function CellInput(props: CellInputProps) {
  const { connection, tab, size, hidden, selection, select, cellAt, words, place } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const active = selection.at(-1) ?? cellRange(1, 1);
  const known = cellAt(active.row, active.column);

  // A click elsewhere moves the active cell: what was being typed belongs to the cell before.
  const editing = useRef<{ row: number; column: number } | null>(null);
  const commit = () => {
    const cell = editing.current;
    editing.current = null;
    setDraft(null);
    const text = input.current?.value ?? '';
    if (cell && text !== (cellAt(cell.row, cell.column)?.input ?? '')) {
      void connection.act({ do: 'type', tab: tab.name, ...cell, texts: [[text]] });
    }
  };
  useEffect(() => {
    const cell = editing.current;
    if (cell && (cell.row !== active.row || cell.column !== active.column)) commit();
  }, [active.row, active.column]);

  const edit = (text: string) => {
    editing.current ??= { row: active.row, column: active.column };
    setDraft(text);
  };
  const cancel = () => {
    editing.current = null;
    setDraft(null);
  };

  /** Skips hidden rows in the direction of the step. */
  const step = (from: Range, down: number, right: number): Range => {
    let to = moved(from, down, right, size);
    while (hidden.has(to.row) && to.row > 1 && to.row < size.rows)
      to = moved(to, Math.sign(down) || 1, 0, size);
    return to;
  };
  const go = (down: number, right: number) => {
    select([step(active, down, right)]);
  };

  const selectedTexts = () => {
    const { top, left, bottom, right } = edges(active);
    const lastRow = Math.min(bottom, Math.max(tab.rows, top));
    const lastColumn = Math.min(right, Math.max(tab.columns, left));
    return Array.from({ length: lastRow - top + 1 }, (_, down) =>
      Array.from({ length: lastColumn - left + 1 }, (_, over) => cellAt(top + down, left + over)?.text ?? ''),
    );
  };
  const clear = () => {
    for (const range of selection) {
      const { top, left, bottom, right } = edges(range);
      const rows = Math.min(bottom, Math.max(tab.rows, top)) - top + 1;
      const columns = Math.min(right, Math.max(tab.columns, left)) - left + 1;
      const texts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
      void connection.act({ do: 'type', tab: tab.name, row: top, column: left, texts });
    }
  };

  const keyWhileEditing = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && !event.altKey) {
      commit();
      go(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === 'Tab') {
      commit();
      go(0, event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };

  const keyWhileSelecting = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const [down, right] = STEPS[event.key] ?? [0, 0];
    if (down !== 0 || right !== 0) {
      const far = command ? 1_000_000 : 1;
      if (!event.shiftKey) go(down * far, right * far);
      else select([...selection.slice(0, -1), extended(active, down * far, right * far, size)]);
    } else if (event.key === 'Home') select([cellRange(command ? 1 : active.row, 1)]);
    else if (event.key === 'End')
      select([cellRange(command ? Math.max(1, tab.rows) : active.row, Math.max(1, tab.columns))]);
    else if (event.key === 'Enter' || event.key === 'F2') edit(known?.input ?? '');
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else if (event.key === 'a' && command)
      select([{ ...cellRange(1, 1), toRow: Math.max(1, tab.rows), toColumn: Math.max(1, tab.columns) }]);
    else if (event.key === ' ' && event.shiftKey) select([{ ...active, column: 1, toColumn: size.columns }]);
    else if (event.key === ' ' && command) select([{ ...active, row: 1, toRow: size.rows }]);
    else return;
    event.preventDefault();
  };

  return (
    <textarea
      ref={input}
      class={`cell-input ${draft === null ? '' : 'is-editing'}`}
      rows={1}
      aria-label={`${cellName(active.row, active.column)} ${known?.text ?? words.grid.empty}`}
      style={{
        top: place.top,
        left: place.left,
        minWidth: place.width,
        width: widthFor(draft ?? '', place.width),
      }}
      value={draft ?? ''}
      onInput={({ currentTarget }) => {
        edit(currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (draft === null) keyWhileSelecting(event);
        else keyWhileEditing(event);
      }}
      onDblClick={() => {
        edit(known?.input ?? '');
      }}
      onBlur={commit}
      onCopy={(event) => {
        if (draft !== null) return;
        event.preventDefault();
        event.clipboardData?.setData('text/plain', formatCells(selectedTexts()));
      }}
      onCut={(event) => {
        if (draft !== null) return;
        event.preventDefault();
        event.clipboardData?.setData('text/plain', formatCells(selectedTexts()));
        clear();
      }}
      onPaste={(event) => {
        if (draft !== null) return;
        event.preventDefault();
        const texts = parseCells(event.clipboardData?.getData('text/plain') ?? '');
        const { top, left } = edges(active);
        void connection.act({ do: 'type', tab: tab.name, row: top, column: left, texts });
        const width = Math.max(...texts.map((line) => line.length));
        select([{ row: top, column: left, toRow: top + texts.length - 1, toColumn: left + width - 1 }]);
      }}
    />
  );
}

function widthFor(text: string, least: number): number {
  return Math.max(least, Math.min(420, text.length * 9 + 20));
}

/**
 * The input over the active cell. It holds the grid's focus all the time, invisible until something is typed, so that
 * Japanese input methods can begin in a cell, and copy and paste arrive as the browser's own events.
 */
import type { RefObject } from 'preact';
import type { TabView } from '../wire';
import { filling, formatCells, parseCells } from './clipboard';
import type { Act } from './connection';
import type { Editing } from './editing';
import { cellName, cellRange, edges, extended, moved, usedPart, type Range, type Size } from './ranges';
import type { CellAt } from './rows';
import type { Catalogue } from './locales/catalogue';

export interface CellInputProps {
  readonly act: Act;
  readonly tab: TabView;
  readonly size: Size;
  readonly hidden: ReadonlySet<number>;
  readonly selection: readonly Range[];
  readonly select: (ranges: readonly Range[]) => void;
  readonly cellAt: CellAt;
  readonly editing: Editing;
  readonly focus: RefObject<HTMLTextAreaElement | null>;
  readonly clear: () => void;
  readonly catalogue: Catalogue;
  readonly place: { readonly top: number; readonly left: number; readonly width: number };
}

const PAGE_ROWS = 20;
/** Further than any grid goes. */
const FAR = 1_000_000;
const WIDTH_PX = { most: 420, perCharacter: 9, padding: 20 };
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
  const { act, tab, size, hidden, selection, select, cellAt, editing, clear, catalogue, place } = props;
  const { draft } = editing;
  const active = selection.at(-1) ?? cellRange(1, 1);
  const known = cellAt(active.row, active.column);

  /** Skips hidden rows in the direction of the step. */
  const step = (from: Range, down: number, right: number): Range => {
    let to = moved(from, down, right, size);
    while (hidden.has(to.row) && to.row > 1 && to.row < size.rows) {
      to = moved(to, Math.sign(down) || 1, 0, size);
    }
    return to;
  };
  const go = (down: number, right: number) => {
    select([step(active, down, right)]);
  };

  const copy = (event: ClipboardEvent) => {
    event.preventDefault();
    const { row, column, toRow, toColumn } = usedPart(active, tab);
    const texts = Array.from({ length: toRow - row + 1 }, (_, down) =>
      Array.from(
        { length: toColumn - column + 1 },
        (_, right) => cellAt(row + down, column + right)?.text ?? '',
      ),
    );
    event.clipboardData?.setData('text/plain', formatCells(texts));
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const texts = filling(parseCells(event.clipboardData?.getData('text/plain') ?? ''), active);
    const { top: row, left: column } = edges(active);
    void act({ do: 'type', tab: tab.name, row, column, texts });
    const width = Math.max(...texts.map((line) => line.length));
    select([{ row, column, toRow: row + texts.length - 1, toColumn: column + width - 1 }]);
  };

  const keyWhileEditing = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') editing.cancel();
    else if (event.key === 'Enter' && !event.altKey) {
      editing.commit();
      go(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === 'Tab') {
      editing.commit();
      go(0, event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };

  const keyWhileSelecting = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const used = { rows: Math.max(1, tab.rows), columns: Math.max(1, tab.columns) };
    const [down, right] = STEPS[event.key] ?? [0, 0];
    if (down !== 0 || right !== 0) {
      const downBy = command ? toEdge(active.toRow, used.rows, down) : down;
      const rightBy = command ? toEdge(active.toColumn, used.columns, right) : right;
      if (!event.shiftKey) go(downBy, rightBy);
      else select([...selection.slice(0, -1), extended(active, downBy, rightBy, size)]);
    } else if (event.key === 'Home') select([cellRange(command ? 1 : active.row, 1)]);
    else if (event.key === 'End') select([cellRange(command ? used.rows : active.row, used.columns)]);
    else if (event.key === 'Enter' || event.key === 'F2') editing.type(known?.input ?? '');
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else if (event.key === 'a' && command) {
      select([{ ...cellRange(1, 1), toRow: used.rows, toColumn: used.columns }]);
    } else if (event.key === ' ' && event.shiftKey)
      select([{ ...active, column: 1, toColumn: size.columns }]);
    else if (event.key === ' ' && command) select([{ ...active, row: 1, toRow: size.rows }]);
    else return;
    event.preventDefault();
  };

  return (
    <textarea
      ref={props.focus}
      class={`cell-input ${draft === null ? '' : 'is-editing'}`}
      rows={1}
      spellcheck={false}
      autocomplete="off"
      aria-label={catalogue.grid.cell(
        cellName(active.row, active.column),
        known?.text ?? catalogue.grid.empty,
      )}
      style={{
        top: `${place.top}px`,
        left: `${place.left}px`,
        minWidth: `${place.width}px`,
        width: `${widthFor(draft?.text ?? '', place.width)}px`,
      }}
      value={draft?.text ?? ''}
      onInput={({ currentTarget }) => {
        editing.type(currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (draft === null) keyWhileSelecting(event);
        else keyWhileEditing(event);
      }}
      onBlur={({ relatedTarget }) => {
        // In the formula line the typing goes on.
        if (!(relatedTarget instanceof Element) || !relatedTarget.closest('.formula-line')) editing.commit();
      }}
      onCopy={(event) => {
        if (draft === null) copy(event);
      }}
      onCut={(event) => {
        if (draft !== null) return;
        copy(event);
        clear();
      }}
      onPaste={(event) => {
        if (draft === null) paste(event);
      }}
    />
  );
}

/** Steps from `at` to the last used row or column, or where that is passed, as far as it goes. */
function toEdge(at: number, used: number, direction: number): number {
  const ahead = (used - at) * direction > 0;
  return ahead ? used - at : direction * FAR;
}

function widthFor(text: string, least: number): number {
  return Math.max(least, Math.min(WIDTH_PX.most, text.length * WIDTH_PX.perCharacter + WIDTH_PX.padding));
}

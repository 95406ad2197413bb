/** The grid: windowed rows, frozen rows, selection by mouse and keyboard, editing in place. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TabView } from '../wire';
import { CellInput } from './cell-input';
import type { Connection } from './connection';
import { cellRange, columnLetters, contains, edges, type Range } from './ranges';
import { GridRow, HEAD_WIDTH, ROW_HEIGHT } from './grid-row';
import { useRows } from './rows';
import type { Words } from './words';

export interface GridProps {
  readonly connection: Connection;
  readonly tab: TabView;
  readonly selection: readonly Range[];
  readonly select: (ranges: readonly Range[]) => void;
  readonly words: Words;
  /** Tells the formula line what the active cell holds. */
  readonly onActiveInput: (input: string) => void;
}

const SPARE_ROWS = 60;
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 26;
/** Rows drawn above and below what is in view. */
const MARGIN_ROWS = 8;
const WIDTH_PX = { least: 92, most: 232, perCharacter: 7.2, padding: 26 };
/** Column widths follow these first rows. */
const MEASURED_ROWS = 30;

export function Grid({ connection, tab, selection, select, words, onActiveInput }: GridProps) {
  const size = {
    rows: Math.max(LEAST_ROWS, tab.rows + SPARE_ROWS),
    columns: Math.max(LEAST_COLUMNS, tab.columns + 2),
  };
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const dragging = useRef(false);

  const hidden = useMemo(() => new Set(tab.hiddenRows), [tab.hiddenRows]);
  const shown = useMemo(
    () => Array.from({ length: size.rows }, (_, index) => index + 1).filter((row) => !hidden.has(row)),
    [size.rows, hidden],
  );
  const frozen = shown.filter((row) => row <= tab.frozenRows);
  const start = Math.max(frozen.length, Math.floor(view.top / ROW_HEIGHT) - MARGIN_ROWS);
  const end = Math.ceil((view.top + view.height) / ROW_HEIGHT) + MARGIN_ROWS;
  const inView = shown.slice(start, end);
  const cellAt = useRows(connection, tab, inView[0] ?? 1, inView.at(-1) ?? 1);

  const widths = Array.from({ length: size.columns }, (_, index) => {
    const rows = Math.min(MEASURED_ROWS, tab.rows);
    const lengths = Array.from({ length: rows }, (_, row) =>
      displayLength(cellAt(row + 1, index + 1)?.text ?? ''),
    );
    const wish = Math.max(0, ...lengths) * WIDTH_PX.perCharacter + WIDTH_PX.padding;
    return Math.round(Math.min(WIDTH_PX.most, Math.max(WIDTH_PX.least, wish)));
  });
  const lefts = widths.map(
    (_, index) => HEAD_WIDTH + widths.slice(0, index).reduce((sum, width) => sum + width, 0),
  );
  const total = HEAD_WIDTH + widths.reduce((sum, width) => sum + width, 0);

  const last = selection.at(-1) ?? cellRange(1, 1);
  const activeText = cellAt(last.row, last.column);
  useEffect(() => {
    onActiveInput(activeText?.input ?? '');
  }, [tab.name, last.row, last.column, activeText?.input]);

  const topOf = (row: number) => {
    const index = shown.indexOf(row);
    return ROW_HEIGHT * ((index < 0 ? row - 1 : index) + 1);
  };

  // Keeps the far corner of the selection in view.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const top = topOf(last.toRow);
    const head = ROW_HEIGHT * (frozen.length + 1);
    if (last.toRow > tab.frozenRows && top < box.scrollTop + head) box.scrollTop = top - head;
    else if (top + ROW_HEIGHT > box.scrollTop + box.clientHeight)
      box.scrollTop = top + ROW_HEIGHT - box.clientHeight;
    const left = lefts[last.toColumn - 1] ?? 0;
    const right = left + (widths[last.toColumn - 1] ?? 0);
    if (left < box.scrollLeft + HEAD_WIDTH) box.scrollLeft = left - HEAD_WIDTH;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  }, [last.toRow, last.toColumn]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const watcher = new ResizeObserver(() => {
      setView({ top: box.scrollTop, height: box.clientHeight });
    });
    watcher.observe(box);
    return () => {
      watcher.disconnect();
    };
  }, []);

  /** Row 0 is the head of columns, column 0 the head of rows: they select whole columns and rows. */
  const press = (event: MouseEvent, row: number, column: number) => {
    if (event.button !== 0) return;
    event.preventDefault();
    scroller.current?.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true });
    dragging.current = true;
    const to = { toRow: row === 0 ? size.rows : row, toColumn: column === 0 ? size.columns : column };
    const fresh = { row: Math.max(1, row), column: Math.max(1, column), ...to };
    if (event.shiftKey) select([...selection.slice(0, -1), { ...last, ...to }]);
    else if (event.ctrlKey || event.metaKey) select([...selection, fresh]);
    else select([fresh]);
  };
  const drag = (event: MouseEvent, row: number, column: number) => {
    if (!dragging.current || event.buttons !== 1 || row === 0 || column === 0) return;
    select([...selection.slice(0, -1), { ...last, toRow: row, toColumn: column }]);
  };

  const rowProps = { widths, cellAt, selection, active: last, press, drag };
  const rowsSelected = (row: number) =>
    selection.some((range) => contains({ ...range, column: 1, toColumn: 1 }, row, 1));
  const columnSelected = (column: number) =>
    selection.some(({ column: from, toColumn }) =>
      contains({ row: 1, toRow: 1, column: from, toColumn }, 1, column),
    );
  const activeTop = topOf(last.row);
  const isFrozen = last.row <= tab.frozenRows;

  return (
    <div
      class="grid"
      ref={scroller}
      role="grid"
      aria-label={tab.name}
      aria-rowcount={size.rows}
      aria-colcount={size.columns}
      aria-multiselectable="true"
      onScroll={({ currentTarget }) => {
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight });
      }}
    >
      <div
        class="grid-sheet"
        role="presentation"
        style={{ width: total, height: ROW_HEIGHT * (shown.length + 1) }}
      >
        <div class="grid-heads" role="row" style={{ width: total }}>
          <span
            class="grid-corner"
            role="columnheader"
            aria-label={words.grid.all}
            onMouseDown={(event) => {
              press(event, 0, 0);
            }}
          />
          {widths.map((width, index) => (
            <span
              key={index}
              class={`grid-head ${columnSelected(index + 1) ? 'is-selected' : ''}`}
              role="columnheader"
              style={{ width }}
              onMouseDown={(event) => {
                press(event, 0, index + 1);
              }}
            >
              {columnLetters(index + 1)}
            </span>
          ))}
        </div>
        {frozen.map((row, index) => (
          <GridRow
            key={`frozen ${row}`}
            {...rowProps}
            row={row}
            selected={rowsSelected(row)}
            frozen={index === frozen.length - 1 ? 'last' : 'yes'}
            style={{ top: ROW_HEIGHT * (index + 1), width: total }}
          />
        ))}
        {inView.map((row) => (
          <GridRow
            key={row}
            {...rowProps}
            row={row}
            selected={rowsSelected(row)}
            frozen="no"
            style={{ top: topOf(row), width: total }}
          />
        ))}
        <CellInput
          key={tab.name}
          connection={connection}
          tab={tab}
          size={size}
          hidden={hidden}
          selection={selection}
          select={select}
          cellAt={cellAt}
          words={words}
          place={{
            top: isFrozen ? view.top + activeTop : activeTop,
            left: lefts[last.column - 1] ?? 0,
            width: widths[last.column - 1] ?? WIDTH_PX.least,
          }}
        />
      </div>
      <p class="visually-hidden" role="status">
        {describe(selection)}
      </p>
    </div>
  );
}

function describe(selection: readonly Range[]): string {
  const cells = selection.map((range) => {
    const { top, left, bottom, right } = edges(range);
    return (bottom - top + 1) * (right - left + 1);
  });
  const count = cells.reduce((sum, next) => sum + next, 0);
  return count > 1 ? String(count) : '';
}

/** Characters of East Asian width count double. */
function displayLength(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u11ff\u2e80-\uff60]/.test(character) ? 1.8 : 1),
    0,
  );
}

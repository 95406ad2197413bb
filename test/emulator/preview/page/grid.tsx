/** The grid: windowed rows, frozen rows, selection by mouse and keyboard, editing in place. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TabView } from '../wire';
import { CellInput } from './cell-input';
import { columnsOf, HEAD_WIDTH } from './columns';
import type { Act, FetchRows } from './connection';
import type { Editing } from './editing';
import { GridHeads } from './grid-heads';
import { GridRow, ROW_HEIGHT, type OnCell } from './grid-row';
import { cellCount, cellName, cellRange, rangeName, type Range } from './ranges';
import { useRows } from './rows';
import type { Catalogue } from './locales/catalogue';

export interface GridProps {
  readonly act: Act;
  readonly fetchRows: FetchRows;
  readonly tab: TabView;
  readonly selection: readonly Range[];
  readonly select: (ranges: readonly Range[]) => void;
  readonly editing: Editing;
  /** The input that holds the grid's focus. */
  readonly focus: RefObject<HTMLTextAreaElement | null>;
  readonly clear: () => void;
  /** Opens the menu of cells at a place in the window. */
  readonly openMenu: (left: number, top: number) => void;
  readonly catalogue: Catalogue;
  /** Tells the formula line what the active cell holds. */
  readonly onActiveInput: (input: string) => void;
}

const SPARE_ROWS = 60;
const LEAST = { rows: 200, columns: 26 };
const SPARE_COLUMNS = 2;
/** Rows drawn above and below what is in view. */
const MARGIN_ROWS = 8;

export function Grid(props: GridProps) {
  const { act, fetchRows, tab, selection, select, editing, focus, clear, openMenu, catalogue } = props;
  const active = selection.at(-1) ?? cellRange(1, 1);
  const size = {
    rows: Math.max(LEAST.rows, tab.rows + SPARE_ROWS, active.toRow),
    columns: Math.max(LEAST.columns, tab.columns + SPARE_COLUMNS),
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
  const cellAt = useRows(fetchRows, tab, inView[0] ?? 1, inView.at(-1) ?? 1);
  const { widths, lefts, total } = columnsOf(tab, size.columns, cellAt);

  const activeCell = cellAt(active.row, active.column);
  useLayoutEffect(() => {
    props.onActiveInput(activeCell?.input ?? '');
  }, [tab.name, active.row, active.column, activeCell?.input]);

  const topOf = (row: number) => {
    const index = shown.indexOf(row);
    return ROW_HEIGHT * ((index < 0 ? row - 1 : index) + 1);
  };

  const wholeRows = active.column === 1 && active.toColumn === size.columns;
  const wholeColumns = active.row === 1 && active.toRow === size.rows;
  // Keeps the far corner of the selection in view; whole rows and columns stay where they are.
  useEffect(() => {
    const box = scroller.current;
    if (!box || wholeRows || wholeColumns) return;
    const top = topOf(active.toRow);
    const head = ROW_HEIGHT * (frozen.length + 1);
    if (active.toRow > tab.frozenRows && top < box.scrollTop + head) box.scrollTop = top - head;
    else if (top + ROW_HEIGHT > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + ROW_HEIGHT - box.clientHeight;
    }
    const left = lefts[active.toColumn - 1] ?? 0;
    const right = left + (widths[active.toColumn - 1] ?? 0);
    if (left < box.scrollLeft + HEAD_WIDTH) box.scrollLeft = left - HEAD_WIDTH;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  }, [active.toRow, active.toColumn]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const watcher = new ResizeObserver(() => {
      setView({ top: box.scrollTop, height: box.clientHeight });
    });
    watcher.observe(box);
    return () => {
      watcher.disconnect();
    };
  }, []);

  const press: OnCell = (event, row, column) => {
    const to = { toRow: row === 0 ? size.rows : row, toColumn: column === 0 ? size.columns : column };
    const fresh = { row: Math.max(1, row), column: Math.max(1, column), ...to };
    event.preventDefault();
    focus.current?.focus({ preventScroll: true });
    if (event.button === 2) {
      // The menu is about what is selected, and about this cell where it is not.
      const inside = selection.some((range) => covers(range, fresh));
      if (!inside) select([fresh]);
      return;
    }
    if (event.button !== 0) return;
    dragging.current = true;
    if (event.shiftKey) select([...selection.slice(0, -1), { ...active, ...to }]);
    else if (event.ctrlKey || event.metaKey) select([...selection, fresh]);
    else select([fresh]);
  };
  const drag: OnCell = (event, row, column) => {
    if (!dragging.current || event.buttons !== 1) return;
    select([...selection.slice(0, -1), { ...active, toRow: row, toColumn: column }]);
  };

  const rowProps = { widths, cellAt, selection, active, width: total, press, drag };
  const isFrozen = active.row <= tab.frozenRows;
  const place = {
    top: topOf(active.row) + (isFrozen ? view.top : 0),
    left: lefts[active.column - 1] ?? 0,
    width: widths[active.column - 1] ?? 0,
  };

  return (
    <div
      class="grid"
      ref={scroller}
      onScroll={({ currentTarget }) => {
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight });
      }}
      onMouseUp={() => {
        dragging.current = false;
      }}
      onDblClick={({ target }) => {
        if (target instanceof Element && target.closest('.cell')) editing.type(activeCell?.input ?? '');
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        // The menu key of the keyboard comes without a place.
        const box = focus.current?.getBoundingClientRect();
        const byKey = event.button !== 2 && box;
        openMenu(byKey ? box.left : event.clientX, byKey ? box.bottom : event.clientY);
      }}
    >
      <div
        class="grid-sheet"
        role="grid"
        aria-label={tab.name}
        aria-rowcount={size.rows}
        aria-colcount={size.columns}
        aria-multiselectable="true"
        style={{ width: `${total}px`, height: `${ROW_HEIGHT * (shown.length + 1)}px` }}
      >
        <GridHeads
          widths={widths}
          width={total}
          selection={selection}
          press={press}
          openMenu={openMenu}
          catalogue={catalogue}
        />
        {frozen.map((row, index) => (
          <GridRow
            key={`frozen ${row}`}
            {...rowProps}
            row={row}
            frozen={index === frozen.length - 1 ? 'last' : 'yes'}
            top={ROW_HEIGHT * (index + 1)}
          />
        ))}
        {inView.map((row) => (
          <GridRow key={row} {...rowProps} row={row} frozen="no" top={topOf(row)} />
        ))}
      </div>
      <CellInput
        {...{ act, tab, size, hidden, selection, select, cellAt, editing, focus, clear }}
        catalogue={catalogue}
        place={place}
      />
      {activeCell && activeCell.note !== '' && (
        <aside
          class="note-card"
          aria-label={catalogue.grid.note}
          style={{ top: `${place.top}px`, left: `${place.left + place.width + 6}px` }}
        >
          {activeCell.note}
        </aside>
      )}
      <p class="visually-hidden" role="status">
        {describe(selection, activeCell?.text ?? catalogue.grid.empty, catalogue)}
      </p>
    </div>
  );
}

function covers(outer: Range, { row, column, toRow, toColumn }: Range): boolean {
  const inside = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return (
    [row, toRow].every((value) => inside(value, outer.row, outer.toRow)) &&
    [column, toColumn].every((value) => inside(value, outer.column, outer.toColumn))
  );
}

/** What a screen reader says of the selection. */
function describe(selection: readonly Range[], text: string, catalogue: Catalogue): string {
  const cells = selection.reduce((sum, range) => sum + cellCount(range), 0);
  const active = selection.at(-1) ?? cellRange(1, 1);
  return cells > 1
    ? catalogue.grid.selected(selection.map(rangeName).join(', '), cells)
    : catalogue.grid.cell(cellName(active.row, active.column), text);
}

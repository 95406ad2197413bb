/** One row of the grid. */
import type { CellLook, CellText } from '../wire';
import { cellName, contains, edges, type Range } from './ranges';
import type { CellAt } from './rows';

export const ROW_HEIGHT = 25;

/** A press or a drag over a cell; row 0 is the head of columns, column 0 the head of rows. */
export type OnCell = (event: MouseEvent, row: number, column: number) => void;

export interface GridRowProps {
  readonly row: number;
  readonly widths: readonly number[];
  readonly cellAt: CellAt;
  readonly selection: readonly Range[];
  readonly active: Range;
  /** `last`: the frozen row above the line. */
  readonly frozen: 'no' | 'yes' | 'last';
  readonly top: number;
  readonly width: number;
  readonly press: OnCell;
  readonly drag: OnCell;
}

export function GridRow(props: GridRowProps) {
  const { row, widths, cellAt, selection, active, frozen, top, width, press, drag } = props;
  const selected = selection.some((range) => contains({ ...range, column: 1, toColumn: 1 }, row, 1));
  return (
    <div
      class={`grid-row frozen-${frozen}`}
      role="row"
      aria-rowindex={row}
      style={{ top: `${top}px`, width: `${width}px` }}
    >
      <span
        class={`grid-row-head ${selected ? 'is-selected' : ''}`}
        role="rowheader"
        data-row={row}
        onMouseDown={(event) => {
          press(event, row, 0);
        }}
      >
        {row}
      </span>
      {widths.map((cellWidth, index) => {
        const column = index + 1;
        const cell = cellAt(row, column);
        const isActive = active.row === row && active.column === column;
        return (
          <span
            key={column}
            class={`cell ${cell?.kind ?? 'text'} ${marksOf(selection, row, column)} ${isActive ? 'is-active' : ''}`}
            role="gridcell"
            aria-colindex={column}
            aria-selected={selection.some((range) => contains(range, row, column))}
            data-cell={cellName(row, column)}
            title={titleOf(cell)}
            style={{ width: `${cellWidth}px`, ...styleOf(cell?.look) }}
            onMouseDown={(event) => {
              press(event, row, column);
            }}
            onMouseEnter={(event) => {
              drag(event, row, column);
            }}
          >
            {cell?.text}
            {cell && cell.note !== '' && <i class="note-mark" />}
          </span>
        );
      })}
    </div>
  );
}

/** Classes that draw the selected ranges and their edges. */
function marksOf(selection: readonly Range[], row: number, column: number): string {
  return selection
    .filter((range) => contains(range, row, column))
    .map((range) => {
      const { top, left, bottom, right } = edges(range);
      return [
        'is-inside',
        row === top ? 'edge-top' : '',
        row === bottom ? 'edge-bottom' : '',
        column === left ? 'edge-left' : '',
        column === right ? 'edge-right' : '',
      ].join(' ');
    })
    .join(' ');
}

/** The note, or text that may be longer than its cell. */
function titleOf(cell: CellText | null): string | undefined {
  if (!cell) return undefined;
  if (cell.note !== '') return cell.note;
  return cell.text.length > 12 ? cell.text : undefined;
}

/** The colours of a cell; none where it has the usual ones. */
function styleOf(look: CellLook | undefined) {
  if (look === undefined) return {};
  const { ground, color, bold } = look;
  return {
    ...(ground === undefined ? {} : { backgroundColor: ground }),
    ...(color === undefined ? {} : { color }),
    ...(bold === undefined ? {} : { fontWeight: 600 }),
  };
}

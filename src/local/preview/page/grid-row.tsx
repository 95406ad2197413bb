/** One row of the grid. */
import { contains, cellName, type Range } from './ranges';
import type { CellAt } from './rows';

export const ROW_HEIGHT = 25;
export const HEAD_WIDTH = 46;

export interface GridRowProps {
  readonly row: number;
  readonly widths: readonly number[];
  readonly cellAt: CellAt;
  readonly selection: readonly Range[];
  readonly active: Range;
  readonly selected: boolean;
  /** `last`: the frozen row above the line. */
  readonly frozen: 'no' | 'yes' | 'last';
  readonly style: { readonly top: number; readonly width: number };
  readonly press: (event: MouseEvent, row: number, column: number) => void;
  readonly drag: (event: MouseEvent, row: number, column: number) => void;
}

export function GridRow({
  row,
  widths,
  cellAt,
  selection,
  active,
  selected,
  frozen,
  style,
  press,
  drag,
}: GridRowProps) {
  return (
    <div class={`grid-row frozen-${frozen}`} role="row" aria-rowindex={row} style={style}>
      <span
        class={`grid-row-head ${selected ? 'is-selected' : ''}`}
        role="rowheader"
        onMouseDown={(event) => {
          press(event, row, 0);
        }}
      >
        {row}
      </span>
      {widths.map((width, index) => {
        const column = index + 1;
        const cell = cellAt(row, column);
        const inside = selection.some((range) => contains(range, row, column));
        const isActive = active.row === row && active.column === column;
        const marks = [cell?.kind ?? 'text', inside ? 'is-inside' : '', isActive ? 'is-active' : ''];
        return (
          <span
            key={column}
            class={`cell ${marks.join(' ')}`}
            role="gridcell"
            aria-colindex={column}
            aria-selected={inside}
            data-cell={cellName(row, column)}
            title={cell?.note === '' ? undefined : cell?.note}
            style={{ width }}
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

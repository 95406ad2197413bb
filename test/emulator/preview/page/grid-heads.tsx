/** The letters above the columns; each has a menu. */
import { columnLetters, contains, type Range } from './ranges';
import { ROW_HEIGHT, type OnCell } from './grid-row';
import type { Catalogue } from './locales/catalogue';

export interface GridHeadsProps {
  readonly widths: readonly number[];
  readonly width: number;
  readonly selection: readonly Range[];
  readonly press: OnCell;
  readonly openMenu: (left: number, top: number) => void;
  readonly catalogue: Catalogue;
}

export function GridHeads({ widths, width, selection, press, openMenu, catalogue }: GridHeadsProps) {
  return (
    <div class="grid-heads" role="row" style={{ width: `${width}px`, height: `${ROW_HEIGHT}px` }}>
      <span
        class="grid-corner"
        role="columnheader"
        onMouseDown={(event) => {
          press(event, 0, 0);
        }}
      >
        <span class="visually-hidden">{catalogue.grid.all}</span>
      </span>
      {widths.map((columnWidth, index) => {
        const column = index + 1;
        const selected = selection.some((range) => contains({ ...range, row: 1, toRow: 1 }, 1, column));
        return (
          <span
            key={column}
            class={`grid-head ${selected ? 'is-selected' : ''}`}
            role="columnheader"
            data-column={columnLetters(column)}
            style={{ width: `${columnWidth}px` }}
            onMouseDown={(event) => {
              press(event, 0, column);
            }}
          >
            {columnLetters(column)}
            <button
              type="button"
              class="grid-head-menu"
              tabIndex={-1}
              aria-label={catalogue.grid.columnMenu(columnLetters(column))}
              onClick={({ currentTarget }) => {
                const { left, bottom } = currentTarget.getBoundingClientRect();
                openMenu(left, bottom);
              }}
            >
              ▾
            </button>
          </span>
        );
      })}
    </div>
  );
}

/** The grid of a sheet as this execution knows it, and the ranges in it. */
import type { Area } from '../spreadsheet/area';
import type { SheetRef } from '../spreadsheet/wire';
import { call } from './inside';
import { rangeOf, type Range, type RangeSheet } from './spreadsheet-range';

/** How often this execution has changed a grid's size: what was known of a size before that is stale. */
let reshapes = 0;

export class SheetGrid implements RangeSheet {
  private knownAt = reshapes;

  /**
   * @param known What was true of the tab when it was last asked about; only the id never changes.
   * @param sheet What `getSheet` of its ranges gives.
   */
  constructor(
    private known: SheetRef,
    public sheet: object = {},
  ) {}

  get id(): number {
    return this.known.id;
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- each member knows what its host answers.
  ask<T>(method: string, ...args: readonly unknown[]): T {
    return call('Sheet', method, this.id, ...args);
  }

  /** Asks for something that tells how large the grid is now. */
  learn(method: string, ...args: readonly unknown[]): SheetRef {
    this.known = this.ask<SheetRef>(method, ...args);
    this.knownAt = reshapes;
    return this.known;
  }

  /** Whatever is known of any grid may be stale from now on. */
  noteReshape(): void {
    reshapes += 1;
  }

  current(): SheetRef {
    return this.knownAt < reshapes ? this.learn('getMaxRows') : this.known;
  }

  /** Somebody may have added rows since the size was asked for: a range beyond it is worth asking again. */
  rangeWithin(area: Area): Range {
    const { row, column, rows, columns } = area;
    if (row + rows - 1 > this.known.rows || column + columns - 1 > this.known.columns)
      this.learn('getMaxRows');
    return rangeOf(this, this.known, area);
  }
}

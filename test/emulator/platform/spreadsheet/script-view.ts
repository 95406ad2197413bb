/** The spreadsheet as running scripts reach it: what each has written but not flushed, and what is active for it. */
import type { Clock } from '../../clock';
import type { Running, WriteBuffer } from '../host';
import type { Area } from './area';
import type { Book, Selection } from './book';
import { Writes } from './buffer';
import { requireFit, requireRights, requireValid } from './guard';
import type { Change, Tab } from './tab';

/** A tab and an area in it. */
export interface Place {
  readonly tab: Tab;
  readonly area: Area;
}

export class ScriptView {
  private readonly buffers = new WeakMap<Running, Writes>();
  private readonly selections = new WeakMap<Running, Selection>();

  constructor(
    readonly book: Book,
    private readonly clock: Clock,
  ) {}

  /** The current year, for typed dates that name none. */
  year(): number {
    return this.book.zone.year(this.clock.now());
  }

  buffer(running: Running): WriteBuffer {
    return this.writes(running);
  }

  /** Makes what the execution has written happen: a flush, or a read that needs it. */
  settle(running: Running): void {
    this.writes(running).flush();
  }

  /** Holds a write back until a flush, a read or the end. */
  later(running: Running, write: () => void): void {
    this.writes(running).add(write);
  }

  /** Holds a write into cells back. The place is checked at once and again when it happens, rights and validation then. */
  writeLater(running: Running, sheet: number, area: Area, change: Change): void {
    this.place(sheet, area);
    this.later(running, () => {
      const { tab, area: cells } = this.place(sheet, area);
      requireRights(tab, cells, running);
      requireValid(tab, cells, change);
      tab.write(cells, change);
      this.book.changed(tab);
    });
  }

  /** A tab and an area in it, after everything that the execution has written. Throws where the grid has no such area. */
  locate(running: Running, sheet: number, area: Area): Place {
    this.settle(running);
    return this.place(sheet, area);
  }

  /** What is active as this execution sees it: what it activated itself, or what is selected in the window. */
  selection(running: Running): Selection {
    const own = this.selections.get(running);
    if (own && this.book.tabs.includes(own.tab)) return own;
    return seesWindow(running) ? this.book.selectionOf(running.user) : this.book.start();
  }

  /** Activates cells: in the window too, where the execution has one. */
  select(running: Running, tab: Tab, areas: readonly Area[]): void {
    if (!seesWindow(running)) this.selections.set(running, { tab, areas, chart: false });
    if (running.entry !== 'trigger') this.book.select(running.user, tab, areas);
  }

  private writes(running: Running): Writes {
    let writes = this.buffers.get(running);
    if (!writes) this.buffers.set(running, (writes = new Writes()));
    return writes;
  }

  private place(sheet: number, area: Area): Place {
    const tab = this.book.tab(sheet);
    const whole = wholeOf(area, tab);
    requireFit(tab, whole);
    return { tab, area: whole };
  }
}

/**
 * Whether the execution sees what is selected in the window. A script run from the script editor may or may not, so here
 * it does not [not established]; a time trigger sees the first tab and A1. [weak]
 */
function seesWindow({ entry }: Running): boolean {
  return entry !== 'trigger' && entry !== 'editor';
}

/** A whole row or column goes as far as the grid does now. */
function wholeOf(area: Area, { size }: Tab): Area {
  if (area.whole === 'columns') return { ...area, row: 1, rows: size.rows };
  if (area.whole === 'rows') return { ...area, column: 1, columns: size.columns };
  return area;
}

/** The spreadsheet as running scripts reach it: what each has written but not flushed, and what is active for it. */
import type { Clock } from '../../clock';
import type { Assumed } from '../../scenario/assumptions';
import type { Running, WriteBuffer } from '../host';
import { withinGrid, type Area } from './area';
import type { Book, Selection } from './book';
import { Writes } from './buffer';
import type { Cell } from './cell';
import { requireFit, requireOpen, requireRights, requireValid } from './guard';
import { translatedBuffer } from './refusal';
import type { Change, Tab } from './tab';
import type { ValueReading } from './values';

/** A tab and an area in it. */
export interface Place {
  readonly tab: Tab;
  readonly area: Area;
}

export class ScriptView {
  private readonly buffers = new WeakMap<Running, Writes>();
  private readonly selections = new WeakMap<Running, Selection>();
  /** Tabs as an execution has read them, by id, where reading again gives what it gave before. */
  private readonly cached = new WeakMap<Running, Map<number, Tab>>();

  constructor(
    readonly book: Book,
    private readonly clock: Clock,
    readonly assumed: Assumed,
  ) {}

  /** How values that scripts write are read at present. */
  reading(): ValueReading {
    const { zone, locale } = this.book;
    return {
      zone,
      locale,
      year: zone.year(this.clock.now()),
      rules: {
        formulaInTextCell: this.assumed('formula-in-text-cell'),
        apostropheInTextCell: this.assumed('apostrophe-in-text-cell'),
        apostropheInPlainCell: this.assumed('apostrophe-in-plain-cell'),
      },
    };
  }

  buffer(running: Running): WriteBuffer {
    return translatedBuffer(this.writes(running), running);
  }

  /** Makes what the execution has written happen, because a read needs it. */
  settle(running: Running): void {
    this.writes(running).flush();
  }

  /** A flush that the script asked for: what it has read counts no longer either. [not established] */
  flush(running: Running): void {
    this.cached.delete(running);
    this.settle(running);
  }

  /**
   * Holds a write back until a flush, a read or the end. `check` throws what refuses it: at the call or only when it
   * happens, by assumption.
   */
  later(running: Running, write: () => void, check: () => void = () => undefined): void {
    if (this.assumed('errors-at-flush') === 'call') check();
    this.writes(running).add(() => {
      check();
      write();
    });
  }

  /** Holds a write into cells back. The place is checked at once and again when it happens, the rest as in `later`. */
  writeLater(
    running: Running,
    sheet: number,
    area: Area,
    change: Change,
    check: (tab: Tab, area: Area) => void = () => undefined,
  ): void {
    const target = this.targetOf(this.place(sheet, area).tab, area);
    this.later(
      running,
      () => {
        const { tab, area: cells } = this.place(sheet, target());
        tab.write(cells, change);
        const read = this.cached.get(running)?.get(sheet);
        if (read) read.write(withinGrid(area, read.size), change);
        this.book.changed(tab);
      },
      () => {
        const { tab, area: cells } = this.place(sheet, target());
        requireRights(tab, cells, running);
        check(tab, cells);
        requireValid(tab, cells, change, this.book.locale);
      },
    );
  }

  /** Holds a change of a tab back. */
  changeLater(
    running: Running,
    sheet: number,
    change: (tab: Tab) => void,
    check: (tab: Tab) => void = () => undefined,
  ): void {
    this.book.tab(sheet);
    this.later(
      running,
      () => {
        const tab = this.book.tab(sheet);
        change(tab);
        this.book.changed(tab);
      },
      () => {
        const tab = this.book.tab(sheet);
        requireOpen(tab, running);
        check(tab);
      },
    );
  }

  /** A change of the grid's shape: happens at once, after everything that was written before it. */
  reshape(running: Running, sheet: number, change: (tab: Tab) => void): Tab {
    const tab = this.tab(running, sheet);
    requireOpen(tab, running);
    change(tab);
    this.forget(running, tab);
    this.book.dropLostMetadata();
    this.book.changed(tab);
    return tab;
  }

  /** What the execution has read of the tab counts no longer. */
  forget(running: Running, tab: Tab): void {
    this.cached.get(running)?.delete(tab.id);
  }

  /** A tab after everything that the execution has written. */
  tab(running: Running, sheet: number): Tab {
    this.settle(running);
    return this.book.tab(sheet);
  }

  /** A tab and an area in it, after everything that the execution has written. Throws where the grid has no such area. */
  locate(running: Running, sheet: number, area: Area): Place {
    this.settle(running);
    return this.place(sheet, area);
  }

  /** A tab to read cells from: as it is, or as the execution has read it before. */
  readable(running: Running, sheet: number): Tab {
    const tab = this.tab(running, sheet);
    if (this.assumed('reread') === 'fresh') return tab;
    const known = this.cached.get(running) ?? new Map<number, Tab>();
    this.cached.set(running, known);
    const read = known.get(sheet) ?? tab.copy(tab.id, tab.name);
    known.set(sheet, read);
    return read;
  }

  /** A part of the cells of an area, row by row. */
  read<T>(running: Running, sheet: number, area: Area, part: (cell: Cell) => T): T[][] {
    const tab = this.readable(running, sheet);
    const cells = withinGrid(area, tab.size);
    requireFit(tab, cells);
    return tab.read(cells, part);
  }

  /** What is active as this execution sees it: what it activated itself, or what is selected in the window. */
  selection(running: Running): Selection {
    const own = this.selections.get(running);
    if (own && this.book.tabs.includes(own.tab)) return own;
    return this.seesWindow(running) ? this.book.selectionOf(running.user) : this.book.start();
  }

  /** Activates cells: in the window too, where the execution has one. A hidden tab is shown. [doc: setActiveSheet] */
  select(running: Running, tab: Tab, areas: readonly Area[]): void {
    tab.hidden = false;
    if (!this.seesWindow(running)) this.selections.set(running, { tab, areas, chart: false });
    if (running.entry !== 'trigger') this.book.select(running.user, tab, areas);
  }

  /**
   * Whether the execution sees what is selected in the window: by assumption, if it was started from the script editor. A
   * time trigger sees the first tab and A1. [weak]
   */
  private seesWindow({ entry }: Running): boolean {
    if (entry === 'editor') return this.assumed('selection-from-editor') === 'seen';
    return entry !== 'trigger';
  }

  private writes(running: Running): Writes {
    let writes = this.buffers.get(running);
    if (!writes) {
      writes = new Writes(() => this.assumed('behind-refused-write') === 'done');
      this.buffers.set(running, writes);
    }
    return writes;
  }

  /**
   * Where a queued write goes by the time it happens: into the same cells, or, by assumption, along with the row and the column
   * that it was meant for. What was deleted meanwhile is followed nowhere.
   */
  private targetOf(tab: Tab, area: Area): () => Area {
    if (this.assumed('queued-write-in-moved-rows') === 'stays') return () => area;
    const row = tab.rows[area.row - 1];
    const column = tab.columns[area.column - 1];
    return () => ({
      ...area,
      row: placeOf(tab.rows, row) ?? area.row,
      column: placeOf(tab.columns, column) ?? area.column,
    });
  }

  private place(sheet: number, area: Area): Place {
    const tab = this.book.tab(sheet);
    const whole = withinGrid(area, tab.size);
    requireFit(tab, whole);
    return { tab, area: whole };
  }
}

/** One-based; null for what is not there any more. */
function placeOf<T>(items: readonly T[], item: T | undefined): number | null {
  const index = item === undefined ? -1 : items.indexOf(item);
  return index < 0 ? null : index + 1;
}

/** The host side of the spreadsheet services: their calls by name, and each execution's buffered writes. */
import type { Clock } from '../../clock';
import type { HostService, Running, WriteBuffer } from '../host';
import type { Area } from './area';
import type { Book, Selection } from './book';
import { Writes } from './buffer';
import { requireFit, requireRights, requireValid } from './guard';
import { finderService, metadataService } from './host-metadata';
import { rangeService } from './host-range';
import { sheetService } from './host-sheet';
import { spreadsheetAppService, spreadsheetService } from './host-spreadsheet';
import type { Change, Tab } from './tab';
import type { SheetRef } from './wire';

/** What the services share. */
export interface Desktop {
  readonly book: Book;
  /** Current year in the spreadsheet's zone, for typed dates that name none. */
  year(): number;
  /** Makes what the execution has written happen, since a read needs it. */
  settle(running: Running): void;
  /** Holds a write back until a flush, a read or the end. */
  later(running: Running, write: () => void): void;
  /** Holds a write into cells back; checks its place, rights and validation when it happens. */
  writeLater(running: Running, sheet: number, area: Area, part: Change): void;
  /** A tab and an area in it, with everything written so far. */
  locate(running: Running, sheet: number, area: Area): { readonly tab: Tab; readonly area: Area };
  /** What is active as this execution sees it. */
  selection(running: Running): Selection;
  select(running: Running, tab: Tab, areas: readonly Area[]): void;
}

export interface SpreadsheetHost {
  /** By the names under which the classes inside a script call them. */
  readonly services: ReadonlyMap<string, HostService>;
  /** The buffer of one execution; ask for it when the execution starts. */
  buffer(running: Running): WriteBuffer;
}

export function spreadsheetHost(book: Book, clock: Clock): SpreadsheetHost {
  const buffers = new WeakMap<Running, Writes>();
  const own = new WeakMap<Running, Selection>();
  const writesOf = (running: Running): Writes => {
    let writes = buffers.get(running);
    if (!writes) buffers.set(running, (writes = new Writes()));
    return writes;
  };

  const desktop: Desktop = {
    book,
    year: () => new Date(clock.now()).getUTCFullYear(),
    settle: (running) => {
      writesOf(running).flush();
    },
    later: (running, write) => {
      writesOf(running).add(write);
    },
    writeLater: (running, sheet, area, part) => {
      requireFit(book.tab(sheet), wholeOf(area, book.tab(sheet)));
      writesOf(running).add(() => {
        const tab = book.tab(sheet);
        const whole = wholeOf(area, tab);
        requireFit(tab, whole);
        requireRights(tab, whole, running);
        requireValid(tab, whole, part);
        tab.write(whole, part);
        book.changed(tab);
      });
    },
    locate: (running, sheet, area) => {
      desktop.settle(running);
      const tab = book.tab(sheet);
      const whole = wholeOf(area, tab);
      requireFit(tab, whole);
      return { tab, area: whole };
    },
    selection: (running) => {
      const known = own.get(running);
      if (known && book.tabs.includes(known.tab)) return known;
      return seesWindow(running) ? book.selection : book.start();
    },
    select: (running, tab, areas) => {
      if (running.entry === 'trigger') own.set(running, { tab, areas, chart: false });
      else {
        own.delete(running);
        if (running.entry === 'editor') own.set(running, { tab, areas, chart: false });
        book.select(tab, areas);
      }
    },
  };

  return {
    services: new Map<string, HostService>([
      ['SpreadsheetApp', spreadsheetAppService(desktop)],
      ['Spreadsheet', spreadsheetService(desktop)],
      ['Sheet', sheetService(desktop)],
      ['Range', rangeService(desktop)],
      ['DeveloperMetadataFinder', finderService(desktop)],
      ['DeveloperMetadata', metadataService(desktop)],
    ]),
    buffer: writesOf,
  };
}

/**
 * Whether the execution sees what is selected in the window. From the script editor that is not reliable, so there it
 * does not. [not established for the editor; time triggers see the first tab]
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

export function refOf(tab: Tab): SheetRef {
  return { id: tab.id, name: tab.name, rows: tab.size.rows, columns: tab.size.columns };
}

/** The spreadsheet: its tabs, settings, developer metadata, and what is selected. What is here is committed. */
import { ScriptException } from '../host';
import type { Area } from './area';
import { sheetLocale, type SheetLocale } from './locale';
import { Zone } from './zone';
import { Tab, type Column, type Row } from './tab';

/** Cells that all tabs together may have. [field reports; quotas page] */
export const CELL_LIMIT = 10_000_000;

/** Where a piece of developer metadata hangs: a column or a row. On a tab or the file nobody here puts any. */
export type MetadataPlace =
  | { readonly kind: 'column'; readonly tab: Tab; readonly column: Column }
  | { readonly kind: 'row'; readonly tab: Tab; readonly row: Row };

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly place: MetadataPlace;
}

/** What is selected in a tab. `chart`: a chart is, and no cell. */
export interface Selection {
  readonly tab: Tab;
  readonly areas: readonly Area[];
  readonly chart: boolean;
}

export interface BookSettings {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Such as `en_US`. */
  readonly locale: string;
  /** Addresses of those who may edit the file. */
  readonly editors: readonly string[];
}

const CELL_A1: Area = { row: 1, column: 1, rows: 1, columns: 1 };

export class Book {
  tabs: Tab[];
  metadata: Metadata[] = [];
  /** Lower in tests, so that it can be reached. */
  cellLimit = CELL_LIMIT;
  zone: Zone;
  locale: SheetLocale;
  readonly fronts = new Map<string, Selection>();
  private listeners: ((tab: string) => void)[] = [];
  lastMetadataId = 100;
  lastTabId = 0;

  constructor(public settings: BookSettings) {
    this.zone = new Zone(settings.timeZone);
    this.locale = sheetLocale(settings.locale);
    const first = new Tab(0, 'Sheet1');
    this.tabs = [first];
  }

  /** Changes the zone or the locale: what is stored stays, what is read and shown changes. */
  configure(settings: Pick<BookSettings, 'timeZone' | 'locale'>): void {
    this.settings = { ...this.settings, ...settings };
    this.zone = new Zone(settings.timeZone);
    this.locale = sheetLocale(settings.locale);
  }

  tabNamed(name: string): Tab | undefined {
    return this.tabs.find((tab) => tab.name === name);
  }

  /** The tab with this id; throws as Google does where it has been deleted. */
  tab(id: number): Tab {
    const tab = this.tabs.find((one) => one.id === id);
    if (!tab) throw new ScriptException(`Sheet ${id} not found`);
    return tab;
  }

  /** What is selected in somebody's window; everybody has their own. */
  selectionOf(user: string): Selection {
    const front = this.fronts.get(user);
    return front && this.tabs.includes(front.tab) ? front : this.start();
  }

  select(user: string, tab: Tab, areas: readonly Area[], chart = false): void {
    this.fronts.set(user, { tab, areas, chart });
  }

  /** What an execution sees that no window belongs to: the first tab and A1. */
  start(): Selection {
    const [tab] = this.tabs;
    if (!tab) throw new ScriptException('Please select an active sheet first.');
    return { tab, areas: [CELL_A1], chart: false };
  }

  /** Adds a tab; `index` counts from 0. */
  addTab(name: string, index = this.tabs.length): Tab {
    // Scattered, as Google's are, and the same in every run.
    this.lastTabId += 1;
    const tab = new Tab((this.lastTabId * 1_103_515_245) % 2_147_483_647, name);
    this.requireRoom(tab.size.rows * tab.size.columns);
    this.tabs.splice(index, 0, tab);
    this.changed(tab);
    return tab;
  }

  removeTab(tab: Tab): void {
    if (this.tabs.length === 1) throw new ScriptException("You can't remove all the sheets in a document.");
    this.tabs = this.tabs.filter((one) => one !== tab);
    this.metadata = this.metadata.filter(({ place }) => place.tab !== tab);
    this.changed(tab);
  }

  /** Throws where this many further cells would be too many. */
  requireRoom(cells: number): void {
    const now = this.tabs.reduce((sum, { size }) => sum + size.rows * size.columns, 0);
    if (now + cells > this.cellLimit) {
      throw new ScriptException(
        `This action would increase the number of cells in the workbook above the limit of ${CELL_LIMIT} cells.`,
      );
    }
  }

  addMetadata(place: MetadataPlace, key: string, value: string | null): void {
    this.lastMetadataId += 1;
    this.metadata.push({ id: this.lastMetadataId, key, value, place });
  }

  /** Drops metadata whose row or column is gone. */
  dropLostMetadata(): void {
    this.metadata = this.metadata.filter(({ place }) => {
      return place.kind === 'column'
        ? place.tab.columns.includes(place.column)
        : place.tab.rows.includes(place.row);
    });
  }

  onChange(listener: (tab: string) => void): void {
    this.listeners.push(listener);
  }

  /** Tells everybody who watches that a tab has changed. */
  changed(tab: Tab): void {
    for (const listener of this.listeners) listener(tab.name);
  }
}

/** The spreadsheet: its tabs, settings, developer metadata, and what is selected. What is here is committed. */
import { CELL_A1, type Area } from './area';
import { sheetLocale, type SheetLocale } from './locale';
import { Refusal } from './refusal';
import { CELL_LIMIT } from './sizes';
import { Zone } from './zone';
import { Tab, type Column, type Row } from './tab';

/** Where a piece of developer metadata hangs. On the file nobody here puts any. */
export type MetadataPlace =
  | { readonly kind: 'sheet'; readonly tab: Tab }
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
  /** Addresses of those who may only look at it or comment. */
  readonly viewers?: readonly string[];
}

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

  /** By the very name: getSheetByName tells capital and small letters apart. [field report, several projects] */
  tabNamed(name: string): Tab | undefined {
    return this.tabs.find((tab) => tab.name === name);
  }

  /** Throws where another tab has the name; capital and small letters are the same here. [field report: refused by page and API] */
  requireFreeName(name: string, besides?: Tab): void {
    const wanted = name.toLowerCase();
    if (this.tabs.some((tab) => tab !== besides && tab.name.toLowerCase() === wanted)) {
      throw new Refusal('nameTaken', { name });
    }
  }

  /** The tab with this id; throws as Google does where it has been deleted. */
  tab(id: number): Tab {
    const tab = this.tabs.find((one) => one.id === id);
    if (!tab) throw new Refusal('sheetNotFound', { id });
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
    if (!tab) throw new Refusal('noActiveSheet');
    return { tab, areas: [CELL_A1], chart: false };
  }

  /** Adds a tab; `index` counts from 0. */
  addTab(name: string, index = this.tabs.length): Tab {
    return this.putTab(new Tab(this.newTabId(), name), index);
  }

  /** Adds a copy of a tab behind it; its developer metadata is another matter. */
  copyTab(original: Tab, name: string): Tab {
    return this.putTab(original.copy(this.newTabId(), name), this.tabs.indexOf(original) + 1);
  }

  /** Puts a tab where it then stands, counted from 0. */
  putTab(tab: Tab, index: number): Tab {
    this.requireRoom(tab.size.rows * tab.size.columns);
    this.tabs.splice(index, 0, tab);
    this.changed(tab);
    return tab;
  }

  removeTab(tab: Tab): void {
    if (this.tabs.length === 1) throw new Refusal('lastSheet');
    this.tabs = this.tabs.filter((one) => one !== tab);
    this.dropLostMetadata();
    this.changed(tab);
  }

  /** Throws where this many further cells would be too many. */
  requireRoom(cells: number): void {
    const now = this.tabs.reduce((sum, { size }) => sum + size.rows * size.columns, 0);
    if (now + cells > this.cellLimit) {
      throw new Refusal('tooManyCells', { limit: CELL_LIMIT });
    }
  }

  addMetadata(place: MetadataPlace, key: string, value: string | null): void {
    this.lastMetadataId += 1;
    this.metadata.push({ id: this.lastMetadataId, key, value, place });
  }

  /** Drops metadata whose tab, row or column is gone; returns what was dropped. */
  dropLostMetadata(): readonly Metadata[] {
    const lost = this.metadata.filter(({ place }) => !this.has(place));
    if (lost.length > 0) this.metadata = this.metadata.filter((one) => !lost.includes(one));
    return lost;
  }

  /** Turns the file into a copy of itself: another id and name. */
  becomeCopy(id: string, name: string, withMetadata: boolean): void {
    this.settings = { ...this.settings, id, name };
    if (!withMetadata) this.metadata = [];
  }

  onChange(listener: (tab: string) => void): void {
    this.listeners.push(listener);
  }

  /** Tells everybody who watches that a tab has changed. */
  changed(tab: Tab): void {
    for (const listener of this.listeners) listener(tab.name);
  }

  private has(place: MetadataPlace): boolean {
    if (!this.tabs.includes(place.tab)) return false;
    if (place.kind === 'column') return place.tab.columns.includes(place.column);
    return place.kind === 'sheet' || place.tab.rows.includes(place.row);
  }

  /** Scattered, as Google's are, and the same in every run. */
  private newTabId(): number {
    this.lastTabId += 1;
    return (this.lastTabId * 1_103_515_245) % 2_147_483_647;
  }
}

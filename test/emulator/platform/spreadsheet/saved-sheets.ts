/** The spreadsheet as it is saved, and back: tabs, metadata, selections. */
import type { SavedSheets, SavedTab } from '../saved-book';
import { a1Of } from './area';
import type { Book, Metadata, MetadataPlace } from './book';
import { EMPTY } from './cell';
import { parseCell } from './cell-name';
import { LOCK } from './guard';
import { Tab } from './tab';

export function saveSheets(book: Book): SavedSheets {
  const { id, name, locale, timeZone } = book.settings;
  const selections = [...book.fronts].filter(([, { tab }]) => book.tabs.includes(tab));
  return {
    ...{ id, name, locale, timeZone },
    lastIds: { metadata: book.lastMetadataId, tab: book.lastTabId },
    tabs: book.tabs.map(saveTab),
    metadata: book.metadata.map(saveMetadata),
    selections: Object.fromEntries(
      selections.map(([user, { tab, areas, chart }]) => [user, { tab: tab.id, areas: [...areas], chart }]),
    ),
  };
}

/** Puts what was saved in the place of what the book holds. */
export function restoreSheets(book: Book, saved: SavedSheets): void {
  const { id, name, locale, timeZone } = saved;
  book.settings = { ...book.settings, id, name };
  book.configure({ locale, timeZone });
  book.tabs = saved.tabs.map(restoreTab);
  book.lastMetadataId = saved.lastIds.metadata;
  book.lastTabId = saved.lastIds.tab;
  book.metadata = saved.metadata.map(({ id, key, value, kind, tab, at = 0 }): Metadata => ({
    ...{ id, key, value },
    place: placeOf(book.tab(tab), kind, at),
  }));
  book.fronts.clear();
  for (const [user, { tab, areas, chart }] of Object.entries(saved.selections))
    book.select(user, book.tab(tab), areas, chart);
}

/** All fields of a tab, its rows, columns and cells go along: they are JSON, and a new one needs no line here. */
function saveTab(tab: Tab): SavedTab {
  const { id, name, rows, columns, ...fields } = tab;
  const protections = fields.protections.filter((one) => one !== LOCK);
  const cells = rows.flatMap((row, down) =>
    row.cells.map((cell, right): [string, Fields] => [
      a1Of({ row: down + 1, column: right + 1, rows: 1, columns: 1 }),
      differenceOf(cell ?? EMPTY, EMPTY),
    ]),
  );
  return structuredClone({
    ...{ id, name, size: { rows: rows.length, columns: columns.length } },
    ...{ ...fields, protections },
    rows: numbered(rows.map((row) => differenceOf({ ...row, cells: [] }, { ...NEW.rows[0], cells: [] }))),
    columns: numbered(columns.map((column) => differenceOf(column, { ...NEW.columns[0] }))),
    cells: Object.fromEntries(cells.filter(([, difference]) => isSomething(difference))),
  }) as unknown as SavedTab;
}

function restoreTab({ id, name, size, rows, columns, cells, ...fields }: SavedTab): Tab {
  const tab = new Tab(id, name);
  const { rows: newRows, columns: newColumns } = tab.size;
  if (size.rows > newRows) tab.growRows(size.rows - newRows);
  else tab.deleteRows(size.rows + 1, newRows - size.rows);
  if (size.columns > newColumns) tab.insertColumns(newColumns + 1, size.columns - newColumns);
  else tab.deleteColumns(size.columns + 1, newColumns - size.columns);
  Object.assign(tab, structuredClone(fields));
  for (const [number, difference] of Object.entries(rows))
    Object.assign(tab.rows[Number(number) - 1]!, difference);
  for (const [number, difference] of Object.entries(columns))
    Object.assign(tab.columns[Number(number) - 1]!, difference);
  for (const [key, difference] of Object.entries(cells)) {
    const place = parseCell(key);
    const row = place && tab.rows[place.row - 1];
    if (row) row.cells[place.column - 1] = { ...EMPTY, ...difference };
  }
  return tab;
}

type Fields = Readonly<Record<string, unknown>>;

const NEW = new Tab(0, '');

/** Fields of a thing whose JSON is not that of a new one's. */
function differenceOf(thing: object, fresh: object): Fields {
  const before: Fields = { ...fresh };
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  );
}

function isSomething(difference: Fields): boolean {
  return Object.keys(difference).length > 0;
}

/** By number from 1, without the empty ones. */
function numbered(all: readonly Fields[]): Record<string, Fields> {
  return Object.fromEntries(all.flatMap((one, index) => (isSomething(one) ? [[index + 1, one]] : [])));
}

function saveMetadata({ id, key, value, place }: Metadata): SavedSheets['metadata'][number] {
  const { kind, tab } = place;
  const saved = { id, key, value, kind, tab: tab.id };
  if (kind === 'sheet') return saved;
  const at = kind === 'row' ? tab.rows.indexOf(place.row) : tab.columns.indexOf(place.column);
  return { ...saved, at: at + 1 };
}

function placeOf(tab: Tab, kind: SavedSheets['metadata'][number]['kind'], at: number): MetadataPlace {
  const column = tab.columns[at - 1];
  const row = tab.rows[at - 1];
  if (kind === 'column' && column) return { kind, tab, column };
  if (kind === 'row' && row) return { kind, tab, row };
  return { kind: 'sheet', tab };
}

/** Copies that people make of tabs and columns. */
import { contains } from './area';
import type { Book, Metadata, MetadataPlace } from './book';
import type { Tab } from './tab';

/** Duplicates a tab right behind the original. [doc: the name, English here] */
export function copyTab(book: Book, original: Tab, withMetadata: boolean): Tab {
  const copy = book.copyTab(original, freeName(book, `Copy of ${original.name}`));
  if (withMetadata) {
    copyMetadata(
      book,
      book.metadata.filter(({ place }) => place.tab === original),
      (place) => samePlaceIn(copy, place),
    );
  }
  return copy;
}

/** Inserts a copy of a column so that it stands at `to`. */
export function copyColumn(book: Book, tab: Tab, from: number, to: number, withMetadata: boolean): void {
  const original = tab.columns[from - 1];
  tab.insertColumns(to, 1);
  const source = to <= from ? from + 1 : from;
  tab.write({ row: 1, column: to, rows: tab.size.rows, columns: 1 }, (_, down) => tab.cell(down + 1, source));
  const rules = tab.validations.filter(({ area }) => contains(area, area.row, source));
  tab.validations = [
    ...tab.validations,
    ...rules.map((rule) => ({ ...rule, area: { ...rule.area, column: to, columns: 1 } })),
  ];
  const column = tab.columns[to - 1];
  if (!withMetadata || !column) return;
  copyMetadata(
    book,
    book.metadata.filter(({ place }) => place.kind === 'column' && place.column === original),
    () => ({ kind: 'column', tab, column }),
  );
}

function copyMetadata(
  book: Book,
  originals: readonly Metadata[],
  placeOf: (place: MetadataPlace) => MetadataPlace | null,
): void {
  for (const { key, value, place } of originals) {
    const target = placeOf(place);
    if (target) book.addMetadata(target, key, value);
  }
}

function samePlaceIn(tab: Tab, place: MetadataPlace): MetadataPlace | null {
  if (place.kind === 'sheet') return { kind: 'sheet', tab };
  if (place.kind === 'column') {
    const column = tab.columns[place.tab.columns.indexOf(place.column)];
    return column ? { kind: 'column', tab, column } : null;
  }
  const row = tab.rows[place.tab.rows.indexOf(place.row)];
  return row ? { kind: 'row', tab, row } : null;
}

function freeName({ tabs }: Book, wanted: string): string {
  const isTaken = (name: string): boolean =>
    tabs.some((tab) => tab.name.toLowerCase() === name.toLowerCase());
  let name = wanted;
  for (let number = 2; isTaken(name); number++) name = `${wanted} ${number}`;
  return name;
}

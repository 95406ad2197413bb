/** Calls of developer metadata, outside: adding, finding, removing. */
import type { HostService, Running } from '../host';
import type { Area } from './area';
import type { Book, Metadata, MetadataPlace } from './book';
import { Refusal } from './refusal';
import type { ScriptView } from './script-view';
import type { MetadataQuery, MetadataRef } from './wire';

/** Adds metadata to a whole row or column, or without an area to the tab: refused at once, done with the other writes. */
export function addMetadata(
  scriptView: ScriptView,
  running: Running,
  sheet: number,
  area: Area | null,
  key: string,
  value: string | null,
): void {
  const { book } = scriptView;
  placeOf(book, sheet, area);
  scriptView.later(running, () => {
    book.addMetadata(placeOf(book, sheet, area), key, value);
  });
}

export function finderService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  return {
    find: (running: Running, query: MetadataQuery): readonly MetadataRef[] => {
      scriptView.settle(running);
      return book.metadata
        .filter(
          ({ place, key, value }) =>
            (query.sheet === null || place.tab.id === query.sheet) &&
            (query.key === null || key === query.key) &&
            (query.value === null || value === query.value),
        )
        .map(describe);
    },
  };
}

export function metadataService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  return {
    remove: (running: Running, id: number): void => {
      scriptView.later(running, () => {
        book.metadata = book.metadata.filter((one) => one.id !== id);
      });
    },
  };
}

function placeOf(book: Book, sheet: number, area: Area | null): MetadataPlace {
  const tab = book.tab(sheet);
  if (area === null) return { kind: 'sheet', tab };
  const column = area.whole === 'columns' && area.columns === 1 ? tab.columns[area.column - 1] : undefined;
  if (column) return { kind: 'column', tab, column };
  const row = area.whole === 'rows' && area.rows === 1 ? tab.rows[area.row - 1] : undefined;
  if (row) return { kind: 'row', tab, row };
  throw new Refusal('metadataNotWhole');
}

/** A piece of metadata with where it stands now. */
export function describe({ id, key, value, place }: Metadata): MetadataRef {
  return { id, key, value, kind: place.kind, sheet: place.tab.ref, area: areaOf(place) };
}

function areaOf(place: MetadataPlace): Area | null {
  const { tab } = place;
  const { rows, columns } = tab.size;
  if (place.kind === 'sheet') return null;
  return place.kind === 'column'
    ? { row: 1, column: tab.columns.indexOf(place.column) + 1, rows, columns: 1, whole: 'columns' }
    : { row: tab.rows.indexOf(place.row) + 1, column: 1, rows: 1, columns, whole: 'rows' };
}

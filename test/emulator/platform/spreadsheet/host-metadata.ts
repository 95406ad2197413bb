/** Calls of developer metadata, outside: adding, finding, removing. */
import { ScriptException, type HostService, type Running } from '../host';
import type { Area } from './area';
import type { Book, Metadata, MetadataPlace } from './book';
import type { ScriptView } from './script-view';
import type { MetadataQuery, MetadataRef } from './wire';

const NOT_WHOLE =
  'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to ' +
  'the top-level spreadsheet, an individual sheet, or an entire row or column.';

/** Adds metadata to a whole row or column: refused at once, done with the other writes. */
export function addMetadata(
  scriptView: ScriptView,
  running: Running,
  sheet: number,
  area: Area,
  key: string,
  value: string | null,
): void {
  placeOf(scriptView.book, sheet, area);
  scriptView.later(running, () => {
    scriptView.book.addMetadata(placeOf(scriptView.book, sheet, area), key, value);
  });
}

export function finderService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  return {
    find: (running: Running, query: MetadataQuery): readonly MetadataRef[] => {
      scriptView.settle(running);
      return book.metadata
        .map(describe)
        .filter((one) => one.sheet.id === query.sheet && (query.key === null || one.key === query.key));
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

function placeOf(book: Book, sheet: number, area: Area): MetadataPlace {
  const tab = book.tab(sheet);
  const column = area.whole === 'columns' && area.columns === 1 ? tab.columns[area.column - 1] : undefined;
  if (column) return { kind: 'column', tab, column };
  const row = area.whole === 'rows' && area.rows === 1 ? tab.rows[area.row - 1] : undefined;
  if (row) return { kind: 'row', tab, row };
  throw new ScriptException(NOT_WHOLE);
}

/** A piece of metadata with where it stands now. */
export function describe({ id, key, value, place }: Metadata): MetadataRef {
  const { kind, tab } = place;
  const { rows, columns } = tab.size;
  const area: Area =
    kind === 'column'
      ? { row: 1, column: tab.columns.indexOf(place.column) + 1, rows, columns: 1, whole: 'columns' }
      : { row: tab.rows.indexOf(place.row) + 1, column: 1, rows: 1, columns, whole: 'rows' };
  return { id, key, value, kind, sheet: tab.ref, area };
}

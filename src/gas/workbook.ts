/** The spreadsheet behind the ports: SpreadsheetApp, translated and counted. Nothing is decided here. */
import type { Mark, SelectedAreas, TablePort, WorkbookPort } from '../core/ports';
import { a1Of, lettersOf, type Area, type Rows } from '../core/table/area';
import { toCell, type Cell } from '../core/table/cell';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/** Key of our developer metadata. It moves with what it is on. */
const METADATA_KEY = 'rollcall';

/** Opens the spreadsheet that the script is bound to. Nothing is called before the first use. */
export function openWorkbook(): WorkbookPort {
  const tables = new Map<number, SheetTable>();
  const tableOf = (sheet: Sheet): SheetTable => {
    const id = sheet.getSheetId();
    const known = tables.get(id);
    if (known !== undefined) return known;
    const table = new SheetTable(sheet, id);
    tables.set(id, table);
    return table;
  };
  return {
    marks: () =>
      findMetadata(SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder()).flatMap(
        (metadata) => {
          const mark = markOf(metadata, tableOf);
          return mark === null ? [] : [mark];
        },
      ),
    table: (id) => {
      const known = tables.get(id);
      if (known !== undefined) return known;
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(id);
      return sheet === null ? null : tableOf(sheet);
    },
    tableNamed: (name) => {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
      return sheet === null ? null : tableOf(sheet);
    },
    activeTable: () => tableOf(SpreadsheetApp.getActiveSheet()),
    insert: (name) => {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      const active = spreadsheet.getActiveSheet();
      const sheet = spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
      // Inserting a tab opens it; the person stays where they were.
      spreadsheet.setActiveSheet(active);
      return tableOf(sheet);
    },
    remove: (id) => {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      const sheet = spreadsheet.getSheetById(id);
      try {
        if (sheet !== null) spreadsheet.deleteSheet(sheet);
        return true;
      } catch {
        return false;
      }
    },
    selection: () => selectionIn(activeRanges(), tableOf),
    show: (id, areas) => {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(id);
      sheet?.getRangeList(areas.map(a1Of)).activate();
    },
  };
}

function findMetadata(finder: GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder): readonly Metadata[] {
  return finder.withKey(METADATA_KEY).find();
}

function markOf(metadata: Metadata, tableOf: (sheet: Sheet) => SheetTable): Mark | null {
  const value = metadata.getValue();
  const location = metadata.getLocation();
  const column = location.getColumn();
  const sheet = column === null ? location.getSheet() : column.getSheet();
  if (value === null || sheet === null) return null;
  return { tab: tableOf(sheet).id, column: column === null ? null : column.getColumn(), value };
}

/** Null where a chart is selected, or nothing; the typings do not say so. */
function activeRanges(): GoogleAppsScript.Spreadsheet.RangeList | null {
  return SpreadsheetApp.getActiveRangeList();
}

function selectionIn(
  list: GoogleAppsScript.Spreadsheet.RangeList | null,
  tableOf: (sheet: Sheet) => SheetTable,
): SelectedAreas | null {
  const ranges = list?.getRanges() ?? [];
  const [first] = ranges;
  if (first === undefined) return null;
  return {
    table: tableOf(first.getSheet()),
    areas: ranges.map(areaOf),
    range: ranges.map((range) => range.getA1Notation()).join(', '),
  };
}

function areaOf(range: Range): Area {
  const [row, column] = [range.getRow(), range.getColumn()];
  return { row, column, rows: range.getNumRows(), columns: range.getNumColumns() };
}

/** One tab. */
class SheetTable implements TablePort {
  /** Something was read or written since the last flush: only then is there anything to flush. */
  private isTouched = false;

  constructor(
    private readonly sheet: Sheet,
    readonly id: number,
  ) {}

  name(): string {
    return this.sheet.getName();
  }

  used(): { readonly rows: number; readonly columns: number } {
    const range = this.sheet.getDataRange();
    const [rows, columns] = [range.getNumRows(), range.getNumColumns()];
    // The data range of an empty tab is A1.
    if (rows === 1 && columns === 1 && this.sheet.getLastRow() === 0) return { rows: 0, columns: 0 };
    return { rows, columns };
  }

  values(area: Area): readonly (readonly Cell[])[] {
    this.isTouched = true;
    return this.range(area)
      .getValues()
      .map((row) => row.map(toCell));
  }

  formulas(area: Area): readonly (readonly string[])[] {
    this.isTouched = true;
    return this.range(area).getFormulas();
  }

  write(area: Area, values: readonly (readonly Cell[])[]): void {
    this.isTouched = true;
    this.range(area).setValues(values.map((row) => [...row]));
  }

  flush(): void {
    if (!this.isTouched) return;
    SpreadsheetApp.flush();
    this.isTouched = false;
  }

  addMark(column: number | null, value: string): void {
    if (column === null) this.sheet.addDeveloperMetadata(METADATA_KEY, value);
    else this.column(column).addDeveloperMetadata(METADATA_KEY, value);
  }

  removeMark(column: number | null, value: string): void {
    for (const metadata of findMetadata(this.sheet.createDeveloperMetadataFinder())) {
      const at = metadata.getLocation().getColumn()?.getColumn() ?? null;
      if (at === column && metadata.getValue() === value) metadata.remove();
    }
  }

  formatColumns(first: number, count: number, pattern: string, rows: Rows | null): void {
    this.isTouched = true;
    const [from, to] = [lettersOf(first), lettersOf(first + count - 1)];
    const name = rows === null ? `${from}:${to}` : `${from}${rows[0]}:${to}${rows[1]}`;
    this.sheet.getRange(name).setNumberFormat(pattern);
  }

  removeColumns(first: number, count: number): void {
    this.sheet.deleteColumns(first, count);
  }

  grow({ rows = 0, columns = 0 }: { readonly rows?: number; readonly columns?: number }): void {
    const lackingRows = rows - this.sheet.getMaxRows();
    if (lackingRows > 0) this.sheet.insertRowsAfter(this.sheet.getMaxRows(), lackingRows);
    const lackingColumns = columns - this.sheet.getMaxColumns();
    if (lackingColumns > 0) this.sheet.insertColumnsAfter(this.sheet.getMaxColumns(), lackingColumns);
  }

  /** Only a filter makes this one call per row, and Apps Script offers no other way to ask. */
  hiddenRows(rows: readonly number[]): ReadonlySet<number> {
    if (this.sheet.getFilter() === null) return new Set();
    return new Set(rows.filter((row) => this.sheet.isRowHiddenByFilter(row)));
  }

  isMerged(area: Area): boolean {
    return this.range(area).isPartOfMerge();
  }

  private range({ row, column, rows, columns }: Area): Range {
    return this.sheet.getRange(row, column, rows, columns);
  }

  /** Metadata is allowed on whole columns only. */
  private column(column: number): Range {
    return this.sheet.getRange(`${lettersOf(column)}:${lettersOf(column)}`);
  }
}

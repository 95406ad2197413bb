/** The spreadsheet behind the ports: SpreadsheetApp, translated and counted. Nothing is decided here. */
import type {
  Colours,
  ColumnFormatRule,
  FormatRule,
  Mark,
  SelectedAreas,
  TablePort,
  TextCondition,
  WorkbookPort,
} from '../core/ports';
import { a1Of, lettersOf, type Area, type Rows } from '../core/table/area';
import { toCell, type Cell, type LinkedText } from '../core/table/cell';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

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
    locale: () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale(),
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
      const [only, ...more] = areas.map(a1Of);
      if (sheet === null || only === undefined) return;
      if (more.length === 0) sheet.getRange(only).activate();
      else sheet.getRangeList([only, ...more]).activate();
    },
    link: (id, area) => `${SpreadsheetApp.getActiveSpreadsheet().getUrl()}#gid=${id}&range=${a1Of(area)}`,
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

/** Null for a condition on anything else than the text, and for a colour scale. */
function conditionOf(condition: GoogleAppsScript.Spreadsheet.BooleanCondition | null): TextCondition | null {
  const { TEXT_EQUAL_TO, TEXT_STARTS_WITH, TEXT_ENDS_WITH } = SpreadsheetApp.BooleanCriteria;
  const type = condition?.getCriteriaType();
  const text: unknown = condition?.getCriteriaValues()[0];
  if (typeof text !== 'string') return null;
  if (type === TEXT_EQUAL_TO) return { when: 'is', text };
  if (type === TEXT_STARTS_WITH) return { when: 'begins', text };
  return type === TEXT_ENDS_WITH ? { when: 'ends', text } : null;
}

function richTextOf({ text, link }: LinkedText): RichText {
  const builder = SpreadsheetApp.newRichTextValue().setText(text);
  return (link === '' || text === '' ? builder : builder.setLinkUrl(link)).build();
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

  links(area: Area): readonly (readonly (string | null)[])[] {
    this.isTouched = true;
    // Null where a cell holds no text [doc]; the typings do not say so.
    const texts: readonly (readonly (RichText | null)[])[] = this.range(area).getRichTextValues();
    return texts.map((row) => row.map((text) => text?.getLinkUrl() ?? null));
  }

  write(area: Area, values: readonly (readonly Cell[])[]): void {
    this.isTouched = true;
    this.range(area).setValues(values.map((row) => [...row]));
  }

  writeLinked(area: Area, texts: readonly (readonly LinkedText[])[]): void {
    this.isTouched = true;
    this.range(area).setRichTextValues(texts.map((row) => row.map(richTextOf)));
  }

  flush(): void {
    if (!this.isTouched) return;
    SpreadsheetApp.flush();
    this.isTouched = false;
  }

  addMark(column: number | null, value: string): void {
    if (column === null) this.sheet.addDeveloperMetadata(METADATA_KEY, value);
    // Metadata is allowed on whole columns only.
    else this.columns(column, 1).addDeveloperMetadata(METADATA_KEY, value);
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

  insertColumnsAfter(column: number, count: number): void {
    this.isTouched = true;
    this.sheet.insertColumnsAfter(column, count);
    // Sheets carries the rules of the column to the left over [weak].
    this.columns(column + 1, count).clearDataValidations();
  }

  showColumns(first: number, count: number): void {
    this.isTouched = true;
    this.sheet.showColumns(first, count);
  }

  setWidths(first: number, count: number, pixels: number): void {
    this.isTouched = true;
    this.sheet.setColumnWidths(first, count, pixels);
  }

  wrapColumns(first: number, count: number, wrap: 'wrap' | 'clip'): void {
    this.isTouched = true;
    const { WRAP, CLIP } = SpreadsheetApp.WrapStrategy;
    this.columns(first, count).setWrapStrategy(wrap === 'wrap' ? WRAP : CLIP);
  }

  freezeRows(count: number): void {
    this.isTouched = true;
    this.sheet.setFrozenRows(count);
  }

  setBold(area: Area): void {
    this.isTouched = true;
    this.range(area).setFontWeight('bold');
  }

  paint(areas: readonly Area[], colours: Colours | null): void {
    this.isTouched = true;
    const list = this.sheet.getRangeList(areas.map(a1Of));
    list.setBackground(colours?.ground ?? null);
    list.setFontColor(colours?.text ?? null);
  }

  formatRules(): readonly FormatRule[] {
    return this.sheet.getConditionalFormatRules().map((rule) => ({
      condition: conditionOf(rule.getBooleanCondition()),
      areas: rule.getRanges().map(areaOf),
    }));
  }

  setFormatRules(column: number, rules: readonly ColumnFormatRule[]): void {
    this.isTouched = true;
    const range = this.columns(column, 1);
    this.sheet.setConditionalFormatRules(
      rules.map(({ condition: { when, text }, colours }) => {
        const builder = SpreadsheetApp.newConditionalFormatRule()
          .setRanges([range])
          .setBackground(colours.ground)
          .setFontColor(colours.text);
        if (when === 'is') return builder.whenTextEqualTo(text).build();
        return (
          when === 'begins' ? builder.whenTextStartsWith(text) : builder.whenTextEndsWith(text)
        ).build();
      }),
    );
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

  deleteRows(first: number, count: number): void {
    this.isTouched = true;
    this.sheet.deleteRows(first, count);
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

  private columns(first: number, count: number): Range {
    return this.sheet.getRange(`${lettersOf(first)}:${lettersOf(first + count - 1)}`);
  }
}

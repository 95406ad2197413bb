/** A table in any tab: finds our columns and the columns of questions by developer metadata, adds what is missing. */
import { COLUMN_KEYS, lettersOf, type ColumnKey } from '../core/look-up/columns';
import type { QuestionColumns } from '../core/table/selection';
import type { Catalogue } from '../core/locales/catalogue';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Key of our developer metadata. It moves with its column; a title alone never makes a column ours. */
const METADATA_KEY = 'rollcall';
/** Values of the metadata on the columns that hold questions. The columns themselves stay the user's. */
const SPACE_MARK = 'question:space';
const MEMBER_MARK = 'question:member';

/** Where things stand in a tab. Columns are one-based. */
export interface Table {
  readonly sheet: Sheet;
  readonly ours: ReadonlyMap<ColumnKey, number>;
  /** Null where nobody has asked anything in this tab yet. */
  readonly questions: QuestionColumns | null;
}

/** Finds our columns: one call. */
export function openTable(sheet: Sheet): Table {
  const ours = new Map<ColumnKey, number>();
  const marked = new Map<string, number>();
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(METADATA_KEY).find()) {
    const column = metadata.getLocation().getColumn()?.getColumn();
    const value = metadata.getValue();
    // Of two columns with one mark, as a copied column leaves them, the left one counts.
    if (column === undefined || value === null || column >= (marked.get(value) ?? Infinity)) continue;
    marked.set(value, column);
    const key = COLUMN_KEYS.find((one) => value === `column:${one}`);
    if (key !== undefined) ours.set(key, column);
  }
  const member = marked.get(MEMBER_MARK);
  const questions = member === undefined ? null : { space: marked.get(SPACE_MARK) ?? null, member };
  return { sheet, ours, questions };
}

/** Adds our missing columns to the right of everything, and marks the columns of questions. `headerRow` null: no titles. */
export function completeTable(
  table: Table,
  asked: QuestionColumns,
  headerRow: number | null,
  catalogue: Catalogue,
): Table {
  const { sheet } = table;
  // People alone may be looked up in a table whose spaces are still blank: it keeps its column for them.
  const isPart = asked.space === null && asked.member === table.questions?.member;
  const questions = isPart ? table.questions : asked;
  moveQuestionMarks(table, questions);
  const missing = COLUMN_KEYS.filter((key) => !table.ours.has(key));
  const ours = new Map(table.ours);
  if (missing.length > 0) {
    const lastUsed = Math.max(
      sheet.getLastColumn(),
      questions.member,
      questions.space ?? 0,
      ...ours.values(),
    );
    const lacking = lastUsed + missing.length - sheet.getMaxColumns();
    if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
    missing.forEach((key, index) => {
      const column = lastUsed + 1 + index;
      mark(sheet, column, `column:${key}`);
      ours.set(key, column);
    });
    if (headerRow !== null) {
      const titles = missing.map((key) => catalogue.columns[key]);
      sheet.getRange(headerRow, lastUsed + 1, 1, titles.length).setValues([titles]);
    }
  }
  return { sheet, ours, questions };
}

/** Puts the marks of the columns of questions where this job has them. */
function moveQuestionMarks({ sheet, questions }: Table, wanted: QuestionColumns): void {
  if (questions?.member === wanted.member && questions.space === wanted.space) return;
  if (questions !== null) {
    for (const metadata of sheet.createDeveloperMetadataFinder().withKey(METADATA_KEY).find()) {
      const value = metadata.getValue();
      if (value === SPACE_MARK || value === MEMBER_MARK) metadata.remove();
    }
  }
  if (wanted.space !== null) mark(sheet, wanted.space, SPACE_MARK);
  mark(sheet, wanted.member, MEMBER_MARK);
}

/** Metadata is allowed on whole columns only. */
function mark(sheet: Sheet, column: number, value: string): void {
  const letters = lettersOf(column);
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(METADATA_KEY, value);
}

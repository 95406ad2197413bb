/**
 * A spreadsheet in a file: what is in its cells, what sticks to them, and what its script keeps beside it. Plain JSON with a
 * version. Only what differs from an empty sheet is written. Times are milliseconds since the epoch.
 */
import * as v from 'valibot';
import { parseCell } from './spreadsheet/cell-name';

/** Grows with every change after which an older program would read a file wrongly. */
export const BOOK_VERSION = 1;

const text = v.string('must be a text');
const flag = v.boolean('must be true or false');
const whole = v.pipe(v.number('must be a number'), v.integer('must be a whole number'));
const place = v.pipe(whole, v.minValue(1, 'must be at least 1'));

const value = v.union([v.string(), v.number(), v.boolean()], 'must be a text, a number or a boolean');

const AREA = v.strictObject({
  row: place,
  column: place,
  rows: place,
  columns: place,
  whole: v.exactOptional(v.picklist(['rows', 'columns'], 'must be rows or columns')),
});

const end = v.pipe(whole, v.minValue(0, 'must not be negative'));
const color = v.pipe(text, v.regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #fff2cc'));

const RICH = v.strictObject({
  runs: v.exactOptional(
    v.array(v.strictObject({ start: end, end, link: v.exactOptional(text), style: v.exactOptional(text) })),
  ),
  chips: v.exactOptional(v.array(v.strictObject({ start: end, end, kind: text }))),
  image: v.exactOptional(v.strictObject({ url: text })),
});

const STYLE = v.strictObject({
  background: v.exactOptional(color),
  fontColor: v.exactOptional(color),
  bold: v.exactOptional(v.literal(true)),
  wrap: v.exactOptional(v.picklist(['WRAP', 'OVERFLOW', 'CLIP'], 'must be WRAP, OVERFLOW or CLIP')),
});

const RULE = v.strictObject({
  areas: v.array(AREA),
  criteria: v.nullable(text),
  values: v.array(v.union([v.string(), v.number()], 'must be a text or a number')),
  background: v.exactOptional(color),
  fontColor: v.exactOptional(color),
  bold: v.exactOptional(flag),
  scale: v.exactOptional(text),
});

/** Further fields of a cell are kept as they are. */
const CELL = v.looseObject({
  rich: v.exactOptional(RICH),
  style: v.exactOptional(STYLE),
  spill: v.exactOptional(v.array(v.array(value))),
  spilled: v.exactOptional(v.literal(true)),
  value: v.exactOptional(value),
  formula: v.exactOptional(text),
  format: v.exactOptional(text),
  note: v.exactOptional(text),
});

/** So are further fields of a row. */
const ROW = v.looseObject({ hiddenByUser: v.exactOptional(flag), hiddenByFilter: v.exactOptional(flag) });

/** And of a tab. */
const TAB = v.looseObject({
  id: whole,
  name: text,
  size: v.strictObject({ rows: place, columns: place }),
  frozenRows: v.exactOptional(whole),
  hidden: v.exactOptional(flag),
  color: v.exactOptional(v.nullable(color)),
  hasSpills: v.exactOptional(flag),
  filter: v.exactOptional(v.nullable(AREA)),
  typedColumns: v.exactOptional(
    v.array(
      v.strictObject({
        area: AREA,
        type: v.picklist(['DOUBLE', 'DATE', 'TEXT', 'BOOLEAN'], 'must be a type of columns'),
      }),
    ),
  ),
  conditionalRules: v.exactOptional(v.array(RULE)),
  merges: v.exactOptional(v.array(AREA)),
  protections: v.exactOptional(v.array(v.looseObject({ area: v.nullable(AREA), editors: v.array(text) }))),
  validations: v.exactOptional(v.array(v.looseObject({ area: AREA, allowed: v.array(value) }))),
  /** By number, such as `7`: the fields in which a row differs from a new one, without its cells. */
  rows: v.record(text, ROW),
  /** By number: the same of a column. */
  columns: v.record(text, v.looseObject({ width: v.exactOptional(whole) })),
  /** By name, such as `B2`: the fields in which a cell differs from an empty one. */
  cells: v.record(text, CELL),
});

const BOOK = v.strictObject({
  rollcallBook: v.literal(BOOK_VERSION),
  /** Of the spreadsheet: a person's settings are kept by it. */
  id: text,
  name: text,
  /** Such as `en_US`. */
  locale: text,
  /** IANA name. */
  timeZone: text,
  lastIds: v.strictObject({ metadata: whole, tab: whole }),
  tabs: v.pipe(v.array(TAB), v.minLength(1, 'must hold a tab')),
  metadata: v.array(
    v.strictObject({
      id: whole,
      key: text,
      value: v.nullable(text),
      /** `sheet`: the tab itself. */
      kind: v.picklist(['row', 'column', 'sheet'], 'must be row, column or sheet'),
      /** Id of the tab. */
      tab: whole,
      /** Number of the row or column; absent for a tab. */
      at: v.exactOptional(place),
    }),
  ),
  /** `users/…` -> what that person has active; `tab` is its id. */
  selections: v.record(text, v.strictObject({ tab: whole, areas: v.array(AREA), chart: flag })),
  /** `store`: `script`, `document` or `user users/…`. */
  properties: v.array(v.strictObject({ store: text, key: text, value: text })),
  triggers: v.array(
    v.strictObject({
      uniqueId: v.pipe(text, v.digits('must be digits')),
      user: text,
      handler: text,
      due: v.number('must be a number'),
      fired: flag,
    }),
  ),
});

export type SavedBook = v.InferOutput<typeof BOOK>;
export type SavedTab = SavedBook['tabs'][number];
/** What of it is the spreadsheet's own. */
export type SavedSheets = Omit<SavedBook, 'rollcallBook' | 'properties' | 'triggers'>;

/** Reads a book. Throws an error that begins with `where` and names the version or the field that does not fit. */
export function readSavedBook(json: unknown, where: string): SavedBook {
  const version = versionOf(json);
  if (version === null)
    throw new Error(`${where}: this is no book of the emulator: it has no "rollcallBook".`);
  if (version !== BOOK_VERSION) {
    throw new Error(
      `${where}: this book has the version ${JSON.stringify(version)}, and this emulator reads version ${BOOK_VERSION}.`,
    );
  }
  const read = v.safeParse(BOOK, json);
  if (!read.success) {
    const [issue] = read.issues;
    throw new Error(`${where}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const stray = findStray(read.output);
  if (stray !== null) throw new Error(`${where}: ${stray}`);
  return read.output;
}

function versionOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'rollcallBook' in json ? json.rollcallBook : null;
}

/** Something that names a tab or a cell which is not there, or two things with one name; null where all fits. */
function findStray({ tabs, metadata, selections }: SavedBook): string | null {
  const names = tabs.map(({ name }) => name.toLowerCase());
  const ids = tabs.map(({ id }) => id);
  const twice = tabs.findIndex(
    ({ id, name }, index) => names.indexOf(name.toLowerCase()) < index || ids.indexOf(id) < index,
  );
  if (twice >= 0) return `tabs.${twice}: there is another tab with this name or id`;
  for (const [index, tab] of tabs.entries()) {
    const cell = Object.keys(tab.cells).find((name) => !holds(tab, name));
    if (cell !== undefined) return `tabs.${index}.cells.${cell}: the tab has no such cell`;
    for (const axis of ['rows', 'columns'] as const) {
      const number = Object.keys(tab[axis]).find((one) => !isUpTo(tab.size[axis], one));
      if (number !== undefined) return `tabs.${index}.${axis}.${number}: the tab has no such number`;
    }
  }
  for (const [index, { tab: id, kind, at }] of metadata.entries()) {
    const tab = tabs.find((one) => one.id === id);
    if (!tab) return `metadata.${index}.tab: there is no tab with the id ${id}`;
    const last = { row: tab.size.rows, column: tab.size.columns, sheet: 0 }[kind];
    if ((at ?? 0) > last || (kind !== 'sheet' && at === undefined))
      return `metadata.${index}.at: the tab has no such ${kind}`;
  }
  for (const [user, { tab: id }] of Object.entries(selections)) {
    if (!ids.includes(id)) return `selections.${user}.tab: there is no tab with the id ${id}`;
  }
  return null;
}

function holds({ size }: SavedTab, name: string): boolean {
  const cell = parseCell(name);
  return cell !== null && cell.row <= size.rows && cell.column <= size.columns;
}

function isUpTo(last: number, number: string): boolean {
  return /^[1-9]\d*$/.test(number) && Number(number) <= last;
}

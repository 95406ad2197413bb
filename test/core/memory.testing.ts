/**
 * Ports that remember, without a platform: a spreadsheet, a store, a clock. Every call can be preceded by what somebody else does
 * in that moment. Writes are queued until a flush or a read, as in Sheets.
 */
import type {
  Colours,
  ColumnFormatRule,
  ContinuationPort,
  FormatRule,
  JobStorePort,
  Mark,
  SelectedAreas,
  TablePort,
  TextCondition,
  WorkbookPort,
} from '../../src/core/ports';
import { a1Of, type Area, type Rows } from '../../src/core/table/area';
import type { Cell, LinkedText } from '../../src/core/table/cell';

/** Thrown where a test kills the execution. Nothing in the product may catch it for good. */
export class Killed extends Error {}

interface MemoryCell {
  readonly value: Cell;
  readonly formula: string;
  readonly link?: string;
}

const EMPTY: MemoryCell = { value: '', formula: '' };

/** A column or a row keeps its identity when others are inserted: marks hang on it. */
type Column = object;

/** A conditional format, and the column that it moves with; the condition is null for one of another kind. */
export interface MemoryRule {
  readonly condition: TextCondition | null;
  readonly on: Column;
  readonly colours?: Colours;
}

const PROTECTED = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner.';

/** What refuses a write. */
export interface Refusal {
  readonly holds: (row: number, column: number, value: Cell) => boolean;
  readonly message: string;
}

export class MemoryTable implements TablePort {
  columns: Column[];
  rows: MemoryCell[][];
  formats = new Map<Column, string>();
  refusals: Refusal[] = [];
  hidden = new Set<number>();
  merges: Area[] = [];
  isDeleted = false;
  widths = new Map<Column, number>();
  wraps = new Map<Column, 'wrap' | 'clip'>();
  hiddenColumns = new Set<Column>();
  frozenRows = 0;
  bold: Area[] = [];
  /** Colours of cells, by `column:row`. */
  painted = new Map<string, Colours | null>();
  formatted: MemoryRule[] = [];
  /** As in a tab that is protected against it. */
  refusesLooks = false;
  /** Writes that wait for a flush, of each execution its own. */
  private readonly queues = new WeakMap<object, (() => void)[]>();

  constructor(
    private readonly workbook: MemoryWorkbook,
    readonly id: number,
    public title: string,
    cells: readonly (readonly Cell[])[],
  ) {
    const width = Math.max(26, ...cells.map((row) => row.length));
    this.columns = Array.from({ length: width }, () => ({}));
    this.rows = Array.from({ length: Math.max(1000, cells.length) }, (_, row) =>
      (cells[row] ?? []).map((value) => ({ value, formula: '' })),
    );
  }

  name(): string {
    this.call('name');
    return this.title;
  }

  used(): { readonly rows: number; readonly columns: number } {
    this.call('used');
    this.send();
    return this.extent();
  }

  values(area: Area): readonly (readonly Cell[])[] {
    this.call('values');
    this.send();
    this.requireFit(area);
    this.workbook.count(area);
    return this.map(area, ({ value }) => value);
  }

  formulas(area: Area): readonly (readonly string[])[] {
    this.call('formulas');
    this.send();
    this.requireFit(area);
    this.workbook.count(area);
    return this.map(area, ({ formula }) => formula);
  }

  links(area: Area): readonly (readonly (string | null)[])[] {
    this.call('links');
    this.send();
    this.requireFit(area);
    this.workbook.count(area);
    return this.map(area, ({ link }) => link ?? null);
  }

  writeLinked(area: Area, texts: readonly (readonly LinkedText[])[]): void {
    this.call('writeLinked');
    this.requireFit(area);
    this.workbook.count(area, true);
    this.queue().push(() => {
      this.requireFit(area);
      texts.forEach((row, down) => {
        row.forEach(({ text, link }, right) => {
          this.type(area.row + down, area.column + right, text);
          this.link(area.row + down, area.column + right, link);
        });
      });
    });
  }

  write(area: Area, values: readonly (readonly Cell[])[]): void {
    this.call('write');
    this.requireFit(area);
    if (values.length !== area.rows || values.some((row) => row.length !== area.columns))
      throw new Error(`The data does not match ${a1Of(area)}.`);
    this.workbook.count(area, true);
    this.queue().push(() => {
      this.requireFit(area);
      this.requireLeave(area, values);
      values.forEach((row, down) => {
        row.forEach((value, right) => {
          this.put(area.row + down, area.column + right, value);
        });
      });
    });
  }

  flush(): void {
    this.call('flush');
    this.send();
  }

  addMark(column: number | null, value: string): void {
    this.call('addMark');
    this.workbook.metadata.push({
      table: this,
      column: column === null ? null : this.columnAt(column),
      value,
    });
  }

  removeMark(column: number | null, value: string): void {
    this.call('removeMark');
    const at = column === null ? null : this.columnAt(column);
    this.workbook.metadata = this.workbook.metadata.filter(
      (one) => one.table !== this || one.column !== at || one.value !== value,
    );
  }

  formatColumns(first: number, count: number, pattern: string, rows: Rows | null): void {
    this.call('formatColumns');
    if (rows !== null) return;
    for (let column = first; column < first + count; column++)
      this.formats.set(this.columnAt(column), pattern);
  }

  insertColumnsAfter(column: number, count: number): void {
    this.call('insertColumnsAfter');
    this.send();
    this.insertColumns(column + 1, count);
  }

  showColumns(first: number, count: number): void {
    this.call('showColumns');
    this.look(first, () => {
      for (const column of this.columns.slice(first - 1, first - 1 + count))
        this.hiddenColumns.delete(column);
    });
  }

  setWidths(first: number, count: number, pixels: number): void {
    this.call('setWidths');
    this.look(first, () => {
      for (const column of this.columns.slice(first - 1, first - 1 + count)) this.widths.set(column, pixels);
    });
  }

  wrapColumns(first: number, count: number, wrap: 'wrap' | 'clip'): void {
    this.call('wrapColumns');
    this.look(first, () => {
      for (const column of this.columns.slice(first - 1, first - 1 + count)) this.wraps.set(column, wrap);
    });
  }

  freezeRows(count: number): void {
    this.call('freezeRows');
    this.look(1, () => {
      this.frozenRows = count;
    });
  }

  setBold(area: Area): void {
    this.call('setBold');
    this.look(area.column, () => this.bold.push(area));
  }

  paint(areas: readonly Area[], colours: Colours | null): void {
    this.call('paint');
    for (const area of areas)
      this.look(area.column, () => {
        for (let row = area.row; row < area.row + area.rows; row++)
          this.painted.set(`${area.column}:${row}`, colours);
      });
  }

  formatRules(): readonly FormatRule[] {
    this.call('formatRules');
    this.send();
    return this.formatted.map(({ condition, on }) => ({
      condition,
      areas: [{ row: 1, column: this.columns.indexOf(on) + 1, rows: this.rows.length, columns: 1 }],
    }));
  }

  setFormatRules(column: number, rules: readonly ColumnFormatRule[]): void {
    this.call('setFormatRules');
    const on = this.columnAt(column);
    this.look(column, () => {
      this.formatted = rules.map((rule) => ({ ...rule, on }));
    });
  }

  /** Queues something that concerns looks. */
  private look(column: number, set: () => void): void {
    this.columnAt(column);
    this.queue().push(() => {
      if (this.refusesLooks) throw Object.assign(new Error(PROTECTED), { name: 'Exception' });
      set();
    });
  }

  grow({ rows = 0, columns = 0 }: { readonly rows?: number; readonly columns?: number }): void {
    this.call('grow');
    while (this.rows.length < rows) this.rows.push([]);
    while (this.columns.length < columns) this.columns.push({});
  }

  deleteRows(first: number, count: number): void {
    this.call('deleteRows');
    this.send();
    this.requireFit({ row: first, column: 1, rows: count, columns: 1 });
    this.rows.splice(first - 1, count);
  }

  removeColumns(first: number, count: number): void {
    this.call('removeColumns');
    this.deleteColumns(first, count);
  }

  hiddenRows(rows: readonly number[]): ReadonlySet<number> {
    this.call('hiddenRows');
    return new Set(rows.filter((row) => this.hidden.has(row)));
  }

  isMerged(area: Area): boolean {
    this.call('isMerged');
    return this.merges.some((merge) => merge.row < area.row + area.rows && area.row < merge.row + merge.rows);
  }

  /** The execution is no more: of what it had queued, the first few writes may have reached the sheet. */
  drop(applied = 0): void {
    const queue = this.queue().splice(0);
    try {
      for (const write of queue.slice(0, applied)) write();
    } catch {
      // Nobody is left to hear of a refusal.
    }
  }

  // What people do by hand; at once.

  insertRows(before: number, count: number): void {
    this.rows.splice(before - 1, 0, ...Array.from({ length: count }, (): MemoryCell[] => []));
  }

  removeRows(from: number, count: number): void {
    this.rows.splice(from - 1, count);
  }

  insertColumns(before: number, count: number): void {
    this.columns.splice(before - 1, 0, ...Array.from({ length: count }, () => ({})));
    for (const row of this.rows) {
      while (row.length < before - 1) row.push(EMPTY);
      row.splice(before - 1, 0, ...Array.from({ length: count }, () => EMPTY));
    }
  }

  deleteColumns(from: number, count: number): void {
    const gone = this.columns.splice(from - 1, count);
    for (const row of this.rows) row.splice(from - 1, count);
    this.workbook.metadata = this.workbook.metadata.filter(
      ({ column }) => column === null || !gone.includes(column),
    );
  }

  /** Sorts the rows below a header by a key of each row's cells. */
  sort(keyOf: (cells: readonly Cell[], index: number) => string | number): void {
    const used = this.extent().rows;
    const body = this.rows.slice(1, used).map((cells, index) => ({
      cells,
      key: keyOf(
        cells.map(({ value }) => value),
        index,
      ),
    }));
    body.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    this.rows.splice(1, body.length, ...body.map(({ cells }) => cells));
  }

  moveColumn(from: number, to: number): void {
    const move = <T>(list: T[], blank: () => T): void => {
      while (list.length < Math.max(from, to)) list.push(blank());
      list.splice(to - 1, 0, ...list.splice(from - 1, 1));
    };
    move(this.columns, () => ({}));
    for (const row of this.rows) move(row, () => EMPTY);
  }

  /** Copies a row, cells of ours too, into a new one below it. */
  copyRow(row: number): void {
    this.rows.splice(row, 0, [...(this.rows[row - 1] ?? [])]);
  }

  type(row: number, column: number, value: Cell, formula = ''): void {
    const cells = (this.rows[row - 1] ??= []);
    while (cells.length < column) cells.push(EMPTY);
    cells[column - 1] = { value, formula };
  }

  link(row: number, column: number, link: string): void {
    const { value } = this.cell(row, column);
    const cells = (this.rows[row - 1] ??= []);
    cells[column - 1] = link === '' ? { value, formula: '' } : { value, formula: '', link };
  }

  cell(row: number, column: number): MemoryCell {
    return this.rows[row - 1]?.[column - 1] ?? EMPTY;
  }

  /** Everything in use, as values. */
  grid(): readonly (readonly Cell[])[] {
    const { rows, columns } = this.extent();
    return this.rows
      .slice(0, rows)
      .map((row) => Array.from({ length: columns }, (_, index) => row[index]?.value ?? ''));
  }

  private extent(): { readonly rows: number; readonly columns: number } {
    const isFilled = ({ value, formula }: MemoryCell) => value !== '' || formula !== '';
    return {
      rows: this.rows.findLastIndex((row) => row.some(isFilled)) + 1,
      columns: Math.max(0, ...this.rows.map((row) => row.findLastIndex(isFilled) + 1)),
    };
  }

  private map<T>(area: Area, part: (cell: MemoryCell) => T): T[][] {
    return Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (_, right) =>
        part(this.cell(area.row + down, area.column + right)),
      ),
    );
  }

  private put(row: number, column: number, value: Cell): void {
    const isText = this.formats.get(this.columnAt(column)) === '@';
    if (typeof value === 'string' && !isText) this.type(row, column, ...asTyped(value));
    else this.type(row, column, value);
  }

  private send(): void {
    const queue = this.queue().splice(0);
    for (const write of queue) write();
  }

  private queue(): (() => void)[] {
    const { execution } = this.workbook;
    const queue = this.queues.get(execution) ?? [];
    this.queues.set(execution, queue);
    return queue;
  }

  private columnAt(column: number): Column {
    const found = this.columns[column - 1];
    if (found === undefined)
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    return found;
  }

  private requireFit({ row, column, rows, columns }: Area): void {
    if (this.isDeleted) throw new Error(`Sheet ${this.id} not found`);
    const fits = row >= 1 && column >= 1 && row + rows - 1 <= this.rows.length;
    if (!fits || column + columns - 1 > this.columns.length || rows < 1 || columns < 1)
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }

  /** A write is refused as a whole. */
  private requireLeave({ row, column }: Area, values: readonly (readonly Cell[])[]): void {
    const refusal = this.refusals.find(({ holds }) =>
      values.some((cells, down) => cells.some((value, right) => holds(row + down, column + right, value))),
    );
    if (refusal !== undefined) throw Object.assign(new Error(refusal.message), { name: 'Exception' });
  }

  private call(name: string): void {
    this.workbook.call(`table.${name}`);
  }
}

/** What Sheets makes of a typed text, as far as tests need it. */
function asTyped(text: string): [Cell, string] {
  if (text.startsWith("'")) return [text.slice(1), ''];
  if (text.startsWith('=')) return [`value of ${text}`, text];
  return /^-?\d+(?:\.\d+)?$/.test(text) ? [Number(text), ''] : [text, ''];
}

/** Runs before a call of a port; it may throw `Killed`, or do what somebody else would do. */
export type Before = (call: string, index: number) => void;

export class MemoryWorkbook implements WorkbookPort {
  tables: MemoryTable[] = [];
  metadata: { readonly table: MemoryTable; readonly column: Column | null; readonly value: string }[] = [];
  selected: SelectedAreas | null = null;
  shown: { readonly table: number; readonly areas: readonly Area[] } | null = null;
  calls: string[] = [];
  cellsMoved = 0;
  cellsWritten = 0;
  before: Before = () => undefined;
  /** Who calls now: each execution has writes of its own that wait. */
  execution: object = {};
  private lastId = 100;

  add(title: string, cells: readonly (readonly Cell[])[]): MemoryTable {
    const table = new MemoryTable(this, (this.lastId += 7), title, cells);
    this.tables.push(table);
    return table;
  }

  /** Copies a tab by hand: what is marked in it is marked in the copy. */
  copyTab(table: MemoryTable): MemoryTable {
    const copy = this.add(`Copy of ${table.title}`, []);
    copy.columns = table.columns.map(() => ({}));
    copy.rows = table.rows.map((cells) => [...cells]);
    const columnOf = (column: Column | null) =>
      column === null ? null : (copy.columns[table.columns.indexOf(column)] ?? null);
    for (const [column, format] of table.formats) copy.formats.set(columnOf(column) ?? {}, format);
    const marks = this.metadata.filter((mark) => mark.table === table);
    this.metadata.push(
      ...marks.map(({ column, value }) => ({ table: copy, column: columnOf(column), value })),
    );
    return copy;
  }

  select(table: MemoryTable, ...areas: readonly Area[]): void {
    this.selected = { table, areas, range: areas.map(a1Of).join(', ') };
  }

  remove(id: number): boolean {
    this.call('workbook.remove');
    const table = this.tables.find((one) => one.id === id);
    if (table === undefined) return true;
    if (this.tables.length === 1) return false;
    table.isDeleted = true;
    this.tables = this.tables.filter((one) => one !== table);
    this.metadata = this.metadata.filter((one) => one.table !== table);
    return true;
  }

  locale(): string {
    this.call('workbook.locale');
    return 'ja_JP';
  }

  marks(): readonly Mark[] {
    this.call('workbook.marks');
    return this.peek();
  }

  /** The marks, without a call. */
  peek(): readonly Mark[] {
    return this.metadata.map(({ table, column, value }) => ({
      tab: table.id,
      column: column === null ? null : table.columns.indexOf(column) + 1,
      value,
    }));
  }

  activeTable(): TablePort {
    this.call('workbook.activeTable');
    const table = this.selected?.table ?? this.tables[0];
    if (table === undefined) throw new Error('Please select an active sheet first.');
    return table;
  }

  table(id: number): TablePort | null {
    return this.tables.find((table) => table.id === id) ?? null;
  }

  tableNamed(name: string): TablePort | null {
    this.call('workbook.tableNamed');
    return this.tables.find(({ title }) => title === name) ?? null;
  }

  insert(name: string): TablePort {
    this.call('workbook.insert');
    if (this.tables.some(({ title }) => title.toLowerCase() === name.toLowerCase()))
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    return this.add(name, []);
  }

  selection(): SelectedAreas | null {
    this.call('workbook.selection');
    return this.selected;
  }

  show(table: number, areas: readonly Area[]): void {
    this.call('workbook.show');
    this.shown = { table, areas };
  }

  link(table: number, area: Area): string {
    this.call('workbook.link');
    return `https://sheets.example/edit#gid=${table}&range=${a1Of(area)}`;
  }

  call(name: string): void {
    this.calls.push(name);
    this.before(name, this.calls.length);
  }

  count({ rows, columns }: Area, isWrite = false): void {
    this.cellsMoved += rows * columns;
    if (isWrite) this.cellsWritten += rows * columns;
  }
}

/** The properties of one document, and who uses them. */
export class MemoryStore implements JobStorePort {
  stored: string | null = null;
  person = 'person-1';
  isLocked = false;

  constructor(private readonly workbook: MemoryWorkbook) {}

  load(): string | null {
    this.workbook.call('store.load');
    return this.stored;
  }

  save(record: string): void {
    this.workbook.call('store.save');
    if (record.length > 9_000) throw new Error('Argument too large: value');
    this.stored = record;
  }

  remove(): void {
    this.workbook.call('store.remove');
    this.stored = null;
  }

  locked<T>(work: () => T): T {
    this.workbook.call('store.locked');
    if (this.isLocked) throw new Error('Lock timeout: another process was holding the lock for too long.');
    this.isLocked = true;
    try {
      return work();
    } finally {
      this.isLocked = false;
    }
  }

  owner(): string {
    return this.person;
  }
}

/** Triggers of one person. */
export class MemoryContinuation implements ContinuationPort {
  shortestMs = 60_000;
  armedMs: number | null = null;
  answer: 'armed' | 'refused' | 'tooMany' = 'armed';

  arm(afterMs: number): 'armed' | 'refused' | 'tooMany' {
    if (this.answer === 'armed') this.armedMs = Math.max(afterMs, this.shortestMs);
    return this.answer;
  }

  disarm(): void {
    this.armedMs = null;
  }
}

/**
 * What the core needs from outside. Every port is synchronous and batch-shaped: on Apps Script the number of
 * calls is the performance. Adapters report what happened; only `verdict.ts` and `problem.ts` judge it.
 */
import type { Identity } from './chat/identity';
import type { Area, Rows } from './table/area';
import type { Cell, LinkedText } from './table/cell';

/**
 * One read of the Chat API. Methods and fields are named as in the discovery document; `useAdminAccess` follows from the
 * identity. Page sizes: 1 to 1000.
 */
export type ChatRequest =
  | (Masked & { readonly method: 'spaces.members.get'; /** `spaces/S/members/M` */ readonly name: string })
  | (Paged & {
      readonly method: 'spaces.members.list';
      /** `spaces/S` */
      readonly parent: string;
      readonly filter?: string;
      readonly showGroups?: boolean;
      readonly showInvited?: boolean;
    })
  | (Masked & { readonly method: 'spaces.get'; /** `spaces/S` */ readonly name: string })
  | (Paged & { readonly method: 'spaces.list'; readonly filter?: string })
  | (Paged & { readonly method: 'spaces.search'; readonly query: string; readonly orderBy?: string })
  | (Paged & {
      readonly method: 'spaces.spaceEvents.list';
      /** `spaces/S` */
      readonly parent: string;
      readonly filter: string;
    });

interface Masked {
  /** Which fields the answer holds, as a field mask; a page's mask must name `nextPageToken`. */
  readonly fields?: string;
}

interface Paged extends Masked {
  readonly pageSize?: number;
  readonly pageToken?: string;
}

/** What became of one request that was sent. `body` is parsed JSON of unknown shape. */
export type Outcome =
  { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly failure: Failure };

/** A failure as the adapter saw it, not yet judged. */
export interface Failure {
  /**
   * Where it failed: `api` = Google answered with an error; `network` = no answer (DNS, refused, reset, time-out);
   * `body` = an answer that is not the JSON it should be; `platform` = Apps Script itself refused or threw.
   */
  readonly at: 'api' | 'network' | 'body' | 'platform';
  /** HTTP status, where there was one (also `details.code` of an advanced service). */
  readonly httpStatus?: number;
  /** `error.status`, such as `PERMISSION_DENIED`. */
  readonly status?: string;
  /** `ErrorInfo.reason`, or the older `errors[0].reason`. */
  readonly reason?: string;
  /** `ErrorInfo.metadata`: `service`, `activationUrl`, `consumer`, `method`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Google's own words; on Apps Script they may be in the running user's language. */
  readonly message: string;
  /** From `Retry-After`, in seconds. */
  readonly retryAfterSeconds?: number;
  /** All requests that were sent together failed with this: which of them is the cause is not known. */
  readonly shared?: true;
}

/** Sends reads to the Chat API as one identity. */
export interface ChatPort {
  /** How many requests one `send` should carry at most now: 1 where they go one after another. Can fall meanwhile. */
  readonly batchSize: number;
  /** Whether requests go one after another because the day's quota of URL Fetch is used up. */
  readonly fetchQuotaUsedUp: boolean;
  /**
   * These requests in, their outcomes out, in order. `until` (milliseconds since the epoch) is when the execution must be
   * over: what could still be waiting for its answer then is `notSent`. Never throws for a request that failed; throws a
   * `ProblemError` where this identity cannot send at all.
   */
  send(requests: readonly ChatRequest[], identity: Identity, until: number): readonly (Outcome | 'notSent')[];
}

/** Time. `now` in milliseconds since the epoch. */
export interface ClockPort {
  now(): number;
  sleep(milliseconds: number): void;
}

/** A number in [0, 1). */
export interface RandomPort {
  next(): number;
}

/** A mark of ours (developer metadata) on a column of a tab, or on the tab itself. It moves with what it is on. */
export interface Mark {
  /** Id of the tab. */
  readonly tab: number;
  /** One-based; null: on the tab itself. */
  readonly column: number | null;
  readonly value: string;
}

/** The cells of one tab. Writes are queued; they have not happened before `flush`, and what is refused throws there. */
export interface CellsPort {
  /** Rows and columns in use; 0 of both in an empty tab. */
  used(): { readonly rows: number; readonly columns: number };
  /** Values; throws where the tab has no such area. */
  values(area: Area): readonly (readonly Cell[])[];
  /** Formulas; an empty text where a cell has none. */
  formulas(area: Area): readonly (readonly string[])[];
  /** Links of whole cells; null where a cell has none, or only a part of it is one. */
  links(area: Area): readonly (readonly (string | null)[])[];
  /** Queues values for an area. A text is taken as if typed, unless the cells have the text format. */
  write(area: Area, values: readonly (readonly Cell[])[]): void;
  /** Queues texts that are links. */
  writeLinked(area: Area, texts: readonly (readonly LinkedText[])[]): void;
  /** Makes everything queued happen. What is read afterwards shows what others did meanwhile. */
  flush(): void;
}

/** The columns and rows of one tab. */
export interface GridPort {
  /** `column` null: the tab itself. */
  addMark(column: number | null, value: string): void;
  removeMark(column: number | null, value: string): void;
  /** Queues the number format of columns: of these rows, or of whole columns. */
  formatColumns(first: number, count: number, pattern: string, rows: Rows | null): void;
  /**
   * Inserts columns, without data validation. What stands to the right moves along, with its formulas. Throws
   * at once, or at the flush, where the tab does not allow it.
   */
  insertColumnsAfter(column: number, count: number): void;
  /** Deletes whole columns, at once. */
  removeColumns(first: number, count: number): void;
  /** Makes sure that the tab has so many rows and columns; adds what is missing at its end. */
  grow(size: { readonly rows?: number; readonly columns?: number }): void;
  /** Deletes rows, at once. */
  deleteRows(first: number, count: number): void;
}

/** Of a cell's text and its ground, as lower-case hex. */
export interface Colours {
  readonly text: string;
  readonly ground: string;
}

/** A condition on the text of a cell. */
export interface TextCondition {
  readonly when: 'is' | 'begins' | 'ends';
  readonly text: string;
}

/** A conditional format as it stands in a tab. */
export interface FormatRule {
  /** Null: another kind of condition, or a colour scale. */
  readonly condition: TextCondition | null;
  readonly areas: readonly Area[];
}

/** A conditional format to be set, for whole columns. */
export interface ColumnFormatRule {
  readonly condition: TextCondition;
  readonly colours: Colours;
}

/** How one tab looks. What is set is queued, as in `CellsPort`, and what is refused throws at the flush. */
export interface LooksPort {
  /** Shows columns that are hidden. */
  showColumns(first: number, count: number): void;
  /** In pixels. */
  setWidths(first: number, count: number, pixels: number): void;
  /** Whether long texts take several lines, or are cut at the edge of the cell. */
  wrapColumns(first: number, count: number, wrap: 'wrap' | 'clip'): void;
  freezeRows(count: number): void;
  setBold(area: Area): void;
  /** Gives cells these colours; null: the default ones. One call for each colour, however many areas there are. */
  paint(areas: readonly Area[], colours: Colours | null): void;
  /** Every conditional format of the tab, in their order. */
  formatRules(): readonly FormatRule[];
  /** Replaces every conditional format of the tab by these, which hold for one whole column. */
  setFormatRules(column: number, rules: readonly ColumnFormatRule[]): void;
}

/** What else of a tab decides what a selection means. */
export interface SelectionAidPort {
  /** Which of these rows are hidden by a filter. One call a row where the tab has a filter. */
  hiddenRows(rows: readonly number[]): ReadonlySet<number>;
  isMerged(area: Area): boolean;
}

/** One tab. */
export interface TablePort extends CellsPort, GridPort, LooksPort, SelectionAidPort {
  readonly id: number;
  name(): string;
}

/** What the person has selected: areas as they are, whole rows or columns too. */
export interface SelectedAreas {
  readonly table: TablePort;
  readonly areas: readonly Area[];
  /** In A1 notation, for messages. */
  readonly range: string;
}

/** The spreadsheet. */
export interface WorkbookPort {
  /** Its locale, such as `ja_JP`: one call. */
  locale(): string;
  /** Every mark of ours in every tab: one call. */
  marks(): readonly Mark[];
  /** The tab that is open. */
  activeTable(): TablePort;
  /** The tab of an id; null where it was deleted. Needs no call for a tab that `marks` or `selection` gave. */
  table(id: number): TablePort | null;
  tableNamed(name: string): TablePort | null;
  /** Adds a tab behind the others and leaves the person's view where it is. Throws where the name is taken. */
  insert(name: string): TablePort;
  /** Deletes a tab; false where the spreadsheet does not let it, as with the last one. */
  remove(id: number): boolean;
  /** Null where a chart is selected, or nothing. */
  selection(): SelectedAreas | null;
  /** Selects these cells of a tab and moves the person's view to the last area. Nothing where the tab is gone. */
  show(table: number, areas: readonly Area[]): void;
  /** Address that opens the spreadsheet at these cells. */
  link(table: number, area: Area): string;
}

/** Where the record of a document's job lies. Other executions change it at the same time. */
export interface JobStorePort {
  load(): string | null;
  save(record: string): void;
  remove(): void;
  /** Runs `work` while no other execution changes the record or writes answers. Throws where it waits too long. */
  locked<T>(work: () => T): T;
  /** A random key of the running person, the same every time: enough to tell two people apart, and not who they are. */
  owner(): string;
}

/** Calls the script again without anybody's click. */
export interface ContinuationPort {
  /**
   * Arms the one trigger of this person, in place of an earlier one, for the given time or the next that Google accepts. The
   * earlier one goes only once the new one is there.
   */
  arm(afterMs: number): 'armed' | 'refused' | 'tooMany';
  disarm(): void;
}

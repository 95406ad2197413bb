/** The local Apps Script platform as its users (commands, preview, tests) see it. */
import type { GoogleApis } from './apis/google';
import type { Clock } from './clock';
import type { EditorWindow } from './platform/editor-window';
import type { Call, ExecutionResult } from './platform/execution';
import type { SavedBook } from './platform/saved-book';
import type { Scenario } from './scenario/scenario';
import type { Workspace } from './workspace/workspace';

export type { EditorWindow, Menu } from './platform/editor-window';

export interface EmulatorOptions {
  /** Folder of the Apps Script project: `dist`, or any other. */
  readonly project: string;
  /** Folder with the built `worker.mjs` and `services.js`. */
  readonly runtime: string;
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  readonly clock: Clock;
  readonly apis: GoogleApis;
  /** Name of the spreadsheet; Rollcall unless told. */
  readonly name?: string;
  /** The spreadsheet as it was saved, with its name; absent: a new one. */
  readonly book?: SavedBook;
  /** What a call shows that comes from no window of its own. */
  readonly window?: EditorWindow;
  /** Makes faults and made-up ids repeatable; absent: ids are random. */
  readonly seed?: number;
  /** Ends a script that calls nothing, by the machine's clock; the execution limit unless told. */
  readonly watchdogMs?: number;
}

/** A cell as a person sees it, for tests and the preview. */
export interface CellView {
  readonly value: string | number | boolean | { readonly $date: number };
  readonly display: string;
  readonly formula: string;
  readonly format: string;
  readonly note: string;
}

export interface Emulator {
  /** The manifest's scopes, in full. */
  scopes(): readonly string[];
  /** Opens the spreadsheet: runs onOpen as its simple trigger. */
  open(user?: string, window?: EditorWindow): Promise<ExecutionResult>;
  run(call: Call): Promise<ExecutionResult>;
  /**
   * A page's `google.script.run.name(...args)`: resolves to what the success handler would get, rejects with what the
   * failure handler would get.
   */
  runFromPage(name: string, args: readonly unknown[], user?: string, window?: EditorWindow): Promise<unknown>;
  /** The same with the execution behind it. Rejects only for what throws in the page at once. */
  callFromPage(
    name: string,
    args: readonly unknown[],
    user?: string,
    window?: EditorWindow,
  ): Promise<PageCall>;
  /** Fires the time triggers that are due by the clock; returns what ran. */
  fireDueTriggers(): Promise<readonly ExecutionResult[]>;
  /** The bound spreadsheet as its editors see it: what is committed, never what is still buffered. */
  readonly spreadsheet: ManualEditor;
  /** Takes a granted scope back, or grants it again. */
  setGrant(scope: string, granted: boolean, user?: string): void;
  /** Scopes, in full, that the user has granted; null where the script has not asked yet. */
  grants(user?: string): readonly string[] | null;
  /** Answers the consent screen with these scopes; null takes the script's access back, so that it asks again. */
  answerConsent(scopes: readonly string[] | null, user?: string): void;
  readonly stores: StoreViews;
  /** Names of the functions that a page's `google.script.run` offers: top-level, not ending in `_`. */
  functions(): readonly string[];
  setScenario(scenario: Scenario): void;
  /** What scripts asked for and the emulator lacks, of all executions since this was last called. */
  takeRefusals(): readonly string[];
  /** The spreadsheet with its properties and triggers. */
  save(): SavedBook;
  close(): Promise<void>;
}

/** A finished `google.script.run`. */
export interface PageCall {
  /** What the success handler or the failure handler gets. */
  readonly reply:
    { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };
  readonly execution: ExecutionResult;
}

/** What people do to the sheet by hand, and what they see. Rows and columns are one-based. */
export interface ManualEditor {
  name(): string;
  tabs(): readonly { readonly id: number; readonly name: string; readonly hidden: boolean }[];
  /** What is active in a user's window, as a script sees it; the last range holds the active cell. */
  active(user?: string): { readonly tab: string; readonly ranges: readonly string[] };
  /** Used rows and columns, frozen rows, and the hidden rows (one-based, in order). */
  layout(tab: string): {
    readonly rows: number;
    readonly columns: number;
    readonly frozenRows: number;
    readonly hiddenRows: readonly number[];
  };
  freeze(tab: string, rows: number): void;
  addTab(name: string, rows: readonly (readonly unknown[])[]): void;
  renameTab(name: string, to: string): void;
  deleteTab(name: string): void;
  cell(tab: string, row: number, column: number): CellView;
  /** The used block as displayed. */
  display(tab: string): readonly (readonly string[])[];
  cells(tab: string): readonly (readonly CellView[])[];
  /** As if typed. */
  type(tab: string, row: number, column: number, text: string): void;
  /** A stored value as it is, without the conversion of typing. */
  put(tab: string, row: number, column: number, value: unknown): void;
  select(tab: string, ranges: readonly string[], user?: string): void;
  selectChart(tab: string): void;
  insertRows(tab: string, before: number, count: number): void;
  deleteRows(tab: string, from: number, count: number): void;
  insertColumns(tab: string, before: number, count: number): void;
  deleteColumns(tab: string, from: number, count: number): void;
  /** Lowers the number of cells that the spreadsheet may hold. */
  limitCells(cells: number): void;
  moveColumn(tab: string, from: number, to: number): void;
  sort(
    tab: string,
    column: number,
    options?: { readonly descending?: boolean; readonly headerRows?: number },
  ): void;
  hideRows(tab: string, from: number, count: number, by: 'user' | 'filter'): void;
  merge(tab: string, range: string): void;
  note(tab: string, row: number, column: number, text: string): void;
  format(tab: string, range: string, numberFormat: string): void;
  protect(tab: string, range: string | null, editors: readonly string[]): void;
  /** Only these texts are accepted in the range. */
  validate(tab: string, range: string, allowed: readonly string[]): void;
  metadata(): readonly {
    readonly key: string;
    readonly value: string;
    readonly tab: string;
    readonly at: string;
  }[];
  /** Called after every committed change, with the tab's name. */
  onChange(listener: (tab: string) => void): void;
}

/** What the script left behind, for tests that look for leaks. */
export interface StoreViews {
  properties(): readonly { readonly store: string; readonly key: string; readonly value: string }[];
  cache(): readonly { readonly store: string; readonly key: string; readonly value: string }[];
  triggers(): readonly { readonly user: string; readonly handler: string; readonly uniqueId: string }[];
  locks(): readonly string[];
  /** Lines that reached Cloud Logging: `console.*` and uncaught exceptions. */
  cloudLog(): readonly string[];
}

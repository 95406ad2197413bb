/** The local Apps Script platform as its users (commands, preview, tests) see it. */
import type { GoogleApis } from './apis/google';
import type { Clock } from './clock';
import type { ManualEditor } from './manual-editor';
import type { EditorWindow } from './platform/editor-window';
import type { Call, CallCost, ExecutionResult } from './platform/execution';
import type { SavedBook } from './platform/saved-book';
import type { Scenario } from './scenario/scenario';
import type { Workspace } from './workspace/workspace';

export type { CellView, ManualEditor } from './manual-editor';
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
  /** How the script is installed; bound to its spreadsheet unless told. */
  readonly installedAs?: 'bound' | 'add-on';
  /** Who has installed the add-on, `users/…`; everybody unless told, as where an admin installed it for the organisation. */
  readonly installedFor?: readonly string[];
  /** Name of the script, as the menu Extensions shows it; Rollcall unless told. */
  readonly scriptName?: string;
  /** Name of the spreadsheet; Rollcall unless told. */
  readonly name?: string;
  /** The spreadsheet as it was saved, with its name; absent: a new one. */
  readonly book?: SavedBook | undefined;
  /** What a call shows that comes from no window of its own. */
  readonly window?: EditorWindow;
  /** Makes faults and made-up ids repeatable; absent: ids are random. */
  readonly seed?: number;
  /** What service calls take; nothing unless told. */
  readonly callCost?: CallCost;
  /** Ends a script that calls nothing, by the machine's clock; the execution limit unless told. */
  readonly watchdogMs?: number;
}

export interface Emulator {
  /** The manifest's scopes, in full. */
  scopes(): readonly string[];
  /** Opens the spreadsheet: runs onOpen as its simple trigger. */
  open(user?: string, window?: EditorWindow): Promise<ExecutionResult>;
  /**
   * Makes another spreadsheet in which the same add-on is used: what one person grants, keeps and schedules is one set for
   * both. It is closed with this one. Throws for a bound script.
   */
  openAnother(name: string): Emulator;
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
  /**
   * The file becomes a copy of itself, as if somebody had made one and gone on in it: another id, nobody has met its
   * script. Whether developer metadata and document properties come along is an assumption each.
   */
  becomeCopy(name: string): void;
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

/** What the script left behind, for tests that look for leaks. */
export interface StoreViews {
  properties(): readonly { readonly store: string; readonly key: string; readonly value: string }[];
  cache(): readonly { readonly store: string; readonly key: string; readonly value: string }[];
  triggers(): readonly {
    readonly user: string;
    readonly document: string;
    readonly handler: string;
    readonly uniqueId: string;
  }[];
  locks(): readonly string[];
  /**
   * Lines that reached Cloud Logging: `console.*`, `Logger` (which writes there too in a project with a standard Cloud project
   * [doc]) and uncaught exceptions. `printing`: functions whose purpose is what they print by `Logger`, which is left out.
   */
  cloudLog(printing?: readonly string[]): readonly string[];
}

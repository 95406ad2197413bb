/** One execution of a script: what starts it and what is left when it ends. */
import type { EditorWindow } from './editor-window';
import type { Edit } from '../scenario/edits';
import type { LogLine } from './log-line';

/** How a function was reached; decides AuthMode, what is active and which limits hold. */
export type Entry = 'editor' | 'menu' | 'sidebar' | 'onOpen' | 'onInstall' | 'trigger';

export interface Call {
  readonly function: string;
  /** JSON values, already checked by google.script.run's rules where they come from the sidebar. */
  readonly args?: readonly unknown[];
  readonly entry: Entry;
  /** `users/…` of who runs it; the workspace's caller unless told. */
  readonly user?: string;
  /** Where it shows what it has to show; the emulator's own window unless told. */
  readonly window?: EditorWindow;
  /** Kills the worker at a service call: the n-th (from 1) that reaches the emulator. */
  readonly kill?: Kill;
  /** What another person does while it runs. Rejects `run` where the spreadsheet has no such tab or range then. */
  readonly edits?: readonly Edit[];
  /** Collects garbage at service calls, slowly, to find what the script's thread really needs. */
  readonly measureHeap?: boolean;
}

/** One service call that was answered, refused or not. */
export interface ServedCall {
  /** `Class.method` */
  readonly member: string;
  /** Cells whose contents, or what goes with each, it carried to the script or from it; one where it says the same of all. */
  readonly cells: number;
  /** HTTP requests that it sent. */
  readonly requests: number;
}

/** Told of every call when it has been answered; gives what it takes beyond the requests, in milliseconds of the emulator's clock. */
export type CallCost = (call: ServedCall) => number;

export interface Kill {
  readonly atCall: number;
  readonly when: 'before' | 'after';
  /** How many of the buffered writes are applied all the same: a number from the front, or all. */
  readonly applied: number | 'all';
}

export interface ScriptError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export interface ExecutionResult {
  readonly outcome: 'completed' | 'failed' | 'killed' | 'timedOut' | 'needsConsent';
  /** JSON copy of what the function returned. */
  readonly value?: unknown;
  readonly error?: ScriptError;
  readonly log: readonly LogLine[];
  /** Largest heap of the script's thread at any of its service calls, without garbage; only where it was asked for. */
  readonly peakHeapBytes?: number;
  /** `Class.method` of each service call that reached the emulator, in order. */
  readonly calls: readonly string[];
  /** What the script asked for and the emulator lacks, each once, also where the script caught the error. */
  readonly refusals: readonly string[];
  /** Edits whose service call never came. */
  readonly editsLeft: readonly Edit[];
}

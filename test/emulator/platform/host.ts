/** The outside of the services: what a running script's calls reach in the emulator. */
import type { EditorWindow } from './editor-window';
import type { Entry } from './execution';
import type { LogLine } from './log-line';

/** `NONE`: an add-on installed but not enabled here. `LIMITED`: a simple trigger. `FULL`: anything a person started. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** Buffered writes of one execution, in order. Nothing in it has happened yet for anybody else. */
export interface WriteBuffer {
  /** Makes everything happen; throws what a write that is refused throws. */
  flush(): void;
  /** The execution was killed: the first `applied` writes happen all the same. */
  abandon(applied: number | 'all'): void;
}

/** One running script as the host services see it. */
export interface Running {
  readonly id: number;
  /** `users/…` */
  readonly user: string;
  readonly email: string;
  readonly entry: Entry;
  /** Which of the script's documents it works in. */
  readonly document: string;
  readonly mode: AuthMode;
  readonly locale: string;
  readonly window: EditorWindow;
  log(line: LogLine): void;
}

/** Host side of one Apps Script service: its calls by name. Arguments and results are JSON, a Date is `{"$date": ms}`. */
export type HostService = Readonly<Record<string, (running: Running, ...args: readonly never[]) => unknown>>;

/** An error that a script can catch, as Apps Script throws it. */
export class ScriptException extends Error {
  constructor(
    message: string,
    override readonly name = 'Exception',
    /** Of a GoogleJsonResponseException. */
    readonly details?: unknown,
  ) {
    super(message);
  }
}

/** Ends the execution at once; a script cannot catch it. */
export class ExecutionEnd extends Error {
  constructor(
    readonly outcome: 'killed' | 'timedOut' | 'needsConsent',
    message: string,
  ) {
    super(message);
  }
}

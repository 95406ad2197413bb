/** A line that a script writes while it runs. */
export interface LogLine {
  /** `Logger.log` stays in the editor; `console.*` also goes to Cloud Logging. */
  readonly from: 'Logger' | 'console';
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** A line that a script writes while it runs. */
export interface LogLine {
  /** Both are shown in the editor, and go to Cloud Logging where the script has a standard Cloud project [doc]. */
  readonly from: 'Logger' | 'console';
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
}

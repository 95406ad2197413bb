/**
 * What passes between the services that run inside a script's vm context and the emulator outside: JSON text only, one
 * synchronous call. The worker installs it as the global `__bridge`, which the services take and delete before the
 * project's own files run.
 */

export interface Bridge {
  /**
   * Calls a host service and waits. `request` is `{"service","method","args"}`; the reply is `{"ok":true,"value"}` or
   * `{"ok":false,"error":{"name","message","details"?}}`. A Date travels as `{"$date": milliseconds}`.
   */
  call(request: string): string;
  /** Tells the emulator that the script asked for a member that is not there. Does not wait, and is no service call. */
  refuse(member: string): void;
  /** Milliseconds since the epoch by the emulator's clock, without a round trip. */
  now(): number;
  /** Formats values as the editor's log shows them (Node's inspect). */
  inspect(values: unknown[]): string;
}

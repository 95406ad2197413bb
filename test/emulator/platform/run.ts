/** Runs one function in one thread: dispatches its service calls, keeps its limits, kills it where a test asks for it. */
import type { Clock } from '../clock';
import { actionOf, type Edit } from '../scenario/edits';
import type { Call, CallCost, ExecutionResult, ScriptError } from './execution';
import { ExecutionEnd, ScriptException, type HostService, type Running, type WriteBuffer } from './host';
import type { LogLine } from './log-line';
import { platformMessage } from './messages';
import { servedCall } from './served-call';
import type { Thread, WorkerOrder } from './thread';

export interface RunOptions {
  readonly call: Call;
  readonly order: WorkerOrder;
  readonly thread: Thread;
  readonly clock: Clock;
  readonly running: Running;
  readonly services: ReadonlyMap<string, HostService>;
  readonly buffer: WriteBuffer;
  /** By the emulator's clock. */
  readonly limitMs: number;
  /** By the machine's clock, for a script that calls nothing. */
  readonly watchdogMs: number;
  readonly log: readonly LogLine[];
  readonly callCost: CallCost | undefined;
  /** Carries out what another person does; throws where it cannot be done. */
  readonly edit: (edit: Edit) => void;
  /** Told at the end, also of a script that was killed, what it asked for and the emulator lacks. */
  readonly noteRefusals: (refusals: readonly string[]) => void;
  /** Throws where the running user may not call the member. */
  readonly authorise: (member: string) => void;
}

type Ending = Pick<ExecutionResult, 'outcome'> & {
  readonly value?: unknown;
  readonly sendable?: boolean;
  readonly error?: ScriptError;
  readonly peakHeapBytes?: number;
};

/** `ExecutionResult` with whether google.script.run could carry the value. */
export type RunResult = ExecutionResult & { readonly sendable: boolean };

function timedOut({ locale }: Running): Ending {
  const message = platformMessage(locale, 'executionTimeout');
  return { outcome: 'timedOut', error: { name: 'Exception', message } };
}

/**
 * Resolves when the execution has ended, in whatever way; buffered writes are settled by then. Rejects where one of the
 * call's edits cannot be done.
 */
export function run(options: RunOptions): Promise<RunResult> {
  const { call, thread, clock, running, services, buffer } = options;
  const calls: string[] = [];
  const refusals = new Set<string>();
  const editsLeft = new Set(call.edits);
  const start = clock.now();
  let ended = false;

  return new Promise((resolve, reject) => {
    const watchdog = setTimeout(() => {
      end(timedOut(running));
    }, options.watchdogMs);
    // The thread keeps the program alive while it runs. Once the emulator is closed, nothing shall.
    watchdog.unref();

    /** `how`: the thread came to its end by itself, or it is ended, with so many of the buffered writes applied. */
    function end(ending: Ending, how: 'reported' | number | 'all' = 0): void {
      if (ended) return;
      ended = true;
      clearTimeout(watchdog);
      if (how === 'reported') thread.release();
      else thread.end();
      const applied = how === 'reported' ? 0 : how;
      options.noteRefusals([...refusals]);
      resolve({
        ...settle(ending, applied),
        log: [...options.log],
        calls,
        refusals: [...refusals],
        editsLeft: [...editsLeft],
      });
    }

    /** What is buffered happens at the end of an execution, and is lost with one that is killed. */
    function settle(
      ending: Ending,
      applied: number | 'all',
    ): Omit<RunResult, 'log' | 'calls' | 'refusals' | 'editsLeft'> {
      const { sendable = true, ...rest } = ending;
      if (ending.outcome === 'killed' || ending.outcome === 'timedOut') {
        buffer.abandon(applied);
        return { ...rest, sendable };
      }
      try {
        buffer.flush();
        return { ...rest, sendable };
      } catch (error) {
        if (ending.outcome === 'failed') return { ...rest, sendable };
        return { outcome: 'failed', error: describe(error), sendable };
      }
    }

    /** Carries out the edits of a service call; tells whether the execution goes on. */
    function disturb(atCall: number): boolean {
      for (const edit of editsLeft) {
        if (edit.atCall !== atCall) continue;
        editsLeft.delete(edit);
        if ('kill' in edit) {
          end(KILLED);
          return false;
        }
        try {
          options.edit(edit);
        } catch (error) {
          const { message } = describe(error);
          reject(new Error(`${actionOf(edit)} at call ${atCall}: ${message}`));
          end(KILLED);
          return false;
        }
      }
      return true;
    }

    async function spend(member: string, args: readonly unknown[]): Promise<void> {
      const milliseconds = options.callCost?.(servedCall(member, args)) ?? 0;
      if (milliseconds > 0) await clock.sleep(milliseconds);
    }

    async function serve(text: string): Promise<void> {
      const { service, method, args } = JSON.parse(text) as {
        service: string;
        method: string;
        args: never[];
      };
      const member = `${service}.${method}`;
      calls.push(member);
      if (!disturb(calls.length)) return;
      const { kill } = call;
      if (kill?.atCall === calls.length && kill.when === 'before') {
        end(KILLED, kill.applied);
        return;
      }
      if (clock.now() - start > options.limitMs) {
        end(timedOut(running));
        return;
      }
      try {
        options.authorise(member);
        const handler = services.get(service)?.[method];
        if (!handler) throw new ScriptException(`${member} is not available in the emulator`, 'Error');
        const value = await handler(running, ...args);
        await spend(member, args);
        if (ended) return;
        if (kill?.atCall === calls.length && kill.when === 'after') {
          end(KILLED, kill.applied);
          return;
        }
        if (clock.now() - start > options.limitMs) {
          end(timedOut(running));
          return;
        }
        thread.reply(JSON.stringify({ ok: true, value: value ?? null }));
      } catch (error) {
        if (error instanceof ExecutionEnd) {
          end({ outcome: error.outcome, error: { name: 'Exception', message: error.message } });
          return;
        }
        const details = error instanceof ScriptException ? error.details : undefined;
        await spend(member, args);
        const { name, message } = describe(error);
        const refused = refusedIn(message);
        if (refused !== null) refusals.add(refused);
        thread.reply(JSON.stringify({ ok: false, error: { name, message, details } }));
      }
    }

    thread.start(options.order, {
      call: (text) => void serve(text),
      refused: (member) => refusals.add(member),
      report: (report) => {
        const heap = call.measureHeap === true ? { peakHeapBytes: report.peakHeapBytes } : {};
        const outcome = report.ok
          ? ({ outcome: 'completed', value: report.value, sendable: report.sendable } as const)
          : ({ outcome: 'failed', error: report.error } as const);
        end({ ...outcome, ...heap }, 'reported');
      },
      error: (error) => {
        end({ outcome: 'failed', error: describe(error) });
      },
    });
  });
}

/** What an error says that the emulator lacks; null where it says something else. */
function refusedIn(message: string): string | null {
  return /^(.*) is not available in the emulator\.?$/s.exec(message)?.[1] ?? null;
}

const KILLED: Ending = { outcome: 'killed' };

function describe(error: unknown): ScriptError {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}

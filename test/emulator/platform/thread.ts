/** Worker threads for executions: one thread for each at a time, every execution in a fresh context. */
import path from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { Clock } from '../clock';
import type { ScriptError } from './execution';

/** What a thread gets when it is made. */
export interface WorkerSetup {
  /** File of the services that run inside the context. */
  readonly services: string;
  /** One Int32, set to 1 when a reply is on the port. */
  readonly signal: SharedArrayBuffer;
  /** One Float64: the emulator's time, not a number while it is the machine's. */
  readonly time: SharedArrayBuffer;
  readonly port: MessagePort;
}

/** What a thread is told to run. */
export interface WorkerOrder {
  readonly scripts: readonly { readonly file: string; readonly source: string }[];
  readonly function: string;
  readonly args: readonly unknown[];
  readonly measureHeap: boolean;
  /** The event object of a trigger; null for other calls. */
  readonly event: Readonly<Record<string, unknown>> | null;
  /** What the services inside must know from the start. */
  readonly scriptContext: ScriptContext;
}

export interface ScriptContext {
  readonly timeZone: string;
  readonly locale: string;
  readonly scriptName: string;
  /** Whether dates out of cells are `instanceof Date`. */
  readonly ownDates: boolean;
  /** `userSymbol` -> service id and version, for advanced services. */
  readonly advanced: Readonly<
    Record<string, { readonly service: string; readonly methods: readonly string[] }>
  >;
  /** Page names, without `.html`. */
  readonly pages: readonly string[];
  /** Names under which the project's libraries are called. */
  readonly libraries: readonly string[];
  readonly event: Readonly<Record<string, unknown>> | null;
}

/** What a thread tells, all on one port, so that it arrives in the order in which it happened. */
export type WorkerMessage =
  | { readonly call: string }
  /** A member that the emulator lacks was asked for. */
  | { readonly refused: string }
  | { readonly report: WorkerReport };

export type WorkerReport = (
  | { readonly ok: true; readonly value?: unknown; readonly sendable: boolean }
  | { readonly ok: false; readonly error: ScriptError }
) & {
  /** Largest heap of the thread at any of its service calls, without garbage; 0 where it was not measured. */
  readonly peakHeapBytes: number;
};

/** What an execution does about its thread's messages. */
export interface ThreadUser {
  /** The thread calls a service and waits. */
  call(request: string): void;
  refused(member: string): void;
  report(report: WorkerReport): void;
  error(error: Error): void;
}

export interface Thread {
  /** Tells the thread what to run, and what time it is. */
  start(order: WorkerOrder, user: ThreadUser): void;
  /** Answers the call that the thread waits for. */
  reply(text: string): void;
  /** The thread has reported and may run something else, in another context. */
  release(): void;
  /** Ends the thread wherever it is. */
  end(): void;
}

/** Makes threads; keeps those that came to their end for the next executions, since making one takes longer than most. */
export class Threads {
  private readonly idle: Thread[] = [];
  private readonly workers = new Set<Worker>();
  /** Threads are being killed: then one is always made ready ahead. */
  private isAhead = false;
  private closed = false;

  constructor(
    private readonly runtime: string,
    private readonly clock: Clock,
    private readonly real: boolean,
  ) {
    this.idle.push(this.make());
  }

  take(): Thread {
    const thread = this.idle.pop() ?? this.make();
    this.makeAhead();
    return thread;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.idle.length = 0;
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private makeAhead(): void {
    if (this.isAhead && this.idle.length === 0 && !this.closed) this.idle.push(this.make());
  }

  private make(): Thread {
    const signal = new SharedArrayBuffer(4);
    const time = new SharedArrayBuffer(8);
    const { port1, port2 } = new MessageChannel();
    const tick = () => (new Float64Array(time)[0] = this.real ? NaN : this.clock.now());
    tick();
    const setup: WorkerSetup = {
      services: path.join(this.runtime, 'services.js'),
      signal,
      time,
      port: port2,
    };
    const worker = new Worker(path.join(this.runtime, 'worker.mjs'), {
      workerData: setup,
      transferList: [port2],
      // A script's console is the editor's log, never this process's.
      stdout: true,
      stderr: true,
    });
    this.workers.add(worker);
    let user: ThreadUser | null = null;
    port1.on('message', (message: WorkerMessage) => {
      if ('call' in message) user?.call(message.call);
      else if ('refused' in message) user?.refused(message.refused);
      else user?.report(message.report);
    });
    worker.on('error', (error: Error) => {
      end();
      user?.error(error);
    });
    // A waiting thread must not keep the program alive.
    worker.unref();
    port1.unref();
    const end = (): void => {
      this.workers.delete(worker);
      port1.close();
      void worker.terminate();
      const at = this.idle.indexOf(thread);
      if (at >= 0) this.idle.splice(at, 1);
    };
    const thread: Thread = {
      start: (order, next) => {
        user = next;
        worker.ref();
        tick();
        worker.postMessage(order);
      },
      reply: (text) => {
        tick();
        port1.postMessage(text);
        const flag = new Int32Array(signal);
        Atomics.store(flag, 0, 1);
        Atomics.notify(flag, 0);
      },
      release: () => {
        user = null;
        worker.unref();
        this.idle.push(thread);
      },
      end: () => {
        user = null;
        end();
        this.isAhead = true;
        this.makeAhead();
      },
    };
    return thread;
  }
}

/**
 * The thread of one execution: a fresh vm context, the services inside it, then the project's files, then one call. Every
 * service call blocks this thread until the emulator has answered, as on Apps Script.
 */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Bridge } from './bridge';
import type { WorkerMessage, WorkerOrder, WorkerReport, WorkerSetup } from './thread';
import { platformMessage } from './messages';

const { services, signal, time, port } = workerData as WorkerSetup;
if (!parentPort) throw new Error('This program runs in a thread of its own, which the emulator starts.');
const parent = parentPort;
const flag = new Int32Array(signal);
const clock = new Float64Array(time);
// Compiled while the worker waits for its order.
const servicesScript = new vm.Script(readFileSync(services, 'utf8'), { filename: 'services.js' });

parent.on('message', (order: WorkerOrder) => void execute(order));
// What a script leaves behind fails without anybody to tell.
process.on('unhandledRejection', (reason) => {
  if (isRunning) throw reason;
});

let isRunning = false;
let peakHeapBytes = 0;
/** Null where the heap is not measured. */
let collectGarbage: (() => void) | null = null;

function measureHeap(): void {
  if (collectGarbage === null || getHeapStatistics().used_heap_size <= peakHeapBytes) return;
  collectGarbage();
  peakHeapBytes = Math.max(peakHeapBytes, getHeapStatistics().used_heap_size);
}

function tell(message: WorkerMessage): void {
  port.postMessage(message);
}

const bridge: Bridge = {
  call: (request) => {
    if (!isRunning) throw new Error('The execution has ended.');
    measureHeap();
    Atomics.store(flag, 0, 0);
    tell({ call: request });
    for (;;) {
      const reply = receiveMessageOnPort(port) as { message: string } | undefined;
      if (reply) return reply.message;
      Atomics.wait(flag, 0, 0);
      Atomics.store(flag, 0, 0);
    }
  },
  refuse: (member) => {
    if (isRunning) tell({ refused: member });
  },
  // Not a number: the clock is the machine's own.
  now: () => (Number.isNaN(clock[0]) ? Date.now() : (clock[0] ?? 0)),
  inspect: (values) =>
    values
      .map((value) => (typeof value === 'string' ? value : ownFrames(inspect(value, { depth: 8 }))))
      .join(' '),
};

async function execute(order: WorkerOrder): Promise<void> {
  isRunning = true;
  peakHeapBytes = 0;
  collectGarbage = null;
  const report = await run(order);
  isRunning = false;
  tell({ report });
}

async function run(order: WorkerOrder): Promise<WorkerReport> {
  if (order.measureHeap) {
    setFlagsFromString('--expose-gc');
    collectGarbage = vm.runInNewContext('gc') as () => void;
  }
  const context = vm.createContext({ __bridge: bridge, __order: JSON.stringify(order.scriptContext) });
  try {
    servicesScript.runInContext(context);
    for (const { file, source } of order.scripts) vm.runInContext(source, context, { filename: file });
    const value: unknown = await call(context, order);
    return { ok: true, ...copyOf(value), peakHeapBytes };
  } catch (error) {
    return { ok: false, error: describe(error), peakHeapBytes };
  }
}

/** A function of the project, or a method of one of its objects: menus and triggers may name either. */
const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$.]*$/u;

function call(context: vm.Context, order: WorkerOrder): unknown {
  const found: unknown = NAME.test(order.function)
    ? vm.runInContext(`typeof ${order.function} === 'function' ? ${order.function} : undefined`, context)
    : undefined;
  if (typeof found !== 'function') {
    const { locale } = order.scriptContext;
    const message = platformMessage(locale, 'noFunctionNamed', { name: order.function });
    throw Object.assign(new Error(message), { name: 'Exception' });
  }
  const args = vm.runInContext(
    `JSON.parse(${JSON.stringify(JSON.stringify(order.args))})`,
    context,
  ) as unknown[];
  const event = order.event === null ? [] : [vm.runInContext('__event', context) as unknown];
  return Reflect.apply(found, undefined, [...event, ...args]);
}

/** What a caller outside gets: a JSON copy, and whether google.script.run could carry the value at all. */
function copyOf(value: unknown): { value?: unknown; sendable: boolean } {
  const sendable = isSendable(value, new Set());
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? { sendable } : { value: JSON.parse(text) as unknown, sendable };
  } catch {
    return { sendable: false };
  }
}

/** Numbers, booleans, strings, null, and plain objects and arrays of these. Values come from another realm. */
function isSendable(value: unknown, above: Set<unknown>): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'object' || above.has(value)) return false;
  const kind = Object.prototype.toString.call(value);
  const plain = Array.isArray(value) || (kind === '[object Object]' && isPlain(value));
  const inside = new Set(above).add(value);
  return plain && Object.values(value).every((one) => isSendable(one, inside));
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A script may throw anything. */
type Thrown = Readonly<Partial<Record<'name' | 'message' | 'stack', string | number>>>;

function describe(error: unknown): { name: string; message: string; stack?: string } {
  if (typeof error !== 'object' || error === null) return { name: '', message: String(error) };
  const { name, message, stack } = error as Thrown;
  if (message === undefined) return { name: '', message: inspect(error) };
  return {
    name: String(name ?? 'Error'),
    message: String(message),
    ...(stack === undefined ? {} : { stack: ownFrames(String(stack)) }),
  };
}

/** The frames of the project's own files: where the emulator lies on this machine is nobody's business. */
function ownFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at .*(?:file:|node:|services\.js|evalmachine)/.test(line))
    .join('\n');
}

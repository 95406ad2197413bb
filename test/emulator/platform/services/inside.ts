/** What every service inside a script's context stands on: the call to the outside, Google's exceptions, sealed members. */
import type { Bridge } from '../bridge';
import { platformMessage } from '../messages';
import { messageIn, type MessageKey } from '../spreadsheet/messages';
import type { WordingValues } from '../wording';

declare const globalThis: { __bridge: Bridge; __order: string } & Record<string, unknown>;

/** What the emulator tells the services when a context starts. */
export interface Environment {
  readonly timeZone: string;
  readonly locale: string;
  readonly scriptName: string;
  /** Whether dates out of cells are `instanceof Date`. */
  readonly ownDates: boolean;
  readonly advanced: Readonly<
    Record<string, { readonly service: string; readonly methods: readonly string[] }>
  >;
  readonly pages: readonly string[];
  /** Names under which the project's libraries are called. */
  readonly libraries: readonly string[];
  readonly event: Readonly<Record<string, unknown>> | null;
}

export const bridge: Bridge = globalThis.__bridge;
export const environment = JSON.parse(globalThis.__order) as Environment;
// The project's own files must not find them.
delete (globalThis as Record<string, unknown>).__bridge;
delete (globalThis as Record<string, unknown>).__order;

/** Thrown by Google's services. */
export class Exception extends Error {
  override name = 'Exception';
  /** Of a GoogleJsonResponseException only. */
  declare details?: unknown;
}

interface Reply {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly details?: unknown };
}

/** Calls `Service.method` outside and waits; throws what it throws. Dates pass both ways. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- each service knows what its host answers.
export function call<T>(service: string, method: string, ...args: readonly unknown[]): T {
  const request = JSON.stringify({ service, method, args }, encodeDates);
  const text = bridge.call(request);
  // Looking at every cell of a large block takes longer than reading it.
  const isPlain = !text.includes('"$date"') && !text.includes('"$image"');
  const reply = (isPlain ? JSON.parse(text) : JSON.parse(text, decode)) as Reply;
  if (reply.ok) return reply.value as T;
  const { name = 'Exception', message = '', details } = reply.error ?? {};
  const error = new Exception(message);
  error.name = name;
  if (details !== undefined) error.details = details;
  throw error;
}

function encodeDates(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  // What JSON makes of a date is a text already.
  if (typeof value === 'string' && isDate(raw)) return { $date: raw.getTime() };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  return value;
}

function decode(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return dateOf((value as { $date: number }).$date);
  // Opaque: nothing of it but that it is one.
  return '$image' in value ? sealed('SpreadsheetApp.CellImage', { toString: () => 'CellImage' }) : value;
}

let foreignDate: object | undefined;

/** A date of another realm has all methods of one, but another prototype. */
function dateOf(time: number): Date {
  const date = new Date(time);
  if (environment.ownDates) return date;
  // Not before the project's `Date` is in place, so that its `constructor` is that one.
  const methods = Object.getOwnPropertyDescriptors(Date.prototype);
  foreignDate ??= Object.create(Object.prototype, methods) as object;
  return Object.setPrototypeOf(date, foreignDate) as Date;
}

/** Tells dates of any realm. */
export function isDate(value: unknown): value is Date {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}

/** Members that JavaScript itself asks objects for. */
const ASKED_BY_THE_LANGUAGE = new Set([
  'toJSON',
  'then',
  'constructor',
  'toString',
  'valueOf',
  'inspect',
  'nodeType',
]);

/** What to throw for something that the emulator lacks. The emulator is told too: a script may catch the error. */
export function missing(what: string): Error {
  bridge.refuse(what);
  return new Error(`${what} is not available in the emulator`);
}

/** Makes a missing member say so, instead of being undefined. */
export function sealed<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || ASKED_BY_THE_LANGUAGE.has(key)) {
        return Reflect.get(object, key, receiver) as unknown;
      }
      throw missing(`${name}.${key}`);
    },
    // A script that first asks whether there is such a member goes another way than on Google.
    has(object, key) {
      const isThere = key in object;
      if (!isThere && typeof key === 'string') bridge.refuse(`${name}.${key}`);
      return isThere;
    },
  });
}

/** A value as JavaScript makes text of it, as Google's stores do with what they are given. */
export const textOf: (value: unknown) => string = String;

/** What the spreadsheet refuses, in the user's language. */
export function refusal(key: MessageKey, values: WordingValues = {}): Exception {
  return new Exception(messageIn(environment.locale, key, values));
}

/** Google's message for arguments that no signature takes. */
export function signatureError(member: string, args: readonly unknown[]): Exception {
  const types = args.map(typeName).join(',');
  return new Exception(platformMessage(environment.locale, 'signature', { types, member }));
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    return `${value.length === 0 ? 'number' : typeName(first)}[]`;
  }
  if (typeof value === 'string') return 'String';
  if (isDate(value)) return 'Date';
  if (typeof value === 'object') {
    const text = textOf(value);
    return text === '[object Object]' ? '(class)' : `SpreadsheetApp.${text}`;
  }
  return typeof value;
}

/** An enum value as Apps Script has them: an object, not its name. */
export interface EnumValue {
  toString(): string;
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
}

/** Makes an enum of these names, in order. */
export function enumOf<K extends string>(...names: readonly K[]): Readonly<Record<K, EnumValue>> {
  const values = names.map((name, index) => [
    name,
    {
      toString: () => name,
      name: () => name,
      ordinal: () => index,
      compareTo: (other: EnumValue) => index - other.ordinal(),
    },
  ]);
  return Object.fromEntries(values) as Readonly<Record<K, EnumValue>>;
}

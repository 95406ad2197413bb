/** `google.script.run` by Google's rules: what may be sent, how many at once, what the handlers get. */
import type { ScriptError } from './execution';

/** Calls of one page that run at the same time; further ones wait. */
const AT_ONCE = 10;

/** Throws at once, in the page, for a value that cannot be sent; returns the copy that arrives. */
export function copyArguments(args: readonly unknown[]): unknown[] {
  args.forEach((value, index) => {
    refuseIllegal(value, String(index), new Set());
  });
  return JSON.parse(JSON.stringify(args)) as unknown[];
}

function refuseIllegal(value: unknown, property: string, above: ReadonlySet<unknown>): void {
  if (value === null || ['undefined', 'string', 'boolean', 'number'].includes(typeof value)) return;
  if (typeof value !== 'object') throw new TypeError(`Failed due to illegal value in property: ${property}`);
  if (above.has(value)) throw new TypeError('Failed due to circular reference.');
  const prototype = Object.getPrototypeOf(value) as object | null;
  const plain = Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain) throw new TypeError(`Failed due to illegal value in property: ${property}`);
  const inside = new Set(above).add(value);
  for (const [name, inner] of Object.entries(value)) refuseIllegal(inner, name, inside);
}

/** The error that a failure handler gets. */
export class PageError extends Error {
  override readonly name = 'ScriptError';
}

/** `bare`: reports disagree whether a thrown `Error` keeps its class in front. */
export function pageError(error: ScriptError, bare: boolean): PageError {
  const prefix = error.name === '' || (bare && error.name === 'Error') ? '' : `${error.name}: `;
  return new PageError(prefix + error.message);
}

/** Lets ten calls run and holds the others back. */
export class PageQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < AT_ONCE) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The next one takes this place; only a place that nobody wants becomes free.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

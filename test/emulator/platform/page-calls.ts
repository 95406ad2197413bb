/** `google.script.run` by Google's rules: how many run at once, what the handlers get. What may be sent: page-arguments.ts. */
import type { ScriptError } from './execution';

/** Calls of one page that run at the same time; further ones wait. */
const AT_ONCE = 10;

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

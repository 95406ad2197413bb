/** Writes of one execution that have not happened yet: in order, until a flush, a read that needs them, or the end. */
import type { WriteBuffer } from '../host';

export class Writes implements WriteBuffer {
  private waiting: (() => void)[] = [];

  /** @param goesOn Whether the writes behind one that is refused happen all the same. [not established: an assumption] */
  constructor(private readonly goesOn: () => boolean) {}

  add(write: () => void): void {
    this.waiting.push(write);
  }

  /** Applies all that waits, in order; throws the first refusal. */
  flush(): void {
    const refusals: unknown[] = [];
    for (const write of this.waiting.splice(0)) {
      try {
        write();
      } catch (error) {
        refusals.push(error);
        if (!this.goesOn()) break;
      }
    }
    if (refusals.length > 0) throw refusals[0];
  }

  /** The execution was killed: the first `applied` writes happen, up to one that is refused. */
  abandon(applied: number | 'all'): void {
    const waiting = this.waiting.splice(0);
    try {
      for (const write of applied === 'all' ? waiting : waiting.slice(0, applied)) write();
    } catch {
      // Nobody is left to be told.
    }
  }
}

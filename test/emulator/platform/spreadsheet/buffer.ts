/** Writes of one execution that have not happened yet: in order, until a flush, a read that needs them, or the end. */
import type { WriteBuffer } from '../host';

export class Writes implements WriteBuffer {
  private waiting: (() => void)[] = [];

  add(write: () => void): void {
    this.waiting.push(write);
  }

  /** Applies all that waits. One that is refused throws; those behind it are lost. [order on Google not established] */
  flush(): void {
    const waiting = this.waiting.splice(0);
    for (const write of waiting) write();
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

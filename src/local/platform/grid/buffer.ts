/** Writes of one execution that have not happened yet. */
import type { WriteBuffer } from '../host';

export class PendingWrites implements WriteBuffer {
  private pending: (() => void)[] = [];

  add(write: () => void): void {
    this.pending.push(write);
  }

  flush(): void {
    const writes = this.pending.splice(0);
    for (const write of writes) write();
  }

  abandon(applied: number | 'all'): void {
    const writes = this.pending.splice(0);
    for (const write of writes.slice(0, applied === 'all' ? writes.length : applied)) {
      try {
        write();
      } catch {
        // Refused on Google too; nobody is left to hear it.
        return;
      }
    }
  }
}

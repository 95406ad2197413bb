/** Counts requests where they arrive. */
import type { Counts } from './google';

export class Counter {
  private log: { line: string; as: string; status: number }[] = [];
  private byMethod: Record<string, number> = {};
  private rounds = 0;
  private faulted = 0;
  private inFlight = 0;
  private closed = true;

  begin(): void {
    // A round lasts while its requests overlap: one that comes after an answer has gone out begins another.
    if (this.closed) this.rounds += 1;
    this.closed = false;
    this.inFlight += 1;
  }

  end(line: string, as: string, status: number, method: string, faulted: boolean): void {
    this.inFlight -= 1;
    if (this.inFlight === 0) this.closed = true;
    this.log.push({ line, as, status });
    this.byMethod[method] = (this.byMethod[method] ?? 0) + 1;
    if (faulted) this.faulted += 1;
  }

  counts(): Counts {
    const { rounds, faulted } = this;
    return { requests: this.log.length, rounds, faulted, byMethod: { ...this.byMethod }, log: [...this.log] };
  }

  reset(): void {
    this.log = [];
    this.byMethod = {};
    this.rounds = 0;
    this.faulted = 0;
  }
}

/** Counts requests where they arrive. */
import type { Counts } from './google';

/** One request that was answered. */
export interface Served {
  /** `METHOD path?query`. */
  readonly line: string;
  readonly as: string;
  /** 0: it got no answer at all. */
  readonly status: number;
  readonly method: string;
  /** Broken on purpose. */
  readonly spoilt: boolean;
}

export class Counter {
  private log: Served[] = [];
  private rounds = 0;
  private faulted = 0;
  private retries = 0;
  private inFlight = 0;
  /** Requests whose last answer was worth another try. */
  private readonly failed = new Set<string>();

  /** A round lasts while requests overlap: one that comes when none is in flight begins another. */
  begin(): void {
    if (this.inFlight === 0) this.rounds += 1;
    this.inFlight += 1;
  }

  /** Whether one request alone is in flight. */
  get isAlone(): boolean {
    return this.inFlight === 1;
  }

  end(served: Served): void {
    this.inFlight -= 1;
    this.log.push(served);
    const key = `${served.as} ${served.line}`;
    if (this.failed.delete(key)) this.retries += 1;
    if (!served.spoilt && served.status !== 429 && served.status < 500) return;
    this.faulted += 1;
    this.failed.add(key);
  }

  counts(): Counts {
    const { rounds, faulted, retries, log } = this;
    const byMethod: Record<string, number> = {};
    for (const { method } of log) byMethod[method] = (byMethod[method] ?? 0) + 1;
    return {
      requests: log.length,
      rounds,
      faulted,
      retries,
      byMethod,
      log: log.map(({ line, as, status }) => ({ line, as, status })),
    };
  }

  /** Forgets what was; requests in flight belong to the first round of what comes. */
  reset(): void {
    this.log = [];
    this.rounds = this.inFlight === 0 ? 0 : 1;
    this.faulted = 0;
    this.retries = 0;
    this.failed.clear();
  }
}

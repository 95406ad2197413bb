/** What waits to be sent, and which of it makes the next round: due retries and new requests of the plan, within the limits. */
import type { Plan, PlannedRequest } from './plan';
import type { Rate } from './rate';

/** A request that waits to be sent, for the first time or again. */
export interface QueueEntry {
  readonly planned: PlannedRequest;
  attempts: number;
  /** Milliseconds since the epoch. */
  due: number;
  /** It failed so that a whole set would have failed with it. */
  alone: boolean;
}

/** What can be sent now; where that is nothing, when something can be: `Infinity` where nothing waits. */
export interface Round {
  readonly batch: readonly QueueEntry[];
  readonly wakeAt: number;
}

type Admits = (space: string | null, entry?: QueueEntry) => boolean;

/** What can be sent so soon is waited for. */
export const SOON_MS = 2_000;

export class RequestQueue {
  private retries: QueueEntry[] = [];

  /** @param attemptsBefore Attempts that a new request starts with. */
  constructor(
    private readonly plan: Pick<Plan<unknown>, 'next'>,
    private readonly rate: Rate,
    private readonly attemptsBefore: number,
  ) {}

  /** Lowest attempt count among the requests that await a retry; 0 where none does. */
  get fewestAttempts(): number {
    return this.retries.length === 0 ? 0 : Math.min(...this.retries.map(({ attempts }) => attempts));
  }

  /** Puts requests behind those that wait. */
  add(...entries: readonly QueueEntry[]): void {
    this.retries.push(...entries);
  }

  /** Puts requests before those that wait. */
  addFirst(...entries: readonly QueueEntry[]): void {
    this.retries.unshift(...entries);
  }

  /** At most `most` together; requests of late spaces go alone, when no other can be sent soon. */
  nextRound(now: number, most: number): Round {
    const isOrdinary: Admits = (space, entry) => entry?.alone !== true && !this.rate.late.has(space);
    const round = this.gather(now, most, isOrdinary);
    if (round.batch.length > 0 || round.wakeAt - now <= SOON_MS) return round;
    return this.gather(now, 1, () => true);
  }

  /** One request alone: the canary that was added last, or a new one, of a late space only where there is no other. */
  canaryRound(now: number): Round {
    const current = this.retries[this.retries.length - 1];
    if (current !== undefined) return this.gather(now, 1, (_, entry) => entry === current);
    const round = this.gather(now, 1, (space) => !this.rate.late.has(space));
    return round.batch.length > 0 ? round : this.gather(now, 1, () => true);
  }

  /** Takes a new request of another space. Null where there is none. */
  takeFromOtherSpace(than: string | null, now: number): QueueEntry | null {
    const next = (admits: Admits): PlannedRequest | undefined =>
      this.plan.next(1, (space) => (space !== than && admits(space) ? 1 : 0))[0];
    const planned = next((space) => !this.rate.late.has(space)) ?? next(() => true);
    return planned === undefined ? null : this.entryOf(planned, now);
  }

  /** Due retries first, then new requests, as far as every limit allows. */
  private gather(now: number, most: number, admits: Admits): Round {
    const { rate } = this;
    const limit = Math.min(most, rate.projectLeft(now));
    if (limit <= 0) return { batch: [], wakeAt: rate.nextAt(null, now) };
    const batch: QueueEntry[] = [];
    const taken = new Map<string | null, number>();
    let wakeAt = Infinity;
    const room = (space: string | null): number => {
      const left = rate.left(space, now) - (taken.get(space) ?? 0);
      if (left === 0) wakeAt = Math.min(wakeAt, rate.nextAt(space, now));
      return left;
    };
    const take = (entry: QueueEntry): void => {
      const { space } = entry.planned;
      taken.set(space, (taken.get(space) ?? 0) + 1);
      batch.push(entry);
    };
    this.retries = this.retries.filter((entry) => {
      const { space } = entry.planned;
      if (!admits(space, entry)) return true;
      if (entry.due > now) wakeAt = Math.min(wakeAt, Math.max(entry.due, rate.nextAt(space, now)));
      if (entry.due > now || batch.length >= limit || room(space) === 0) return true;
      take(entry);
      return false;
    });
    if (batch.length < limit) {
      const roomOfNew = (space: string | null): number => (admits(space) ? room(space) : 0);
      for (const planned of this.plan.next(limit - batch.length, roomOfNew)) {
        take(this.entryOf(planned, now));
      }
    }
    return { batch, wakeAt };
  }

  private entryOf(planned: PlannedRequest, now: number): QueueEntry {
    return { planned, attempts: this.attemptsBefore, due: now, alone: false };
  }
}

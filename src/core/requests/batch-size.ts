/** How many requests go together: more while rounds are quick, fewer when they are slow or fail as a whole. */

const FIRST_ROUND = 100;
/** A round that took longer could keep a step from ending in time. */
const SLOW_ROUND_MS = 4_000;
const QUICK_ROUND_MS = 2_000;

export class BatchSize {
  private size = FIRST_ROUND;

  get limit(): number {
    return this.size;
  }

  /** Notes a round of `count` requests that got their answers. */
  noteRound(count: number, milliseconds: number): void {
    if (count > 1 && milliseconds > SLOW_ROUND_MS) this.halve(count);
    else if (milliseconds < QUICK_ROUND_MS && count >= this.size) this.size = count * 2;
  }

  /** So many were too many: half of them may go together next. */
  halve(count: number): void {
    this.size = Math.max(1, Math.floor(count / 2));
  }
}

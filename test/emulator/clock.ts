/** The emulator's time: one clock for the emulated APIs, quotas, triggers, caches and the scripts' own `Date`. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Waits, or on a clock that tests move, moves on at once. `since` is when the wait began, for waits that go on side by
   * side: such a clock moves on from there, not from where another wait has left it.
   */
  sleep(milliseconds: number, since?: number): Promise<void>;
}

/** A clock that stands still until it is moved; `sleep` moves it and returns at once. */
export interface MovableClock extends Clock {
  advance(milliseconds: number): void;
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export function movableClock(start: string | number): MovableClock {
  let now = new Date(start).getTime();
  return {
    // It may be moved by parts of a millisecond; `Date` knows whole ones.
    now: () => Math.floor(now),
    advance: (milliseconds) => {
      now += milliseconds;
    },
    sleep: (milliseconds, since = now) => {
      now = Math.max(now, since + milliseconds);
      return Promise.resolve();
    },
  };
}

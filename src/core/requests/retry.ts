/** How long to wait before a request is sent again: exponential with full jitter, or as long as Google asks. */

/** Tries before a passing failure becomes the answer. At 20% faults one request in ten million gets there. */
export const MOST_ATTEMPTS = 10;
const FIRST_DELAY_MS = 200;
/** Small enough for all tries to fit into one step of a job. */
const LONGEST_DELAY_MS = 2_000;

/**
 * Says the delay in milliseconds before the next try. `tries` counts those made, from 1; `random` is in [0, 1). Google's
 * `Retry-After` is a lower bound, with a little jitter on top so that rows do not come back all at once.
 */
export function delayBeforeRetry(
  attempts: number,
  random: number,
  retryAfterSeconds: number | undefined,
): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  const asked = retryAfterSeconds === undefined ? 0 : Math.max(0, retryAfterSeconds) * 1000;
  return asked > 0 ? asked + random * FIRST_DELAY_MS : random * ceiling;
}

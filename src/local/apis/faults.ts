/** Faults on purpose: drawn from a seed, so that a run can be repeated. */
import type { Faults } from '../scenario/scenario';
import { internal, rateLimited, unavailable, type ApiError } from './errors';

/** What happens to a request instead of its answer. */
export type Fault =
  { readonly kind: 'error'; readonly error: ApiError } | { readonly kind: 'garbage' | 'truncated' | 'reset' };

const RETRY_AFTER_SECONDS = 1;

/** Draws one fault or none. */
export function drawFault(faults: Faults, random: () => number): Fault | null {
  let left = random();
  const drawn = (share: number): boolean => {
    left -= share;
    return left < 0;
  };
  if (drawn(faults.reset)) return { kind: 'reset' };
  if (drawn(faults.garbage)) return { kind: 'garbage' };
  if (drawn(faults.truncated)) return { kind: 'truncated' };
  if (drawn(faults.http429)) {
    return { kind: 'error', error: rateLimited(faults.retryAfter ? RETRY_AFTER_SECONDS : null) };
  }
  if (drawn(faults.http500)) return { kind: 'error', error: internal() };
  if (drawn(faults.http503)) return { kind: 'error', error: unavailable() };
  return null;
}

/** What a broken proxy answers. */
export const GARBAGE = '<!doctype html><html><body><h1>Please sign in to the network</h1></body></html>';

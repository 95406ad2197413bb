/** Faults on purpose: drawn from a seed, so that a run can be repeated. */
import { seededRandom } from '../random';
import type { Faults, Scenario, SpaceFault } from '../scenario/scenario';
import {
  internal,
  invalidArgument,
  preconditionFailed,
  rateLimited,
  unavailable,
  type ApiError,
} from './errors';

/** What happens to a request instead of its answer. */
export type Fault =
  | { readonly kind: 'error'; readonly error: ApiError }
  | { readonly kind: 'garbage' | 'truncated' | 'reset' | 'hang' };

export const RETRY_AFTER_SECONDS = 1;
/** Requests that still get through when the network fails midway. */
const BEFORE_THE_END = 2;

/**
 * Draws the faults of one run. What happens to a request depends on the seed, on what it asks and how often that was asked
 * before, not on what else is on its way: requests side by side may arrive in any order.
 */
export class FaultSource {
  private readonly asked = new Map<string, number>();
  private served = 0;

  constructor(private readonly seed: number) {}

  /** The fault presets begin anew. */
  restart(): void {
    this.served = 0;
  }

  /** @param line `METHOD path?query`. @param space `spaces/…` that the path names. */
  draw({ faultPresets, faults, spaceFaults }: Scenario, line: string, space?: string): Fault | null {
    this.served += 1;
    const late = this.served > BEFORE_THE_END;
    if (faultPresets.includes('network-down') || (late && faultPresets.includes('network-down-midway'))) {
      return { kind: 'reset' };
    }
    if (faultPresets.includes('garbage-replies')) return { kind: 'garbage' };
    const ofSpace = spaceFaults[space ?? ''];
    if (ofSpace !== undefined) return SPACE_FAULTS[ofSpace];
    // A page token holds a time.
    const what = line.replace(/([?&]pageToken=)[^&]*/, '$1');
    const before = this.asked.get(what) ?? 0;
    this.asked.set(what, before + 1);
    return faultAt(faults, seededRandom(hash(`${this.seed} ${before} ${what}`))());
  }
}

const SPACE_FAULTS: Readonly<Record<SpaceFault, Fault>> = {
  hang: { kind: 'hang' },
  '400': { kind: 'error', error: invalidArgument('Request contains an invalid argument.') },
  '500': { kind: 'error', error: internal() },
  'failed-precondition': { kind: 'error', error: preconditionFailed() },
  garbage: { kind: 'garbage' },
};

/** @param drawn From 0 to 1: each kind has its share of it, most of it is nobody's. */
function faultAt(faults: Faults, drawn: number): Fault | null {
  let left = drawn;
  const hit = (share: number): boolean => (left -= share) < 0;
  if (hit(faults.reset)) return { kind: 'reset' };
  if (hit(faults.garbage)) return { kind: 'garbage' };
  if (hit(faults.truncated)) return { kind: 'truncated' };
  if (hit(faults.http429)) {
    return { kind: 'error', error: rateLimited(faults.retryAfter ? RETRY_AFTER_SECONDS : null) };
  }
  if (hit(faults.http500)) return { kind: 'error', error: internal() };
  if (hit(faults.http503)) return { kind: 'error', error: unavailable() };
  return null;
}

/** FNV-1a. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return mixed >>> 0;
}

/** Spaces whose requests go last and alone, because one of them failed, or hung together with others. */
import * as v from 'valibot';

/** Enough for one set of requests that failed together; the longest waiting are forgotten first. */
const MOST_LATE = 40;
/** Requests that hang one after another before Google is taken to be out of reach: each costs about a minute. */
const MOST_HANGS = 6;

/** What outlives a step: plain JSON, nothing about people. */
export interface LateState {
  /** `requests`: how many must get an answer before the space is treated like any other. */
  readonly spaces: readonly { readonly space: string; readonly requests: number }[];
  /** Requests that hung since the last answer. */
  readonly hangs: number;
}

export const NO_LATE_SPACES: LateState = { spaces: [], hangs: 0 };

const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A stored state. */
export const LATE_STATE = v.object({
  spaces: v.pipe(v.array(v.object({ space: v.string(), requests: COUNT })), v.maxLength(MOST_LATE)),
  hangs: COUNT,
});

/** `space` is a bare id, or null for requests that belong to no space. */
export class LateSpaces {
  private readonly left: Map<string, number>;
  private hangs: number;

  constructor(state: LateState) {
    this.left = new Map(state.spaces.map(({ space, requests }) => [space, requests]));
    this.hangs = state.hangs;
  }

  has(space: string | null): boolean {
    return this.left.has(space ?? '');
  }

  /** Puts a space last until so many of its requests were answered. */
  add(space: string | null, requests: number): void {
    const key = space ?? '';
    const before = this.left.get(key) ?? 0;
    this.left.delete(key);
    this.left.set(key, Math.max(before, requests));
    const [oldest] = this.left.keys();
    if (this.left.size > MOST_LATE && oldest !== undefined) this.left.delete(oldest);
  }

  /** Notes that a request of this space got an answer of its own. */
  noteAnswer(space: string | null): void {
    this.hangs = 0;
    const key = space ?? '';
    const left = this.left.get(key);
    if (left === undefined) return;
    if (left > 1) this.left.set(key, left - 1);
    else this.left.delete(key);
  }

  /** Notes that requests hung. Tells whether so many did, one after another, that no more should be sent. */
  noteHang(): boolean {
    this.hangs += 1;
    if (this.hangs < MOST_HANGS) return false;
    // Whoever continues later begins afresh.
    this.hangs = 0;
    return true;
  }

  state(): LateState {
    return {
      spaces: [...this.left].map(([space, requests]) => ({ space, requests })),
      hangs: this.hangs,
    };
  }
}

/** Read quotas of the Chat API: 15 a second for a space, 3,000 in 60 seconds for a project and a kind of resource. */
import type { Clock } from '../clock';

/** What the reads of one window are counted by. */
export interface Limit {
  readonly reads: number;
  readonly milliseconds: number;
}

const PER_SPACE: Limit = { reads: 15, milliseconds: 1_000 };
const PER_PROJECT: Limit = { reads: 3_000, milliseconds: 60_000 };

/** Which of the project's quotas a read counts against. */
export type Kind = 'memberships' | 'spaces';

export class Quota {
  private readonly windows = new Map<string, { since: number; reads: number }>();

  constructor(private readonly clock: Clock) {}

  /** Counts a read; false where it is one too many. */
  admit(kind: Kind, space: string | null): boolean {
    const counted = [
      this.window(kind, PER_PROJECT),
      ...(space === null ? [] : [this.window(space, PER_SPACE)]),
    ];
    if (counted.some(({ window, limit }) => window.reads >= limit.reads)) return false;
    for (const { window } of counted) window.reads += 1;
    return true;
  }

  /** Milliseconds until a space may be read again; 0 where it may be now. */
  restOf(space: string): number {
    const { window, limit } = this.window(space, PER_SPACE);
    return window.reads < limit.reads ? 0 : window.since + limit.milliseconds - this.clock.now();
  }

  /** A window begins with its first read. */
  private window(name: string, limit: Limit) {
    const now = this.clock.now();
    const known = this.windows.get(name);
    const window = known && now - known.since < limit.milliseconds ? known : { since: now, reads: 0 };
    this.windows.set(name, window);
    return { window, limit };
  }
}

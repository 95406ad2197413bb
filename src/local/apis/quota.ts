/** Read quotas of the Chat API: 15 a second for a space, 3,000 in 60 seconds for a project. */
import type { Clock } from '../clock';

const PER_SPACE = { reads: 15, milliseconds: 1_000 };
const PER_PROJECT = { reads: 3_000, milliseconds: 60_000 };

/** A window that begins with its first read. */
interface Window {
  since: number;
  reads: number;
}

export class Quota {
  private readonly spaces = new Map<string, Window>();
  private readonly project: Window = { since: 0, reads: 0 };

  constructor(private readonly clock: Clock) {}

  /** Counts a read; false where it is one too many. */
  admit(space: string | null): boolean {
    const window = space === null ? null : this.windowOf(space);
    const now = this.clock.now();
    renew(this.project, now, PER_PROJECT.milliseconds);
    if (window) renew(window, now, PER_SPACE.milliseconds);
    if (this.project.reads >= PER_PROJECT.reads || (window && window.reads >= PER_SPACE.reads)) return false;
    this.project.reads += 1;
    if (window) window.reads += 1;
    return true;
  }

  private windowOf(space: string): Window {
    const window = this.spaces.get(space) ?? { since: 0, reads: 0 };
    this.spaces.set(space, window);
    return window;
  }
}

function renew(window: Window, now: number, milliseconds: number): void {
  if (now - window.since < milliseconds) return;
  window.since = now;
  window.reads = 0;
}

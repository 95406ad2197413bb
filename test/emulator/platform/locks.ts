/** Locks of one script: held by an execution, gone with it, and dropped while an alert or a prompt is open. */
import type { Clock } from '../clock';
import { ScriptException, type HostService, type Running } from './host';
import { platformMessage } from './messages';
import { storeName, type Reach } from './stores';

const POLL_MS = 50;

export class Locks {
  private readonly holders = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  readonly service = {
    tryLock: async (running: Running, reach: Reach, milliseconds: number) =>
      milliseconds >= 0 && (await this.acquire(running, reach, milliseconds)),
    waitLock: async (running: Running, reach: Reach, milliseconds: number) => {
      if (milliseconds >= 0 && (await this.acquire(running, reach, milliseconds))) return;
      throw new ScriptException(platformMessage(running.locale, 'lockTimeout'));
    },
    hasLock: (running: Running, reach: Reach) => this.holders.get(storeName(reach, running)) === running.id,
    releaseLock: (running: Running, reach: Reach) => {
      const name = storeName(reach, running);
      if (this.holders.get(name) === running.id) this.holders.delete(name);
    },
  } satisfies HostService;

  /** Frees everything that the execution holds. */
  releaseAll(running: Running): void {
    for (const [name, holder] of this.holders) if (holder === running.id) this.holders.delete(name);
  }

  names(): readonly string[] {
    return [...this.holders.keys()];
  }

  private async acquire(running: Running, reach: Reach, milliseconds: number): Promise<boolean> {
    const name = storeName(reach, running);
    const until = this.clock.now() + milliseconds;
    for (;;) {
      const holder = this.holders.get(name);
      if (holder === undefined || holder === running.id) {
        this.holders.set(name, running.id);
        return true;
      }
      if (this.clock.now() >= until) return false;
      // Other executions run on real threads, also where the clock is one that tests move.
      await Promise.all([this.clock.sleep(POLL_MS), new Promise((resolve) => setTimeout(resolve, 1))]);
    }
  }
}

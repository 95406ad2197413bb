/** Time triggers of one script: each belongs to the user who made it, who alone can see and delete it. */
import type { Clock } from '../clock';
import { ScriptException, type HostService, type Running } from './host';

export interface Trigger {
  readonly uniqueId: string;
  readonly user: string;
  readonly handler: string;
  /** Milliseconds since the epoch. */
  readonly due: number;
}

const MOST_PER_USER = 20;

export class Triggers {
  private triggers: Trigger[] = [];
  private fired = new Set<string>();
  private count = 0;

  constructor(private readonly clock: Clock) {}

  readonly service = {
    create: (running: Running, handler: string, afterMs: number) => {
      if (this.triggers.filter(({ user }) => user === running.user).length >= MOST_PER_USER) {
        throw new ScriptException(
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      }
      this.count += 1;
      const trigger = {
        uniqueId: String(5_000_000_000 + this.count),
        user: running.user,
        handler,
        due: this.clock.now() + afterMs,
      };
      this.triggers.push(trigger);
      return trigger;
    },
    list: (running: Running) => this.triggers.filter(({ user }) => user === running.user),
    delete: (running: Running, uniqueId: string) => {
      this.triggers = this.triggers.filter((one) => one.uniqueId !== uniqueId || one.user !== running.user);
    },
  } satisfies HostService;

  /** Those that are due and have not fired; a one-shot trigger stays in the list after firing. */
  takeDue(): readonly Trigger[] {
    const due = this.triggers.filter(
      ({ due, uniqueId }) => due <= this.clock.now() && !this.fired.has(uniqueId),
    );
    for (const { uniqueId } of due) this.fired.add(uniqueId);
    return due;
  }

  all(): readonly Trigger[] {
    return this.triggers;
  }
}

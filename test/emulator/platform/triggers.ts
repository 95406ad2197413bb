/** Time triggers of one script: each belongs to the user who made it, who alone can see and delete it. */
import type { Clock } from '../clock';
import { formatDate } from './date-pattern';
import { ScriptException, type HostService, type Running } from './host';
import { platformMessage } from './messages';

export interface Trigger {
  readonly uniqueId: string;
  readonly user: string;
  readonly handler: string;
  /** Milliseconds since the epoch. */
  readonly due: number;
}

/** `fired`: it has run, and stays in the list as a one-shot trigger does. */
export interface SavedTrigger extends Trigger {
  readonly fired: boolean;
}

const FIRST_ID = 5_000_000_001;

const MOST_PER_USER = 20;
const DAY_MS = 86_400_000;

export class Triggers {
  private triggers: Trigger[] = [];
  private fired = new Set<string>();
  private nextId = FIRST_ID;

  constructor(private readonly clock: Clock) {}

  readonly service = {
    create: (running: Running, handler: string, afterMs: number) => {
      if (this.triggers.filter(({ user }) => user === running.user).length >= MOST_PER_USER) {
        throw new ScriptException(platformMessage(running.locale, 'tooManyTriggers'));
      }
      const trigger = {
        uniqueId: String(this.nextId++),
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

  clear(): void {
    this.triggers = [];
  }

  all(): readonly Trigger[] {
    return this.triggers;
  }

  save(): readonly SavedTrigger[] {
    return this.triggers.map((trigger) => ({ ...trigger, fired: this.fired.has(trigger.uniqueId) }));
  }

  restore(saved: readonly SavedTrigger[]): void {
    this.triggers = saved.map(({ uniqueId, user, handler, due }) => ({ uniqueId, user, handler, due }));
    this.fired = new Set(saved.filter(({ fired }) => fired).map(({ uniqueId }) => uniqueId));
    this.nextId = Math.max(FIRST_ID, ...saved.map(({ uniqueId }) => Number(uniqueId) + 1));
  }
}

/** What the event of a time-driven trigger says of the time, in the script's zone. */
export function timeOf(now: number, timezone: string): Readonly<Record<string, number | string>> {
  const part = (pattern: string): number => Number(formatDate(new Date(now), timezone, pattern));
  const [year, month, day] = [part('yyyy'), part('M'), part('d')];
  const midnight = Date.UTC(year, month - 1, day);
  // Monday is 1; the week is that of its Thursday.
  const weekday = new Date(midnight).getUTCDay() || 7;
  const thursday = midnight + (4 - weekday) * DAY_MS;
  const firstDay = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return {
    ...{ year, month, 'day-of-month': day, 'day-of-week': weekday },
    'week-of-year': Math.floor((thursday - firstDay) / DAY_MS / 7) + 1,
    ...{ hour: part('H'), minute: part('m'), second: part('s'), timezone },
  };
}

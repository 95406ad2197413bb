/** Time triggers of one script, over all its documents: each belongs to the user who made it, who alone can see and delete it. */
import type { Clock } from '../clock';
import { formatDate } from './date-pattern';
import { ScriptException, type HostService, type Running } from './host';
import type { Kind } from './kind';
import { platformMessage } from './messages';

export interface Trigger {
  readonly uniqueId: string;
  readonly user: string;
  /** Where it was made, and where it runs. */
  readonly document: string;
  readonly handler: string;
  /** Milliseconds since the epoch. */
  readonly due: number;
}

/** `fired`: it has run, and stays in the list as a one-shot trigger does. */
export interface SavedTrigger extends Omit<Trigger, 'document'> {
  readonly fired: boolean;
}

const FIRST_ID = 5_000_000_001;

const MOST_PER_USER = 20;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

export class Triggers {
  private triggers: Trigger[] = [];
  private fired = new Set<string>();
  private nextId = FIRST_ID;

  constructor(
    private readonly clock: Clock,
    private readonly kind: Kind = 'bound',
  ) {}

  readonly service = {
    create: (running: Running, handler: string, afterMs: number) => {
      if (this.triggers.filter(({ user }) => user === running.user).length >= MOST_PER_USER) {
        throw new ScriptException(platformMessage(running.locale, 'tooManyTriggers'));
      }
      if (this.kind === 'add-on') this.checkAddOn(running, afterMs);
      const { user, document } = running;
      const trigger = {
        uniqueId: String(this.nextId++),
        ...{ user, document, handler },
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

  /** Those of a document that are due and have not fired; a one-shot trigger stays in the list after firing. */
  takeDue(document: string): readonly Trigger[] {
    const due = this.triggers.filter(
      (trigger) =>
        trigger.document === document && trigger.due <= this.clock.now() && !this.fired.has(trigger.uniqueId),
    );
    for (const { uniqueId } of due) this.fired.add(uniqueId);
    return due;
  }

  /**
   * At most one run an hour, and one time trigger of a person in a document [doc]; one that has fired counts until it is
   * deleted. What Google says about a time below an hour was not seen.
   */
  private checkAddOn(running: Running, afterMs: number): void {
    if (this.triggers.some((one) => placeOf(one) === placeOf(running))) {
      throw new ScriptException(platformMessage(running.locale, 'tooManyTriggersHere'));
    }
    if (afterMs < HOUR_MS) throw new ScriptException(platformMessage(running.locale, 'triggerTooOften'));
  }

  clear(): void {
    this.triggers = [];
  }

  all(): readonly Trigger[] {
    return this.triggers;
  }

  save(): readonly SavedTrigger[] {
    return this.triggers.map(({ uniqueId, user, handler, due }) => ({
      ...{ uniqueId, user, handler, due },
      fired: this.fired.has(uniqueId),
    }));
  }

  restore(saved: readonly SavedTrigger[]): void {
    this.triggers = saved.map(({ uniqueId, user, handler, due }) => ({
      ...{ uniqueId, user, handler, due },
      document: 'document',
    }));
    this.fired = new Set(saved.filter(({ fired }) => fired).map(({ uniqueId }) => uniqueId));
    this.nextId = Math.max(FIRST_ID, ...saved.map(({ uniqueId }) => Number(uniqueId) + 1));
  }
}

function placeOf({ user, document }: Pick<Trigger, 'user' | 'document'>): string {
  return `${document} ${user}`;
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

/** The one-shot trigger that carries a job on when nobody has the sheet open. */
import { judgeFailure } from '../core/chat/problem';
import { USER } from '../core/chat/identity';
import { asRecord } from '../core/json';
import type { ContinuationPort } from '../core/ports';
import type { Target } from '../core/target';
import { failureFrom } from './failure';
import { documentId, type UserProperties } from './user-properties';

/** Of one person in one script. [doc] */
const MOST_TRIGGERS = 20;
/** The function of `main.ts` that the trigger runs. Nobody else makes triggers for it, so every one of them is ours. */
const HANDLER = 'continueOnTrigger';

type Trigger = GoogleAppsScript.Script.Trigger;

/** Who started the execution: a trigger has nobody who could have confirmed anything. */
export type StartedBy = 'person' | FiredTrigger;

/** A trigger that runs now. `id` is null where the event does not tell it. */
interface FiredTrigger {
  readonly trigger: { readonly id: string | null };
}

/** The trigger whose event this is. */
export function triggerOf(event: unknown): FiredTrigger {
  const { triggerUid } = asRecord(event);
  return { trigger: { id: typeof triggerUid === 'string' ? triggerUid : null } };
}

export function isTrigger(startedBy: StartedBy): startedBy is FiredTrigger {
  return startedBy !== 'person';
}

/** Opens the triggers of this person in this document. Nothing is called before the first use. */
export function continuationPort(
  { shortestContinuationMs, manyDocuments }: Target,
  properties: UserProperties,
  startedBy: StartedBy,
): ContinuationPort {
  const own = manyDocuments ? new NotedTriggers(properties, startedBy) : ALL_TRIGGERS;
  return {
    arm: (afterMs) => {
      try {
        replaceTriggers(own, Math.max(afterMs, shortestContinuationMs));
        return 'armed';
      } catch (error) {
        return isTooMany(error) ? 'tooMany' : 'refused';
      }
    },
    disarm: () => {
      try {
        own.list().forEach(remove);
      } catch {
        // Without the permission there is none.
      }
    },
  };
}

/** Finds the triggers of this document. */
interface OwnTriggers {
  /** Whether a document may have one of a person only. */
  readonly onlyOne: boolean;
  list(): readonly Trigger[];
  note(trigger: Trigger): void;
}

/** A bound script has one document: every trigger is its own. */
const ALL_TRIGGERS: OwnTriggers = { onlyOne: false, list: everyTrigger, note: () => undefined };

/**
 * An add-on lists the triggers of all documents [field report], so that each document's is noted by its id. The one that runs
 * now belongs to this document too, noted or not: an execution may be killed between making and noting.
 */
class NotedTriggers implements OwnTriggers {
  readonly onlyOne = true;

  constructor(
    private readonly properties: UserProperties,
    private readonly startedBy: StartedBy,
  ) {}

  list(): readonly Trigger[] {
    const running = isTrigger(this.startedBy) ? this.startedBy.trigger.id : null;
    const ids = [running, this.properties.get(triggerKey())].filter(Boolean);
    if (ids.length === 0) return [];
    return everyTrigger().filter((trigger) => ids.includes(trigger.getUniqueId()));
  }

  note(trigger: Trigger): void {
    this.properties.set(triggerKey(), trigger.getUniqueId());
  }
}

/** Where an add-on notes the trigger of this document. */
export function triggerKey(): string {
  return `rollcall.trigger.${documentId()}`;
}

function everyTrigger(): readonly Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
}

/** The earlier trigger goes only once the new one is there, where Google lets both be there at once. */
function replaceTriggers(own: OwnTriggers, afterMs: number): void {
  const earlier = own.list();
  try {
    own.note(create(afterMs));
    earlier.forEach(remove);
  } catch (error) {
    // Ours may be the one too many: one that has fired counts until it is removed [field report], and an add-on may have one for
    // each person and document [doc]. What Google says about it may be in any language.
    if (earlier.length === 0 || !(own.onlyOne || isTooMany(error))) throw error;
    earlier.forEach(remove);
    own.note(create(afterMs));
  }
}

function create(afterMs: number): Trigger {
  return ScriptApp.newTrigger(HANDLER).timeBased().after(afterMs).create();
}

function remove(trigger: Trigger): void {
  ScriptApp.deleteTrigger(trigger);
}

/** Counted first, since the message is in the person's language; an add-on may have a limit of its own [field report]. */
function isTooMany(error: unknown): boolean {
  if (judgeFailure(failureFrom(error), { identity: USER }).code === 'tooManyTriggers') return true;
  try {
    return ScriptApp.getProjectTriggers().length >= MOST_TRIGGERS;
  } catch {
    return false;
  }
}

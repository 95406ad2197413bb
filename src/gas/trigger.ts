/** The one-shot trigger that carries a job on when nobody has the sheet open. */
import { judgeFailure } from '../core/chat/problem';
import { USER } from '../core/chat/identity';
import type { ContinuationPort } from '../core/ports';
import { failureFrom } from './failure';

/** Of one person in one script. [doc] */
const MOST_TRIGGERS = 20;
/** The function of `main.ts` that the trigger runs. Nobody else makes triggers for it, so every one of them is ours. */
const HANDLER = 'continueOnTrigger';

type Trigger = GoogleAppsScript.Script.Trigger;

/** @param shortestMs The shortest time before Google calls again: a minute in a bound script, an hour in a published add-on [doc]. */
export function continuationPort(shortestMs: number): ContinuationPort {
  return {
    arm: (afterMs) => {
      try {
        replaceTriggers(Math.max(afterMs, shortestMs));
        return 'armed';
      } catch (error) {
        return isTooMany(error) ? 'tooMany' : 'refused';
      }
    },
    disarm: () => {
      try {
        ourTriggers().forEach(remove);
      } catch {
        // Without the permission there is none.
      }
    },
  };
}

function replaceTriggers(afterMs: number): void {
  const earlier = ourTriggers();
  try {
    create(afterMs);
    earlier.forEach(remove);
  } catch (error) {
    if (earlier.length === 0 || !isTooMany(error)) throw error;
    // Ours may be the one too many: one that has fired counts until it is removed [field report].
    earlier.forEach(remove);
    create(afterMs);
  }
}

function create(afterMs: number): void {
  ScriptApp.newTrigger(HANDLER).timeBased().after(afterMs).create();
}

function ourTriggers(): readonly Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
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

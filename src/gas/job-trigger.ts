/** The one-shot trigger that carries a job on without a sidebar: armed before the work, removed after. */

/** The function of `main.ts` that the trigger runs. Nobody else makes triggers for it, so every one of them is ours. */
const HANDLER = 'continueOnTrigger';

/** Arms the trigger in place of any other of ours; false where the permission was refused: then only the menu goes on. */
export function armTrigger(afterMs: number): boolean {
  try {
    removeTriggers();
    ScriptApp.newTrigger(HANDLER).timeBased().after(afterMs).create();
    return true;
  } catch {
    return false;
  }
}

/** Removes our triggers, also one that has fired: it would stay and count towards this person's twenty. */
export function removeTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === HANDLER) ScriptApp.deleteTrigger(trigger);
  }
}

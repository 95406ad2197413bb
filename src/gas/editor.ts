/** What a person runs in the Apps Script editor, and what a trigger runs: failures are explained in the log and thrown. */
import { redacted } from '../core/chat/problem';
import { EditorCalls, errorText, wholeText } from '../core/editor-calls';
import { ScriptExecution } from './execution';
import type { StartedBy } from './trigger';

/** Runs work for the editor: what fails is explained in the log, and thrown without anything about people. */
export function runInEditor<T>(work: (calls: EditorCalls) => T, startedBy: StartedBy = 'person'): T {
  const execution = new ScriptExecution(startedBy);
  try {
    return work(new EditorCalls(execution));
  } catch (error) {
    const problem = execution.problemFrom(error);
    // The log may reach Cloud Logging [doc]: what was typed stays out of it.
    Logger.log(wholeText(execution.problemText(redacted(problem))));
    throw new Error(errorText(execution, problem));
  }
}

/** What a menu item does without the sidebar. */
import { ProblemError } from './chat/problem';
import type { ProblemText } from './contract';
import { endOf } from './editor-calls';
import type { Execution } from './execution';
import { viewAfter, wordsAfter } from './job/control';
import type { StepOptions } from './job/step';
import { continueUnattended, type UnattendedResult } from './job/unattended';
import { JOB_KINDS } from './jobs';

/** What a menu item can show. */
export interface Screen {
  toast(text: string): void;
  alert(problem: ProblemText): void;
  /** Whether the person wants to go on, knowing this. */
  confirm(problem: ProblemText): boolean;
}

/** Continues the open job and says how far it came. Somebody else's privileged job only after a yes. */
export function continueFromMenu(execution: Execution, screen: Screen): void {
  const result = continueAsked(execution, screen);
  if (result === null) return;
  const view = viewAfter(JOB_KINDS, execution, result);
  for (const notice of view.notices) screen.alert(notice);
  if (view.problem === null) screen.toast(endOf(execution, result));
  else screen.alert(view.problem);
}

function continueAsked(execution: Execution, screen: Screen): UnattendedResult | null {
  try {
    return continueJob(execution, screen, {});
  } catch (error) {
    const asks = error instanceof ProblemError && error.problem.code === 'takeOverUnconfirmed';
    if (!asks) throw error;
    return screen.confirm(execution.problemText(error.problem))
      ? continueJob(execution, screen, { takeOver: true })
      : null;
  }
}

function continueJob(execution: Execution, screen: Screen, options: StepOptions): UnattendedResult {
  return continueUnattended(
    JOB_KINDS,
    execution,
    (result) => {
      screen.toast(wordsAfter(JOB_KINDS, execution, result).progress);
    },
    options,
  );
}

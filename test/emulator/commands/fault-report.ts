/** What a fault preset does to Rollcall: found by using it as a person would, printed with the problem's code and next step. */
import type { Emulator } from '../emulator';
import { projectListTab } from '../workspace/project-list';
import type { Question } from './first-question';
import { terminalText } from './sheet-text';
import type { Environment } from './environment';

/** A problem as the add-on words it. */
interface ProblemText {
  readonly code: string;
  readonly happened: string;
  readonly cause: string;
  readonly nextStep: string;
}

/** What the sidebar's functions return, as far as a problem can be in it. */
interface Reply {
  readonly ok: boolean;
  readonly problem?: ProblemText;
  readonly value?: {
    readonly problem?: ProblemText | null;
    readonly probes?: readonly { readonly problem: ProblemText | null }[];
    /** Of a look-up of many rows. */
    readonly state?: string;
    readonly runId?: string;
  };
}

type Call = (name: string, argument: unknown) => Promise<Reply>;

/** Some rows of the list, enough for a network that fails midway. */
const ROWS = 'A2:B9';

/** Asks, writes the answer, checks the set-up and looks some rows up, until something fails; prints what failed. */
export async function printProblems({ emulator, user }: Environment, question: Question): Promise<void> {
  const call = callerOf(emulator, user);
  const asked = await call('sidebarLookUp', question);
  const attempts = [
    () => Promise.resolve(asked),
    () => call('sidebarWrite', asked.value),
    () => call('sidebarCheckSetup', question.space),
    () => lookUpRows(emulator, user, call),
  ];
  for (const attempt of attempts) {
    const problems = problemsIn(await attempt());
    for (const problem of problems) console.log(`\n${textOf(problem)}`);
    if (problems.length > 0) return;
  }
  console.log(
    '\nRollcall copes with it: the question and the rows were answered, and the set-up is in order.',
  );
}

function callerOf(emulator: Emulator, user: string): Call {
  return async (name, argument) => {
    try {
      return (await emulator.runFromPage(name, [argument], user)) as Reply;
    } catch (error) {
      // What the failure handler of the sidebar gets.
      const happened = error instanceof Error ? error.message : String(error);
      const problem = { code: 'none: the script did not run', happened, cause: '', nextStep: '' };
      return { ok: false, problem };
    }
  };
}

/** Where there is a list. */
async function lookUpRows(emulator: Emulator, user: string, call: Call): Promise<Reply> {
  const { spreadsheet } = emulator;
  const tab = projectListTab(spreadsheet);
  if (tab === null) return { ok: true };
  spreadsheet.select(tab, [ROWS], user);
  let reply = await call('sidebarStartJob', '');
  while (reply.value?.state === 'running') reply = await call('sidebarStepJob', reply.value.runId);
  return reply;
}

function problemsIn({ problem, value }: Reply): readonly ProblemText[] {
  const own = problem ?? value?.problem;
  if (own) return [own];
  return (value?.probes ?? []).flatMap((probe) => probe.problem ?? []);
}

function textOf({ code, happened, cause, nextStep }: ProblemText): string {
  const lines = [`Problem: ${code}`, happened, cause, `Next step: ${nextStep || 'none is known'}`];
  return lines
    .filter((text) => text !== '')
    .map(terminalText)
    .join('\n');
}

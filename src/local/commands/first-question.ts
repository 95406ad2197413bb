/** The main job of `npm start`: one question in the tab Memberships, answered by the built add-on as the editor runs it. */
import type { StandIn } from '../stand-in';
import { SPACES } from '../workspace/invented';
import { terminalTable, terminalText } from './sheet-text';
import type { World } from './world';

const TAB = 'Memberships';
/** In the invented workspace: a manager of the space. */
const PERSON = 'ken.mori@orchard.example';

interface Question {
  readonly space: string;
  readonly member: string;
}

/** A problem as the add-on words it, as far as it is printed here. */
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
    readonly probes?: readonly { readonly state: string; readonly problem: ProblemText | null }[];
  };
}

/** Of a workspace that was given with `--workspace`: its first membership of a person. */
export function firstQuestion({ memberships, people }: World['workspace']): Question {
  const invented = people.some(({ email }) => email === PERSON);
  if (invented) return { space: SPACES.launch, member: PERSON };
  const { name = '' } = memberships.find(({ member }) => member?.type !== 'BOT') ?? {};
  const [space = '', member = ''] = name.split('/members/');
  return { space, member };
}

/** Types the question, answers it and prints the log, the membership and the row. Returns whether it was answered. */
export async function answerFirstQuestion({ standIn, user }: World, question: Question): Promise<boolean> {
  const { spreadsheet } = standIn;
  spreadsheet.addTab(TAB, [
    ['Space', 'Member'],
    [question.space, question.member],
  ]);
  spreadsheet.freeze(TAB, 1);
  const { log, error, outcome } = await standIn.run({ function: 'getMembership', entry: 'editor', user });
  for (const { text } of log) console.log(text.split('\n').map(terminalText).join('\n'));
  if (outcome !== 'completed' && log.length === 0) console.log(terminalText(error?.message ?? outcome));
  const [titles = [], cells = []] = spreadsheet.display(TAB);
  const filled = titles
    .map((title, column) => [title, cells[column] ?? ''])
    .filter(([, cell]) => cell !== '');
  console.log(`\nRow 2 of the sheet ${TAB}\n${terminalTable(filled)}`);
  return outcome === 'completed';
}

/**
 * Finds what a trouble does and prints the problem's code and its next step: asks the question as the sidebar does, writes
 * the answer, and where neither fails checks the set-up.
 */
export async function printProblems(standIn: StandIn, question: Question, user: string): Promise<void> {
  const call = async (name: string, argument: unknown): Promise<Reply> => {
    try {
      return (await standIn.runFromPage(name, [argument], user)) as Reply;
    } catch (error) {
      // What the page's failure handler gets: the script never ran.
      const happened = error instanceof Error ? error.message : String(error);
      return {
        ok: false,
        problem: { code: 'none: the script did not run', happened, cause: '', nextStep: '' },
      };
    }
  };
  const asked = await call('sidebarLookUp', question);
  const found = problemIn(asked) ?? problemIn(await call('sidebarWrite', asked.value));
  const problems = found ? [found] : failuresIn(await call('sidebarCheckSetup', question.space));
  if (problems.length === 0) {
    console.log('\nThis trouble does not stop this question.');
    return;
  }
  for (const { code, happened, cause, nextStep } of problems) {
    const lines = [
      `Problem: ${code}`,
      happened,
      cause,
      `Next step: ${nextStep === '' ? 'none is known' : nextStep}`,
    ];
    console.log(
      `\n${lines
        .filter((text) => text !== '')
        .map(terminalText)
        .join('\n')}`,
    );
  }
}

function problemIn({ problem, value }: Reply): ProblemText | null {
  return problem ?? value?.problem ?? null;
}

function failuresIn(reply: Reply): readonly ProblemText[] {
  const problem = problemIn(reply);
  if (problem) return [problem];
  return (reply.value?.probes ?? []).flatMap((probe) =>
    probe.state === 'failed' && probe.problem ? [probe.problem] : [],
  );
}

/** The main job of `npm start`: one question, answered by the built add-on as the editor runs it. */
import { SPACES } from '../workspace/invented';
import { terminalTable, terminalText } from './sheet-text';
import type { Environment } from './environment';

const TAB = 'Memberships';
/** In the invented workspace: a manager of the space. */
const PERSON = 'ken.mori@orchard.example';

export interface Question {
  readonly space: string;
  readonly member: string;
}

/** Of a workspace that was given with `--workspace`: its first membership of a person. */
export function firstQuestion({ memberships, people }: Environment['workspace']): Question {
  const invented = people.some(({ email }) => email === PERSON);
  if (invented) return { space: SPACES.launch, member: PERSON };
  const { name = '' } = memberships.find(({ member }) => member?.type !== 'BOT') ?? {};
  const [space = '', member = ''] = name.split('/members/');
  return { space, member };
}

/** Asks the question and prints the log, the membership and the row. Returns whether it was answered. */
export async function answerFirstQuestion(
  { emulator, user }: Environment,
  question: Question,
): Promise<boolean> {
  const { spreadsheet } = emulator;
  const args = [question.space, question.member];
  const { log, error, outcome } = await emulator.run({
    function: 'getMembership',
    args,
    entry: 'editor',
    user,
  });
  for (const { text } of log) console.log(text.split('\n').map(terminalText).join('\n'));
  if (outcome !== 'completed' && log.length === 0) console.log(terminalText(error?.message ?? outcome));
  const [titles = [], cells = []] = spreadsheet.tabs().some(({ name }) => name === TAB)
    ? spreadsheet.display(TAB)
    : [];
  const filled = titles
    .map((title, column) => [title, cells[column] ?? ''])
    .filter(([, cell]) => cell !== '');
  console.log(`\nRow 2 of the sheet ${TAB}\n${terminalTable(filled)}`);
  return outcome === 'completed';
}

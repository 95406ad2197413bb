/** The tab `Spaces of NAME`: one row a space that asks for one member, so that an ordinary look-up answers it. */
import { isNamedByPeople, spaceIdOf, spaceLinkOf, spaceNameOf, type Space } from '../chat/space';
import { problemOf, ProblemError } from '../chat/problem';
import { withoutSecrets } from '../chat/reference';
import { requireIdentity, type Execution } from '../execution';
import type { JobPorts } from '../job/kind';
import { CATALOGUES } from '../locales/catalogue';
import { markQuestions } from '../look-up/look-up-table';
import { atOnce, carryOut } from '../requests/at-once';
import { requireSpaces } from '../spaces/picker';
import { SpaceListPlan } from '../spaces/space-list';
import { shortHash } from '../short-hash';
import type { ColumnSet } from '../table/column-set';
import { KeyedTable, type KeyedKind } from '../table/keyed-table';
import { completeOwnTable, findOwnTable, makeOwnTable, tabNameOf } from '../table/own-table';
import type { Content } from '../table/cell';
import type { TablePort } from '../ports';

const KEYS = ['name', 'space', 'member'] as const;
type WhereColumn = (typeof KEYS)[number];

const COLUMNS: ColumnSet<WhereColumn> = {
  keys: KEYS,
  prefix: 'where:',
  formats: {},
  titles: ({ where }) => where.columns,
  knownTitles: (key) => new Set(CATALOGUES.map(({ where }) => where.columns[key])),
};

/** The name of such tabs, the same in every language. */
const WHERE_TAB = 'Spaces of ';
/** Listing tens of thousands of spaces takes some seconds. */
const PATIENCE_MS = 60_000;

/** One table for each member as typed. What was typed is not in the mark, only a hash of it. */
function whereKind(member: string): KeyedKind<WhereColumn> {
  return {
    kind: `where:${shortHash(member.trim().toLowerCase())}`,
    set: COLUMNS,
    key: 'space',
    needed: ['member'],
    kept: ['space', 'member'],
    isKey: (text) => /^spaces\/[\w-]+$/.test(text),
    witness: 'member',
    stray: { member: '' },
  };
}

/**
 * All spaces of the caller; direct messages and unnamed group chats only where they are wanted, and never those with an app, which
 * hold nobody else. Throws a `ProblemError` where they
 * cannot be listed to the end.
 */
export function listSpacesOf(execution: Execution, directMessages: boolean): readonly Space[] {
  requireIdentity(execution);
  const identity = requireSpaces(execution);
  const plan = new SpaceListPlan(identity, null);
  const { results, problem } = carryOut(plan, atOnce(execution, identity, PATIENCE_MS));
  if (problem !== null) throw new ProblemError(problem);
  const spaces = [...new Map(results.map((space) => [space.name, space])).values()];
  const wanted = spaces.filter(
    (space) => !isNamedByPeople(space) || (directMessages && space.singleUserBotDm !== true),
  );
  if (wanted.length === 0) throw new ProblemError(problemOf('noSpaces'));
  return wanted;
}

/** Makes the table, or adds the spaces that it lacks. Returns its tab. Runs under the lock. */
export function askWhere(
  ports: Pick<JobPorts, 'workbook' | 'catalogue' | 'problemFrom'>,
  typed: string,
  spaces: readonly Space[],
): TablePort {
  const { workbook } = ports;
  const member = withoutSecrets(typed).trim();
  const kind = whereKind(member);
  const found = findOwnTable(workbook, workbook.marks(), kind);
  const table =
    found === null
      ? makeOwnTable(ports, kind, tabNameOf(WHERE_TAB, member, '?'))
      : completeOwnTable(ports, kind, found);
  const keyed = new KeyedTable(ports, kind, table);
  keyed.upsert(
    new Map(
      spaces.map((space): [string, Readonly<Record<'name' | 'member', Content>>] => [
        space.name,
        { name: { text: spaceNameOf(space) ?? spaceIdOf(space), link: spaceLinkOf(space) }, member },
      ]),
    ),
  );
  const [spaceColumn, memberColumn] = [keyed.column('space'), keyed.column('member')];
  if (spaceColumn === undefined || memberColumn === undefined)
    throw new ProblemError(problemOf('columnGone'));
  markQuestions(keyed.table, workbook.marks(), { space: spaceColumn, member: memberColumn });
  return keyed.table;
}

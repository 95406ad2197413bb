/** A comparison that has come to its end, read from the sheet: who is on the list, in the space, or in both. */
import * as v from 'valibot';
import { isEmail, parseMember } from '../chat/reference';
import { problemOf, ProblemError } from '../chat/problem';
import type { VerdictKind } from '../chat/verdict';
import type { Comparison, JobView } from '../contract';
import type { JobPorts } from '../job/kind';
import { findLookUpTable } from '../look-up/look-up-table';
import { readAnswered } from '../look-up/question-key';
import { NO_COUNTS } from '../look-up/rows-state';
import { cellText, isDate } from '../table/cell';
import { csvOf } from '../table/csv';
import { readRows } from '../table/row-range';
import { answersTyped } from './list-row';
import { RestTable, type Compared } from './rest-table';

/** As many are named; all are counted. */
const MOST_NAMED = 100;

/** What the page hands in: the job's tab and start, and the space. */
const ARGUMENT = v.object({
  tab: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  space: v.pipe(v.string(), v.regex(/^spaces\/[\w-]{1,128}$/)),
  since: v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse)),
});

export interface ComparisonArgument extends Compared {
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** Checks what the page hands in. Throws a `ProblemError` where it is not that. */
export function readComparisonArgument(value: unknown): ComparisonArgument {
  const read = v.safeParse(ARGUMENT, value);
  if (read.success) return read.output;
  throw new ProblemError(problemOf('argumentUnreadable'));
}

/** One row of the list with its answer. */
interface ListRow {
  readonly row: number;
  readonly kind: VerdictKind;
  /** What stands in the column of members. */
  readonly typed: string;
  readonly name: string;
  readonly membership: string;
}

type Ports = Pick<JobPorts, 'workbook' | 'catalogue' | 'problemFrom' | 'currentUser' | 'identity'>;

/** Reads what a comparison has written. Throws a `ProblemError` where its tab or its columns are gone. */
export function readComparison(ports: Ports, { since, ...compared }: ComparisonArgument): Comparison {
  const rows = readList(ports, compared, since);
  const counts = { ...NO_COUNTS };
  for (const { kind } of rows) counts[kind] += 1;
  const missing = rows.filter(({ kind }) => kind === 'notMember' || kind === 'invited');
  const addresses = addressesOf(
    missing.filter(({ kind }) => kind === 'notMember'),
    ports,
  );
  return {
    ...compared,
    counts,
    onlyInList: missing.slice(0, MOST_NAMED).map(({ row, kind, name, typed }) => ({
      row,
      name: name === '' ? typed : name,
      invited: kind === 'invited',
    })),
    addresses,
    csv: csvOf([['space', 'address'], ...addresses.map((address) => [compared.space, address])]),
    doubles: countDoubles(rows),
    rest: readRest(ports, compared, since),
  };
}

function readList(ports: Ports, { tab, space }: Compared, since: number): readonly ListRow[] {
  const { table, managed, questions } = findLookUpTable(ports.workbook, tab);
  const [checked, question] = [managed.get('checked'), managed.get('question')];
  if (questions === null || checked === undefined || question === undefined)
    throw new ProblemError(problemOf('columnGone'));
  const [name, membership] = [managed.get('name'), managed.get('membership')];
  const columns = [questions.member, checked, question, name, membership].filter((one) => one !== undefined);
  const used = table.used().rows;
  if (used === 0) return [];
  const read = readRows(table, columns, [1, used]);
  return read.rows.flatMap((row) => {
    const time = read.cell(row, checked);
    const kind = readAnswered(read.cell(row, question))?.kind ?? null;
    if (kind === null || !isDate(time) || time.getTime() < since) return [];
    const cells = { member: read.cell(row, questions.member), question: read.cell(row, question) };
    if (!answersTyped(cells, space, ports)) return [];
    const text = (column: number | undefined): string => cellText(read.cell(row, column)).trim();
    return [{ row, kind, typed: text(questions.member), name: text(name), membership: text(membership) }];
  });
}

/** Each address once, ready for Chat's dialog for adding people. */
function addressesOf(rows: readonly ListRow[], { currentUser }: Ports): readonly string[] {
  const found = rows.flatMap(({ typed }) => {
    const member = parseMember(typed, currentUser);
    return member.ok && isEmail(member.value) ? [member.value] : [];
  });
  return [...new Set(found)];
}

/** Rows whose member was found beside an earlier row too: a second address of theirs, or the same person twice. */
function countDoubles(rows: readonly ListRow[]): number {
  const names = rows.map(({ membership }) => membership).filter((name) => name !== '');
  return names.length - new Set(names).size;
}

function readRest(ports: Ports, compared: Compared, since: number): Comparison['rest'] {
  const table = RestTable.find(ports, compared);
  if (table === null) return null;
  const rows = table.rowsSince(since);
  const named = rows.slice(0, MOST_NAMED);
  const texts = table.texts(['name', 'email', 'from'], named);
  return {
    tab: table.name,
    tabId: table.id,
    count: rows.length,
    people: texts.map(({ name, email, from }, index) => ({
      row: named[index] ?? 0,
      name: name === '' ? email : name,
      from,
    })),
  };
}

/** A comparison in a few lines, for the editor's log. */
export function comparisonLines(
  { counts, doubles, rest }: Comparison,
  { comparison }: Pick<JobView, 'comparison'>,
  { catalogue }: Pick<JobPorts, 'catalogue'>,
): readonly string[] {
  const { compare } = catalogue;
  const onlyInSpace = rest?.count ?? 0;
  const { member: both, invited, notMember, unchecked: undecided } = counts;
  return [
    compare.summary({ both, onlyInList: invited + notMember, onlyInSpace, undecided }),
    ...(doubles === 0 ? [] : [compare.doubles(doubles)]),
    ...(rest === null || onlyInSpace === 0 ? [] : [compare.restTab(rest.tab, onlyInSpace)]),
    ...(comparison?.stamp ? [comparison.stamp.text] : []),
  ];
}

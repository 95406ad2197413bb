/** The kind of job that compares a list with a space: the rows are looked up, then whoever is in the space and in no row is listed. */
import * as v from 'valibot';
import { kindOf, stateOf, type Membership } from '../chat/membership';
import { problemOf, ProblemError } from '../chat/problem';
import { spaceLink } from '../chat/space';
import type { ColumnPlace } from '../contract';
import { jobKind, type JobKind, type JobKindOf, type JobPorts, type Run, type Work } from '../job/kind';
import type { JobRecord } from '../job/record';
import type { Launch } from '../job/start';
import { runOf } from '../job/step';
import type { AskedRows } from '../look-up/asked-rows';
import { findLookUpTable } from '../look-up/look-up-table';
import { ROWS } from '../look-up/rows-job';
import { readRowsState, type RowsState } from '../look-up/rows-state';
import type { Answered } from '../look-up/space-plan';
import { launchRows } from '../look-up/start-rows';
import type { Plan } from '../requests/plan';
import { agrees, composition, countedOf } from '../roster/composition';
import { again, CURSOR, newCursor, advanced, resumed, type Cursor, type Listed } from '../roster/cursor';
import { ListingPlan } from '../roster/listing-plan';
import { stampView, type Stamp } from '../roster/stamp';
import { SpacesTab } from '../spaces/spaces-tab';
import { cellText } from '../table/cell';
import { readRows } from '../table/row-range';
import { answersTyped } from './list-row';
import { RestTable, type Compared } from './rest-table';

interface CompareState {
  readonly rows: RowsState;
  /** The last look at the rows found none that waits. */
  readonly isAnswered: boolean;
  readonly cursor: Cursor;
  /** People and groups that were listed in this round. */
  readonly listed: { readonly people: number; readonly groups: number };
  /** When the listing was finished, milliseconds since the epoch; null before. */
  readonly listedAt: number | null;
  readonly as: 'user' | 'app' | 'admin';
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const STATE = v.object({
  rows: v.unknown(),
  isAnswered: v.boolean(),
  cursor: CURSOR,
  listed: v.object({ people: count, groups: count }),
  listedAt: v.nullable(count),
  as: v.picklist(['user', 'app', 'admin']),
});

type Result = Answered | Listed;

class CompareWork implements Work<Result> {
  readonly enough: number;
  private current: CompareState;
  /** Members of the space that stand in a row of the list; read once an execution. */
  private onList: ReadonlySet<string> | null = null;
  private rest: RestTable | null = null;

  constructor(
    state: CompareState,
    private readonly run: Run,
    private readonly rows: Work<Answered> = ROWS.open(state.rows, run),
  ) {
    this.enough = rows.enough;
    this.current = { ...state, cursor: goneOn(state.cursor, run.ports.clock.now()) };
  }

  next(until: number): Plan<Result> | 'later' | null {
    if (!this.current.isAnswered) {
      const plan = this.rows.next(until);
      if (plan !== null) return plan;
      this.current = { ...this.current, isAnswered: true };
    }
    const { cursor, listedAt } = this.current;
    if (cursor.failed !== null) throw new ProblemError(problemOf(cursor.failed));
    if (listedAt !== null) return null;
    return new ListingPlan([cursor], this.run.identity, this.run.ports.clock);
  }

  commit(results: readonly Result[]): void {
    if (!this.current.isAnswered) {
      this.rows.commit(results.filter((one): one is Answered => 'verdict' in one));
      return;
    }
    for (const listed of results) if ('kind' in listed) this.take(listed);
  }

  state(): CompareState {
    return { ...this.current, rows: this.rows.state() as RowsState };
  }

  private take(listed: Listed): void {
    const { clock } = this.run.ports;
    const before = this.current;
    const cursor = advanced(before.cursor, listed, clock.now());
    this.current = { ...before, cursor };
    if (listed.kind !== 'page') return;
    const { people, groups } = composition(listed.memberships.map(countedOf));
    const had = listed.before === 0 ? { people: 0, groups: 0 } : before.listed;
    this.current = { ...this.current, listed: { people: had.people + people, groups: had.groups + groups } };
    this.write(listed.memberships.filter(isPersonInSpace));
    if (cursor.isOver) this.finish();
  }

  /** A list that differs from Google's count is read once more. */
  private finish(): void {
    const { cursor, listed, as } = this.current;
    if (cursor.counts !== null && cursor.round === 1 && !agrees(listed, cursor.counts, as)) {
      this.current = { ...this.current, cursor: again(cursor) };
      return;
    }
    const rest = this.restTable();
    const found = this.membersOnList();
    rest.writeOnList([...rest.names].filter((name) => found.has(name)));
    this.current = { ...this.current, listedAt: this.run.ports.clock.now() };
  }

  private write(memberships: readonly Membership[]): void {
    const onList = this.membersOnList();
    const missing = memberships.filter(({ name }) => name !== undefined && !onList.has(name));
    this.restTable().write(missing, this.whereOf(), this.run.startedAt);
  }

  private whereOf(): { readonly name: string; readonly link: string } {
    const { space } = this.current.cursor;
    const known = SpacesTab.find(this.run.ports)?.rows.get(space)?.cells.name;
    const id = space.slice('spaces/'.length);
    return {
      name: known === undefined || cellText(known) === '' ? id : cellText(known),
      link: spaceLink(id),
    };
  }

  private restTable(): RestTable {
    this.rest ??= RestTable.open(this.run.ports, comparedIn(this.current));
    return this.rest;
  }

  private membersOnList(): ReadonlySet<string> {
    this.onList ??= readMembersOnList(this.run.ports, comparedIn(this.current));
    return this.onList;
  }
}

/** Whoever goes on after a failure begins the list again. */
function goneOn(cursor: Cursor, now: number): Cursor {
  return cursor.failed === null
    ? resumed(cursor, now)
    : newCursor(cursor.space, cursor.isAsked, cursor.counts);
}

function comparedIn({ rows, cursor }: CompareState): Compared {
  return { tab: rows.tab, space: cursor.space };
}

/** Groups and apps are no people whom a list could lack, and who is invited is not in the space yet. */
function isPersonInSpace(membership: Membership): boolean {
  return kindOf(membership) === 'person' && stateOf(membership) === 'joined';
}

/** Names of the memberships of a space that stand beside rows of a list which still name that member, whenever they were written. */
function readMembersOnList(ports: JobPorts, { tab, space }: Compared): ReadonlySet<string> {
  const { table, managed, questions } = findLookUpTable(ports.workbook, tab);
  const [column, question] = [managed.get('membership'), managed.get('question')];
  const used = table.used().rows;
  if (column === undefined || questions === null || used === 0) return new Set();
  const columns = [column, questions.member, ...(question === undefined ? [] : [question])];
  const read = readRows(table, columns, [1, used]);
  const names = read.rows.flatMap((row) => {
    const cells = { member: read.cell(row, questions.member), question: read.cell(row, question) };
    return answersTyped(cells, space, ports) ? [cellText(read.cell(row, column))] : [];
  });
  return new Set(names.filter((name) => name.startsWith(`${space}/members/`)));
}

const COMPARE: JobKindOf<CompareState, Result> = {
  id: 'compare',
  parse: (raw) => {
    const read = v.safeParse(STATE, raw);
    const rows = read.success ? readRowsState(read.output.rows) : null;
    return read.success && rows !== null ? { ...read.output, rows } : null;
  },
  open: (state, run) => new CompareWork(state, run),
  progress: ({ rows }) => ({ ...ROWS.progress(rows), spaces: 1 }),
  words: ({ rows }, catalogue) => ROWS.words(rows, catalogue),
  details: (state, ports) => ({
    comparison: {
      space: state.cursor.space,
      stamp: state.listedAt === null ? null : stampView(stampOf(state, state.listedAt), ports),
    },
  }),
  forget: (state) => ({
    ...state,
    rows: ROWS.forget(state.rows),
    cursor: newCursor(state.cursor.space, state.cursor.isAsked, state.cursor.counts),
    listedAt: null,
  }),
  sweep: ({ rows }, ports) => {
    ROWS.sweep(rows, ports);
  },
};

export const COMPARE_JOB: JobKind = jobKind(COMPARE);

function stampOf({ as, cursor, listed }: CompareState, at: number): Stamp {
  return { at, as, failed: cursor.failed, counts: cursor.counts, listed };
}

/** Begins to compare a column of people with a space (its bare id). Throws a `ProblemError` where the rows name spaces of their own. */
export function launchCompare(
  ports: JobPorts,
  asked: AskedRows,
  { space, place }: { readonly space: string; readonly place: ColumnPlace },
): Launch {
  if (!asked.selection.needsSpace)
    throw new ProblemError(problemOf('compareNeedsPeople', { range: asked.range }));
  const { state, launch } = launchRows(ports, asked, space, place);
  const { identity } = ports;
  const begun: CompareState = {
    rows: state as RowsState,
    isAnswered: false,
    cursor: newCursor(`spaces/${space}`, !ports.seesSpaces(identity)),
    listed: { people: 0, groups: 0 },
    listedAt: null,
    as: identity.as,
  };
  return {
    kind: COMPARE_JOB,
    state: begun,
    launch: (record: JobRecord) => {
      const rows = launch(record) as Work<Answered>;
      return new CompareWork({ ...begun, rows: rows.state() as RowsState }, runOf(ports, record), rows);
    },
  };
}

/** What a look-up of rows remembers from one step to the next. Nothing about people. */
import * as v from 'valibot';
import { VERDICTS } from '../chat/verdict';
import type { VerdictCounts } from '../contract';
import type { AnswerPlace, Progress } from '../job/kind';
import { LONGEST_STATE } from '../job/record';
import type { Rows } from '../table/area';
import type { ManagedColumns } from '../table/column-set';
import { LOOK_UP_COLUMNS, type LookUpColumn } from './columns';
import { readSpaceMemories, type SpaceMemory } from './space-memory';

export interface RowsState {
  /** Id of the tab. */
  readonly tab: number;
  /** The space that goes with a column of people; empty where rows name theirs. */
  readonly space: string;
  readonly hasSpaceColumn: boolean;
  readonly total: number;
  /** So many spaces are asked about; 0 as the user, who needs no one's yes. */
  readonly spaceCount: number;
  readonly counts: VerdictCounts;
  /** Where the answers stand; null until something was written. */
  readonly answers: AnswerPlace | null;
  /** The row that gets the titles of new columns once something is answered; null where that is done, or no row is one. */
  readonly untitled: number | null;
  /** New columns that get their looks once something is answered; null where that is done. */
  readonly added: readonly LookUpColumn[] | null;
  /** The tab had no columns of ours before. */
  readonly isNewTable: boolean;
  /** The rows in which something was pending last. */
  readonly rows: Rows;
  readonly spaces: readonly SpaceMemory[];
  /** When `spaces` was written, milliseconds since the epoch: page tokens in it grow old. */
  readonly spacesAt: number;
}

export const NO_COUNTS: VerdictCounts = { member: 0, invited: 0, notMember: 0, unchecked: 0 };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const row = v.pipe(count, v.minValue(1));
const STATE = v.object({
  tab: count,
  space: v.pipe(v.string(), v.maxLength(200)),
  hasSpaceColumn: v.boolean(),
  total: count,
  spaceCount: v.fallback(count, 0),
  untitled: v.fallback(v.nullable(row), null),
  added: v.fallback(v.nullable(v.array(v.picklist(LOOK_UP_COLUMNS.keys))), null),
  isNewTable: v.fallback(v.boolean(), false),
  counts: v.object({ member: count, invited: count, notMember: count, unchecked: count }),
  answers: v.fallback(v.nullable(v.object({ row, first: row, last: row, status: row })), null),
  rows: v.pipe(
    v.tuple([row, row]),
    v.check(([top, bottom]) => top <= bottom),
  ),
  spaces: v.pipe(v.unknown(), v.transform(readSpaceMemories)),
  spacesAt: v.fallback(count, 0),
});

export function readRowsState(raw: unknown): RowsState | null {
  const read = v.safeParse(STATE, raw);
  return read.success ? read.output : null;
}

export function progressOf({ tab, total, spaceCount, counts, answers }: RowsState): Progress {
  const done = VERDICTS.reduce((sum, kind) => sum + counts[kind], 0);
  // A row that moved in the moment of its answer is answered again, and counted twice.
  return { tab, total, done: Math.min(total, done), spaces: spaceCount, counts, answers };
}

/** Where answers stand, from what is managed in the tab now. */
export function answerPlace(row: number, managed: ManagedColumns<LookUpColumn>): AnswerPlace | null {
  const status = managed.get('verdict');
  if (status === undefined) return null;
  return { row, status, first: Math.min(...managed.values()), last: Math.max(...managed.values()) };
}

/** Room for everything else in the state. */
const OTHERS = 800;

/** Memories of spaces that do not fit are left out: those spaces begin again. A listing that was cut is worth most. */
export function fitting(memories: readonly SpaceMemory[]): readonly SpaceMemory[] {
  const sorted = [...memories].sort((a, b) => Number(b.token !== null) - Number(a.token !== null));
  let length = 0;
  return sorted.filter((memory) => {
    length += JSON.stringify(memory).length + 1;
    return length < LONGEST_STATE - OTHERS;
  });
}

/** Kills the executions of a job at every one of their service calls, and goes on from what is left, as people do. */
import { expect } from '@jest/globals';
import type { ExecutionResult, Kill } from '../emulator/platform/execution';
import {
  fillRows,
  leftovers,
  openRows,
  peopleIn,
  rowsByKey,
  TAB,
  type RowsEnvironment,
} from './rows.testing';

/** 210 rows. */
const SPACES = 6;
const PEOPLE = 35;
/** What one batch may hold: the requests of all rounds between two writes. */
const BATCH_REQUESTS = 60;

/**
 * `npm test` tries every fifth point, since each takes a second of processor time and `test/core` kills at every call of a port;
 * CI tries all (`test/jest.assumptions.config.mjs`). Five is prime to how points alternate: each kind of point is among them.
 */
const { CRASH_EVERY = 5 } = globalThis as { readonly CRASH_EVERY?: number };

/** One way through a job. */
export interface Way {
  /** What every answer takes, which decides how many rounds are written together and where a step ends. */
  readonly latencyMs: number;
  /** What happens before, undisturbed. */
  readonly before?: (environment: RowsEnvironment) => Promise<unknown>;
  /** The execution that is killed. */
  readonly execution: (
    environment: RowsEnvironment,
    kill: { readonly kill?: Kill },
  ) => Promise<ExecutionResult>;
  /** Whether unflushed writes are also applied up to each point, and not only lost and applied wholly. */
  readonly everyWrite?: boolean;
  /** What people do when they find the job unfinished: until every row has its answer. */
  readonly goOn: (environment: RowsEnvironment) => Promise<unknown>;
}

interface Point {
  readonly kill: Kill;
  readonly disturbed: boolean;
}

/** What `crashEverywhere` has done. */
export interface Crashed {
  /** Points at which the execution can be killed. */
  readonly points: number;
  /** Those at which it was. */
  readonly tried: number;
}

/** Kills at every point, or at every few, and looks at what is left. */
export async function crashEverywhere(way: Way): Promise<Crashed> {
  const { workspace, rows } = peopleIn(SPACES, PEOPLE);
  const environment = await openRows(rows, { workspace, scenario: { latencyMs: way.latencyMs } });
  try {
    // Once before: the first job of a person in a document stores a key of theirs, which is no part of any later one.
    await undisturbed(environment, way);
    const expected = await undisturbed(environment, way);
    const points = pointsOf(expected.calls, way.everyWrite === true);
    const tried = points.filter((_, index) => index % CRASH_EVERY === 0);
    for (const point of tried) await crash(environment, way, point, expected);
    return { points: points.length, tried: tried.length };
  } finally {
    await environment.close();
  }
}

interface Expected {
  readonly calls: readonly string[];
  readonly rows: ReturnType<typeof rowsByKey>;
  readonly requests: number;
}

async function undisturbed(environment: RowsEnvironment, way: Way): Promise<Expected> {
  const { emulator, apis } = environment;
  begin(environment);
  await way.before?.(environment);
  const { outcome, calls } = await way.execution(environment, {});
  expect(outcome).toBe('completed');
  await way.goOn(environment);
  const rows = rowsByKey(emulator);
  expect(rows.length).toBeGreaterThanOrEqual(200);
  expect(rows.filter((row) => !row.answered)).toEqual([]);
  expect(leftovers(emulator)).toEqual([]);
  return { calls, rows, requests: apis.counts().requests };
}

async function crash(
  environment: RowsEnvironment,
  way: Way,
  point: Point,
  expected: Expected,
): Promise<void> {
  const { emulator, apis } = environment;
  begin(environment);
  await way.before?.(environment);
  const { outcome } = await way.execution(environment, { kill: point.kill });
  expect({ point, outcome }).toEqual({ point, outcome: 'killed' });
  const before = apis.counts();
  const flushed = rowsByKey(emulator).filter((row) => row.answered);
  if (point.disturbed) disturb(environment);
  await way.goOn(environment);
  expect({ point, left: leftovers(emulator) }).toEqual({ point, left: [] });
  expect({ point, wrong: differing(rowsByKey(emulator), expected.rows) }).toEqual({ point, wrong: [] });
  const { requests, log } = apis.counts();
  expect({ point, within: requests <= expected.requests + BATCH_REQUESTS }).toEqual({ point, within: true });
  const askedAfter = new Set(log.slice(before.requests).map(({ line }) => decodeURIComponent(line)));
  const askedAgain = flushed.filter((row) => askedAfter.has(getOf(environment, row.key)));
  expect({ point, askedAgain }).toEqual({ point, askedAgain: [] });
}

/** A fresh list, and counters at nothing. */
function begin({ emulator, apis, rows }: RowsEnvironment): void {
  fillRows(emulator, rows);
  apis.resetCounts();
}

/** Rows that are not what they should be, as many as one wants to read. */
function differing(rows: Expected['rows'], wanted: Expected['rows']) {
  const texts = new Map(wanted.map((row) => [row.key, JSON.stringify(row)]));
  const wrong = rows.filter((row) => texts.get(row.key) !== JSON.stringify(row));
  return rows.length === wanted.length ? wrong.slice(0, 2) : [`${rows.length} rows`];
}

/** The request that asks for nobody but the member of this row. */
function getOf({ rows }: RowsEnvironment, key: string): string {
  const [space = '', member = ''] = rows[Number(key.slice('key-'.length))] ?? [];
  return `GET /v1/${space}/members/${member}`;
}

/** What a person does to the sheet before they notice. */
function disturb({ emulator }: RowsEnvironment): void {
  const { spreadsheet } = emulator;
  spreadsheet.sort(TAB, 1, { descending: true, headerRows: 1 });
  spreadsheet.insertRows(TAB, 7, 1);
  const ours = spreadsheet.metadata().filter((one) => one.value.startsWith('column:'));
  if (ours.length === 10) spreadsheet.moveColumn(TAB, 14, 5);
}

/** Before and after every call, every call with the sheet left alone and with the sheet disturbed. */
function pointsOf(calls: readonly string[], everyWrite: boolean): readonly Point[] {
  return calls.flatMap((_, index) => {
    const atCall = index + 1;
    const partly = everyWrite ? Array.from({ length: unflushedAt(calls, index) }, (_, n) => n + 1) : [];
    const kills: readonly Kill[] = [
      { atCall, when: 'before', applied: 0 },
      { atCall, when: 'after', applied: 'all' },
      ...partly.map((applied) => ({ atCall, when: 'before', applied }) as const),
    ];
    return kills.map((kill, n) => ({ kill, disturbed: (atCall + n) % 2 === 0 }));
  });
}

const WRITES = /^(?:Range\.(?:set|add)|DeveloperMetadata\.remove)/;
const SETTLES = /^(?:Range|Sheet|DeveloperMetadataFinder|SpreadsheetApp)\./;

/** Writes that are waiting when a call is made. */
function unflushedAt(calls: readonly string[], index: number): number {
  let waiting = 0;
  for (const call of calls.slice(0, index)) {
    if (WRITES.test(call)) waiting += 1;
    else if (SETTLES.test(call)) waiting = 0;
  }
  return waiting;
}

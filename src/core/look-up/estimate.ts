/** What a look-up of rows covers and about how long it takes, counted before anything is sent. */
import type { CurrentUser } from '../chat/reference';
import { readQuestion, type TypedQuestion } from '../table/selection';

export interface Estimate {
  /** Different questions. */
  readonly questions: number;
  readonly spaces: number;
  readonly people: number;
  readonly badRows: number;
  /** Some of the bad rows, from the top: at most `MOST_BAD_ROWS`. One-based. */
  readonly badRowNumbers: readonly number[];
  /** About how many requests: at best and at most. */
  readonly requestsLow: number;
  readonly requestsHigh: number;
  /** About how long it takes. */
  readonly seconds: number;
}

const MOST_BAD_ROWS = 20;

/** Of the requests between the least and the most: most people asked for are there, and a page tells [guessed]. */
const LIKELY_SHARE = 0.2;
/** Starting, writing and ending a job [guessed]. */
const FIXED_SECONDS = 2;
const ROWS_WRITTEN_A_SECOND = 2_000;
/** One request after another, and a round of many at a time [guessed]. */
const SECONDS_A_REQUEST = 0.3;
const REQUESTS_A_ROUND = 100;
const SECONDS_A_ROUND = 1;
/** Google's limits on reads: of a Cloud project, and of one space [doc]. */
const PROJECT_READS_A_SECOND = 50;
const SPACE_READS_A_SECOND = 15;

/**
 * Counts the different questions. At best a page answers a space; at most everybody is listed for and asked for.
 * `parallel`: many requests may be on their way at once.
 */
export function estimate(
  rows: readonly TypedQuestion[],
  chosenSpace: string,
  { currentUser, parallel }: { readonly currentUser: CurrentUser; readonly parallel: boolean },
): Estimate {
  const perSpace = new Map<string, Set<string>>();
  const bad: number[] = [];
  for (const row of rows) {
    const read = readQuestion(row, chosenSpace, currentUser);
    if (!read.ok) {
      bad.push(row.row);
      continue;
    }
    const members = perSpace.get(read.value.space) ?? new Set();
    perSpace.set(read.value.space, members.add(read.value.member));
  }
  const sizes = [...perSpace.values()].map((members) => members.size);
  const most = sizes.map((size) => (size === 1 ? 2 : size * 2));
  const [requestsLow, requestsHigh] = [perSpace.size, sum(most)];
  return {
    questions: sum(sizes),
    spaces: perSpace.size,
    people: new Set([...perSpace.values()].flatMap((members) => [...members])).size,
    badRows: bad.length,
    badRowNumbers: bad.slice(0, MOST_BAD_ROWS),
    requestsLow,
    requestsHigh,
    seconds: secondsFor(rows.length, most.map(likely), parallel),
  };
}

function likely(most: number): number {
  return 1 + (most - 1) * LIKELY_SHARE;
}

/** `requests`: of each space. */
function secondsFor(rows: number, requests: readonly number[], parallel: boolean): number {
  const all = sum(requests);
  const sending = parallel
    ? Math.max(
        Math.ceil(all / REQUESTS_A_ROUND) * SECONDS_A_ROUND,
        all / PROJECT_READS_A_SECOND - 1,
        ...requests.map((some) => some / SPACE_READS_A_SECOND - 1),
      )
    : all * SECONDS_A_REQUEST;
  return Math.round(FIXED_SECONDS + rows / ROWS_WRITTEN_A_SECOND + sending);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

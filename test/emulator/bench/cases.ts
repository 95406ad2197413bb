/** The cases of the bench. */
import type { Measured } from './figures';
import { halfAbsent, inAnyOrder, listOf } from './lists';
import { measureLookUps } from './look-up-case';
import { measureRoster } from './roster-case';
import { measureSingleCalls } from './single-calls';
import type { Built } from './session';

export interface Case {
  readonly title: string;
  /** Null where the built add-on cannot do it. */
  readonly measure: (built: Built) => Promise<Measured | null>;
}

const RUNS = 3;
/** Long jobs vary little on the machine's clock, and are run once. */
const ONCE = 1;

export const CASES: Readonly<Record<string, Case>> = {
  A: {
    title: 'one space of 1,000',
    measure: (built) => measureLookUps(listOf(1, 1_000), built, RUNS),
  },
  B: {
    title: '50 spaces of 20',
    measure: (built) => measureLookUps(listOf(50, 20), built, RUNS),
  },
  C: {
    title: '1,000 spaces, one person each',
    measure: (built) => measureLookUps(listOf(1_000, 1), built, RUNS),
  },
  D: {
    title: 'one space, 500 present and 500 absent',
    measure: (built) => measureLookUps(halfAbsent(listOf(1, 1_000)), built, ONCE),
  },
  E: {
    title: '10,000 rows in any order, one space',
    measure: (built) => measureLookUps(inAnyOrder(listOf(1, 10_000)), built, ONCE),
  },
  F: {
    title: 'list and refresh a space of 50,000',
    measure: (built) => measureRoster(50_000, built),
  },
  G: {
    title: 'open the sidebar, one look-up, one write',
    measure: measureSingleCalls,
  },
};

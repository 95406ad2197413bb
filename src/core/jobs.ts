/** Every kind of job that Rollcall knows. */
import { COMPARE_JOB } from './compare/compare-job';
import type { JobKind } from './job/kind';
import { ROWS_JOB } from './look-up/rows-job';
import { ROSTER_JOB } from './roster/roster-job';
import { SPACES_JOB } from './spaces/spaces-job';

export const JOB_KINDS: readonly JobKind[] = [ROWS_JOB, COMPARE_JOB, SPACES_JOB, ROSTER_JOB];

/** Every kind of job that Rollcall knows. */
import type { JobKind } from './job/kind';
import { ROWS_JOB } from './look-up/rows-job';

export const JOB_KINDS: readonly JobKind[] = [ROWS_JOB];

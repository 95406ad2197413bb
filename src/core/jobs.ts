/** Every kind of job that Rollcall knows. */
import type { JobKind } from './job/kind';
import { ROWS_JOB } from './look-up/rows-job';
import { SPACES_JOB } from './spaces/spaces-job';

export const JOB_KINDS: readonly JobKind[] = [ROWS_JOB, SPACES_JOB];

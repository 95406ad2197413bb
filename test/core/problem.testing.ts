/** What a piece of work was refused with. */
import { ProblemError } from '../../src/core/chat/problem';

/** The code of the problem that it throws; `none` where it throws none. Any other error is thrown on. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'none';
}

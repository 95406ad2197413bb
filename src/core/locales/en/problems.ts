/** The words of every problem, by its code. */
import type { ProblemCode } from '../../chat/problem-table';
import { accessProblems } from './problems-access';
import { googleProblems } from './problems-google';
import { inputProblems } from './problems-input';
import { sheetProblems } from './problems-sheet';

/** `{name}` stands for the noun of that parameter in `phrases.ts`. */
export interface ProblemTexts {
  readonly happened: string;
  readonly cause: string;
  readonly nextStep: string;
}

export const problems: Readonly<Record<ProblemCode, ProblemTexts>> = {
  ...inputProblems,
  ...sheetProblems,
  ...accessProblems,
  ...googleProblems,
};

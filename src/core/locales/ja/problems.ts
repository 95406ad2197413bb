/** 問題コードごとの説明文。 */
import type { problems as en } from '../en/problems';
import { accessProblems } from './problems-access';
import { googleProblems } from './problems-google';
import { inputProblems } from './problems-input';
import { sheetProblems } from './problems-sheet';

export const problems: typeof en = {
  ...inputProblems,
  ...sheetProblems,
  ...accessProblems,
  ...googleProblems,
};

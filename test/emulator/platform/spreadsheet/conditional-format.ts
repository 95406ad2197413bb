/** Conditional format rules of a tab. JSON only. */
import type { Area } from './area';
import type { RuleBody } from './wire';

export interface ConditionalRule extends RuleBody {
  readonly areas: readonly Area[];
}

/** A sheet that a formula names beside cells, other than within a text: `Other` of `=Other!A1`. */
const NAMED_SHEET = /(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!/gu;

/** Tells whether the formula names another sheet, which conditional formats may not. INDIRECT is the way round. */
export function namesOtherSheet(formula: string, own: string): boolean {
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...code.matchAll(NAMED_SHEET)].some(
    ([, quoted, plain = '']) => (quoted?.replace(/''/g, "'") ?? plain).toLowerCase() !== own.toLowerCase(),
  );
}

/** Text that leaves Rollcall for a spreadsheet program by way of a file or the clipboard: what could act there is made inert. */
import { withoutInvisible } from '../invisible';

/** What a program takes for a formula (or swallows, as the apostrophe), by the first character; full-width and small forms count. */
const BEGINS = /^[=+\-@']/;
/** What begins another cell or row in the middle of pasted text. */
const BREAKS = /^[\t\r\n]/;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Tells whether a spreadsheet program could take a text for something else than text. */
export function mayAct(text: string): boolean {
  if (BREAKS.test(text)) return true;
  const [first = ''] = withoutInvisible(text).trimStart();
  return BEGINS.test(first.normalize('NFKC'));
}

/** Gives a text as it is kept a text: behind an apostrophe where it could act. */
export function inert(text: string): string {
  return mayAct(text) ? `'${text}` : text;
}

/** Gives a line of a text to be copied: no tab and no line break in it, and inert. */
export function inertLine(text: string): string {
  return inert(text.replace(CONTROLS, ' '));
}

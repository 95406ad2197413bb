/** Rich text of cells: what getRichTextValues gives of a cell, and what setRichTextValues makes of it. */
import { withContent, type Cell } from './cell';
import type { RichText } from './wire';

const ERROR = /^#(?:N\/A|NUM!|REF!|ERROR!|VALUE!|NAME\?|DIV\/0!|NULL!)$/;
/** The address of a link that a formula makes, where it stands there as a text. */
const HYPERLINK = /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i;

/** The text with its runs; null where the cell holds no text. [doc] Of an empty cell the empty text. [not established] */
export function richTextOf({ value, formula, rich }: Cell): RichText | null {
  if (typeof value !== 'string' || (formula !== '' && ERROR.test(value))) return null;
  if (rich?.runs) return { text: value, runs: rich.runs };
  const link = HYPERLINK.exec(formula)?.[1]?.replace(/""/g, '"');
  // [weak]
  return link === undefined ? value : { text: value, runs: [{ start: 0, end: value.length, link }] };
}

/** The cell with a rich text: it stays text, whatever it looks like. [inferred] */
export function withRichText(cell: Cell, input: RichText): Cell {
  if (typeof input === 'string') return withContent(cell, input);
  const plain = withContent(cell, input.text);
  return input.text === '' || input.runs.length === 0 ? plain : { ...plain, rich: { runs: input.runs } };
}

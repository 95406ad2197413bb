/** Which columns of a table hold questions: told by what stands in them, and by their titles where that does not tell. */
import { recognise } from '../chat/reference';
import type { ColumnContent } from '../contract';
import { safeText } from '../locales/safe-text';
import { cellText, isBlank, isDate, type Cell } from './cell';
import type { QuestionColumns } from './selection';

/** A column with something in it, as a person is shown it. */
export interface ColumnLook {
  /** One-based. */
  readonly column: number;
  /** Its title, safe to show; empty where it has none. */
  readonly title: string;
  readonly holds: ColumnContent;
}

/** Some rows of a table, from one row on, all columns from the first. */
export interface Sample {
  readonly top: number;
  readonly cells: readonly (readonly Cell[])[];
}

/** Some cells of a column may be mistyped or say something else. */
const LEAST_SHARE = 0.2;
const MEMBER_TITLES =
  /^(?:e-?mails?(?: address(?:es)?)?|mail|members?|users?|who|person|people|メンバー|メール(?:アドレス)?|ユーザー|アドレス|参加者)$/i;
const SPACE_TITLES =
  /^(?:(?:chat )?spaces?|chats?|rooms?|where|スペース|チャット|ルーム|チャット ?スペース)$/i;

/** Looks at every column of a sample that holds something, but those that are ours. */
export function lookAtColumns(sample: Sample, ours: ReadonlySet<number>): readonly ColumnLook[] {
  const width = Math.max(0, ...sample.cells.map((row) => row.length));
  const titles = titlesIn(sample);
  return Array.from({ length: width }, (_, index) => index + 1).flatMap((column) => {
    if (ours.has(column)) return [];
    const cells = sample.cells
      .filter((_, row) => sample.top + row > titles.row)
      .map((row) => row[column - 1] ?? '')
      .filter((cell) => !isBlank(cell));
    const title = safeText(cellText(titles.cells[column - 1] ?? ''));
    return cells.length === 0 && title === '' ? [] : [{ column, title, holds: whatIn(cells) }];
  });
}

/** The columns that hold the questions; `member` null where nothing looks like members. */
export function chooseQuestionColumns(
  looks: readonly ColumnLook[],
): QuestionColumns | { readonly space: number | null; readonly member: null } {
  const member = best(looks, 'members', MEMBER_TITLES);
  const space = best(
    looks.filter((look) => look !== member),
    'spaces',
    SPACE_TITLES,
  );
  const whole = looks.find(({ holds }) => holds === 'memberships');
  if (whole !== undefined && (member === undefined || space === undefined))
    return { space: null, member: whole.column };
  return { space: space?.column ?? null, member: member?.column ?? null };
}

/**
 * The row of titles: the one above the first row in which something looks like a question, or the sheet's first where nothing
 * does. Row 0 where there is none.
 */
export function titlesIn({ top, cells }: Sample): {
  readonly row: number;
  readonly cells: readonly Cell[];
} {
  const first = cells.findIndex((row) => row.some((cell) => isQuestion(cell)));
  const at = first < 0 && top === 1 && cells.length > 1 ? 0 : first - 1;
  const titles = at < 0 ? undefined : cells[at];
  const isTitles = titles?.some((cell) => !isBlank(cell)) === true && titles.every(isTitle);
  return isTitles ? { row: top + at, cells: titles } : { row: 0, cells: [] };
}

/** Of the columns that hold this, the one with a title that says so, else the first; else one that only its title tells. */
function best(looks: readonly ColumnLook[], holds: ColumnContent, titles: RegExp): ColumnLook | undefined {
  const isTitled = ({ title }: ColumnLook): boolean => titles.test(title.normalize('NFKC').trim());
  const held = looks.filter((look) => look.holds === holds);
  return (
    held.find(isTitled) ??
    held[0] ??
    looks.find((look) => (look.holds === 'texts' || look.holds === 'numbers') && isTitled(look))
  );
}

function whatIn(cells: readonly Cell[]): ColumnContent {
  const kinds = cells.map((cell) => recognise(cellText(cell)));
  const share = (kind: (typeof kinds)[number]): number =>
    kinds.filter((one) => one === kind).length / Math.max(1, cells.length);
  const [kind, most] = (['membership', 'member', 'space'] as const)
    .map((one) => [one, share(one)] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a));
  if (most >= LEAST_SHARE) return `${kind}s`;
  if (cells.length > 0 && cells.every(isDate)) return 'dates';
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number') ? 'numbers' : 'texts';
}

function isQuestion(cell: Cell): boolean {
  return recognise(cellText(cell)) !== 'none' && !/^\s*(?:me|app)\s*$/i.test(cellText(cell));
}

function isTitle(cell: Cell): boolean {
  return isBlank(cell) || (typeof cell === 'string' && !isQuestion(cell));
}

/** How the columns of a look-up look, and the colours of its status. */
import type { VerdictKind } from '../chat/verdict';
import { CATALOGUES } from '../locales/catalogue';
import type { TextCondition, WorkbookPort } from '../ports';
import {
  colourStatus,
  layOutColumns,
  paintStatus,
  type ColourMode,
  type ColumnLooks,
  type StatusRule,
  type Tone,
} from '../table/looks';
import { timeFormatOf } from '../table/time-format';
import type { LookUpColumn } from './columns';
import { coloursMark, findLookUpTable, type LookUpTable } from './look-up-table';

const TONE_OF: Readonly<Record<VerdictKind, Tone>> = {
  member: 'present',
  invited: 'invited',
  notMember: 'absent',
  unchecked: 'unsure',
};

function rules(tone: Tone, when: TextCondition['when'], texts: readonly string[]): readonly StatusRule[] {
  return texts.map((text) => ({ tone, when, text }));
}

function inEveryLanguage(kind: VerdictKind): readonly string[] {
  return CATALOGUES.map(({ verdicts }) => verdicts[kind]);
}

/**
 * A sheet may hold answers of both languages, and of earlier versions. The name of a group stands in "In through …", and may begin
 * with anything: so those who are present come first.
 */
const STATUS_RULES: readonly StatusRule[] = [
  ...rules('present', 'is', [...inEveryLanguage('member'), 'Member', 'メンバー']),
  ...rules('present', 'begins', ['In through ']),
  ...rules('present', 'ends', ['経由で参加']),
  ...rules('invited', 'is', inEveryLanguage('invited')),
  ...rules('unsure', 'is', [...inEveryLanguage('unchecked'), '確認できませんでした']),
  ...rules('absent', 'begins', ['Not ', '未参加', '直接のメンバーではありません']),
  ...rules('absent', 'is', ['メンバーではありません']),
];

export const LOOK_UP_LOOKS: ColumnLooks<LookUpColumn> = {
  widths: {
    verdict: 170,
    note: 240,
    name: 160,
    role: 120,
    from: 120,
    since: 140,
    checked: 140,
    email: 220,
    membership: 220,
    as: 140,
    question: 60,
  },
  wrapped: ['note'],
  clipped: ['question'],
  times: ['since', 'checked'],
  status: { key: 'verdict', rules: STATUS_RULES },
};

/** Rows whose status was written, with their verdicts; null where the status was emptied. */
export type WrittenKinds = ReadonlyMap<number, VerdictKind | null>;

/**
 * Gives new columns their looks and a status its colours, once answers stand in them; later only where cells are coloured one by
 * one. `added` are the new columns, null once this was done in a job. Returns how the status is coloured; null where it is not, so
 * that the next job tries again. Nothing fails for looks: what a tab refuses is left out.
 */
export function applyLooks(
  workbook: WorkbookPort,
  before: LookUpTable,
  added: readonly LookUpColumn[] | null,
  written: WrittenKinds,
): ColourMode | null {
  const known = added?.includes('verdict') === true ? null : before.colours;
  if ((added ?? []).length === 0 && (known === 'rules' || (known === null && added === null))) return known;
  try {
    // Columns may have moved since the answers were written.
    const found = findLookUpTable(workbook, before.table.id);
    const isNew = ([key]: readonly [LookUpColumn, number]): boolean => added?.includes(key) === true;
    const columns = new Map([...found.managed].filter(isNew));
    if (columns.size > 0) layOutColumns(found.table, LOOK_UP_LOOKS, columns, timeFormatOf(workbook.locale()));
    const mode = known ?? colourStatus(found.table, LOOK_UP_LOOKS, found.managed);
    if (mode === 'cells' && !paintAnswers(found, written)) return null;
    if (found.colours !== mode) noteColours(found, mode);
    return mode;
  } catch {
    return null;
  }
}

function noteColours({ table, colours }: LookUpTable, mode: ColourMode): void {
  if (colours !== null) table.removeMark(null, coloursMark(colours));
  table.addMark(null, coloursMark(mode));
}

/** Colours the status cells of answers in a tab that has conditional formats of its own. Says whether the sheet lets us. */
function paintAnswers({ table, managed }: LookUpTable, written: WrittenKinds): boolean {
  const status = managed.get('verdict');
  if (status === undefined) return false;
  const tones = [...written].map(([row, kind]) => [row, kind === null ? null : TONE_OF[kind]] as const);
  return paintStatus(table, status, new Map(tones));
}

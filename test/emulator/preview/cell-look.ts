/** How a cell looks: its own style, and the first conditional format on its text that holds. Other conditions are not drawn. */
import type { CellView, ManualEditor } from '../emulator';
import { contains, parseArea, type Area } from '../platform/spreadsheet/area';
import type { CellLook } from './wire';

type Holds = (shown: string, text: string) => boolean;

/** Sheets compares texts without regard to case. */
const CONDITIONS: Readonly<Record<string, Holds>> = {
  TEXT_EQUAL_TO: (shown, text) => shown === text,
  TEXT_STARTS_WITH: (shown, text) => shown.startsWith(text),
  TEXT_ENDS_WITH: (shown, text) => shown.endsWith(text),
  TEXT_CONTAINS: (shown, text) => shown.includes(text),
};

interface Rule {
  readonly areas: readonly Area[];
  readonly holds: (shown: string) => boolean;
  readonly look: CellLook;
}

/** Reads the rules of a tab; gives the look of each of its cells. */
export function looksOf(
  spreadsheet: ManualEditor,
  tab: string,
): (cell: CellView, row: number, column: number) => CellLook | undefined {
  const size = spreadsheet.layout(tab);
  const rules = spreadsheet.conditionalFormats(tab).flatMap((rule): readonly Rule[] => {
    const condition = CONDITIONS[rule.criteria ?? ''];
    const [value] = rule.values;
    if (condition === undefined || typeof value !== 'string') return [];
    const areas = rule.ranges.flatMap((range) => parseArea(range, size) ?? []);
    const text = value.toLowerCase();
    return [{ areas, holds: (shown) => condition(shown.toLowerCase(), text), look: lookOf(rule) }];
  });
  return ({ display, style }, row, column) => {
    const rule = rules.find(
      ({ areas, holds }) => areas.some((area) => contains(area, row, column)) && holds(display),
    );
    const look = { ...lookOf(style ?? {}), ...rule?.look };
    return Object.keys(look).length === 0 ? undefined : look;
  };
}

function lookOf({
  background,
  fontColor,
  bold,
}: {
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}): CellLook {
  return {
    ...(background === undefined ? {} : { ground: background }),
    ...(fontColor === undefined ? {} : { color: fontColor }),
    ...(bold === true ? { bold } : {}),
  };
}

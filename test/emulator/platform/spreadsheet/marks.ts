/** What sticks to areas of a tab: protection, validation, merges, filter, typed columns, conditional formats. JSON only. */
import type { Area } from './area';
import type { ConditionalRule } from './conditional-format';
import type { CellValue } from './typing';

/** `area` null: the whole tab. */
export interface Protection {
  readonly area: Area | null;
  /** `users/…` or addresses of those who may edit all the same. */
  readonly editors: readonly string[];
}

/** Only these values are accepted in the area, and an empty cell. */
export interface Validation {
  readonly area: Area;
  readonly allowed: readonly CellValue[];
  /** Shown as checkboxes: the first value is the checked one. */
  readonly checkbox?: true;
}

/** A column of a Table: its cells have a type and take no number format. */
export interface TypedColumn {
  readonly area: Area;
  readonly type: ColumnType;
}

/** Some of the Sheets API's types of Table columns. */
export type ColumnType = 'DOUBLE' | 'DATE' | 'TEXT' | 'BOOLEAN';

export interface Marks {
  /** The rows that the filter covers, titles included; null without a filter. */
  filter: Area | null;
  merges: readonly Area[];
  protections: readonly Protection[];
  validations: readonly Validation[];
  typedColumns: readonly TypedColumn[];
  /** In the order in which they apply. */
  conditionalRules: readonly ConditionalRule[];
}

export const NO_MARKS: Marks = {
  filter: null,
  merges: [],
  protections: [],
  validations: [],
  typedColumns: [],
  conditionalRules: [],
};

export function marksOf(tab: Marks): Marks {
  const { filter, merges, protections, validations, typedColumns, conditionalRules } = tab;
  return { filter, merges, protections, validations, typedColumns, conditionalRules };
}

/** The marks after rows or columns moved; what lost all its cells is gone. */
export function moveMarks(marks: Marks, move: (area: Area) => Area | null): Marks {
  const moved = <T extends { readonly area: Area }>(one: T): T[] => {
    const area = move(one.area);
    return area ? [{ ...one, area }] : [];
  };
  return {
    filter: marks.filter && move(marks.filter),
    merges: marks.merges.flatMap((area) => move(area) ?? []),
    protections: marks.protections.flatMap((one) =>
      one.area === null ? [one] : moved({ ...one, area: one.area }),
    ),
    validations: marks.validations.flatMap(moved),
    typedColumns: marks.typedColumns.flatMap(moved),
    conditionalRules: marks.conditionalRules.flatMap((rule) => {
      const areas = rule.areas.flatMap((area) => move(area) ?? []);
      return areas.length === 0 ? [] : [{ ...rule, areas }];
    }),
  };
}

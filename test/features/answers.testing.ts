/** What stands in our columns, by what each holds: tests need not know their order, their place or their titles. */
import { catalogueFor } from '../../src/core/locales/catalogue';
import { LOOK_UP_COLUMNS, type LookUpColumn } from '../../src/core/look-up/columns';

/** What the catalogues say, so that a text is written down once. */
export const TEXTS = { en: catalogueFor('en'), ja: catalogueFor('ja') } as const;

export type AnswerRow = Readonly<Record<LookUpColumn, string>>;

/** Rows below the titles, as they are shown. Throws where no row holds our titles. */
export function answersIn(rows: readonly (readonly string[])[], locale = 'en'): readonly AnswerRow[] {
  const { columns } = catalogueFor(locale);
  const header = rows.findIndex((row) => row.includes(columns.verdict));
  if (header < 0) throw new Error('No row holds the titles of our columns.');
  const at = (key: LookUpColumn): number => rows[header]?.indexOf(columns[key]) ?? -1;
  return rows
    .slice(header + 1)
    .map(
      (row) =>
        Object.fromEntries(LOOK_UP_COLUMNS.keys.map((key) => [key, row[at(key)] ?? ''])) as Record<
          LookUpColumn,
          string
        >,
    );
}

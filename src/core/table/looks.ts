/** How Rollcall's columns look: widths, wrapping, colours of a status. Set once, after the first answers; nothing of the user's changes. */
import type { Colours, FormatRule, TablePort, TextCondition } from '../ports';
import { contiguousRuns } from './area';
import { attempt, attemptEach } from './attempt';
import type { ManagedColumns } from './column-set';

/** What a status means for the eye. The word in the cell says the same. */
export type Tone = 'present' | 'invited' | 'absent' | 'unsure';

/** Text on its ground has a contrast of 4.5 at least (WCAG 2.2, AA). */
export const TONES: Readonly<Record<Tone, Colours>> = {
  present: { text: '#0d652d', ground: '#e6f4ea' },
  invited: { text: '#7a4b00', ground: '#fef3d9' },
  absent: { text: '#3c4043', ground: '#e8eaed' },
  unsure: { text: '#b3261e', ground: '#fcefee' },
};

/** Which texts of a status have which tone. The first rule that holds counts. */
export interface StatusRule extends TextCondition {
  readonly tone: Tone;
}

/** How the columns of one kind of table look. */
export interface ColumnLooks<K extends string> {
  /** In pixels. */
  readonly widths: Readonly<Partial<Record<K, number>>>;
  /** Columns whose texts take several lines. */
  readonly wrapped: readonly K[];
  /** Columns whose texts end at the edge of the cell, and do not run over the empty cell beside them. */
  readonly clipped: readonly K[];
  /** Columns of dates with times. */
  readonly times: readonly K[];
  readonly status: { readonly key: K; readonly rules: readonly StatusRule[] };
}

/** Whether conditional formats colour the status, or each of its cells is coloured when it is written. */
export type ColourMode = (typeof COLOUR_MODES)[number];
export const COLOUR_MODES = ['rules', 'cells'] as const;

/** Lays new columns out: they can be seen, have their widths, and show times as the sheet's locale does. */
export function layOutColumns<K extends string>(
  table: TablePort,
  looks: ColumnLooks<K>,
  added: ManagedColumns<K>,
  timeFormat: string,
): void {
  const runsOf = (keys: readonly K[]) =>
    contiguousRuns(keys.flatMap((key) => added.get(key) ?? []).sort((a, b) => a - b));
  const byWidth = new Map<number, K[]>();
  for (const key of added.keys()) {
    const width = looks.widths[key];
    if (width !== undefined) byWidth.set(width, [...(byWidth.get(width) ?? []), key]);
  }
  const over =
    (keys: readonly K[], set: (first: number, count: number) => void): (() => void) =>
    () => {
      for (const [first, last] of runsOf(keys)) set(first, last - first + 1);
    };
  attemptEach(table, [
    // Unused columns that somebody has hidden are used now.
    over([...added.keys()], (first, count) => {
      table.showColumns(first, count);
    }),
    ...[...byWidth].map(([width, keys]) =>
      over(keys, (first, count) => {
        table.setWidths(first, count, width);
      }),
    ),
    over(looks.wrapped, (first, count) => {
      table.wrapColumns(first, count, 'wrap');
    }),
    over(looks.clipped, (first, count) => {
      table.wrapColumns(first, count, 'clip');
    }),
    over(looks.times, (first, count) => {
      table.formatColumns(first, count, timeFormat, null);
    }),
  ]);
}

/**
 * Colours a status column by conditional formats. Setting them replaces every one of the tab, and what Google loses in reading
 * and setting a person's own is not known: where there are any, `cells` is answered, and the cells are to be coloured instead.
 */
export function colourStatus<K extends string>(
  table: TablePort,
  { status }: ColumnLooks<K>,
  managed: ManagedColumns<K>,
): ColourMode {
  const column = managed.get(status.key);
  if (column === undefined) return 'cells';
  const areOwn = areAllOwn(table, status.rules, column);
  const isSet =
    areOwn &&
    attempt(table, () => {
      table.setFormatRules(
        column,
        status.rules.map(({ tone, when, text }) => ({ condition: { when, text }, colours: TONES[tone] })),
      );
    });
  return isSet ? 'rules' : 'cells';
}

/** Ours are told by where they hold and for what. Those that cannot be read are somebody's own. */
function areAllOwn(table: TablePort, rules: readonly StatusRule[], column: number): boolean {
  try {
    return table.formatRules().every((rule) => isOwn(rule, rules, column));
  } catch {
    return false;
  }
}

function isOwn({ condition, areas }: FormatRule, rules: readonly StatusRule[], column: number): boolean {
  return (
    areas.every((area) => area.column === column && area.columns === 1) &&
    rules.some(({ when, text }) => condition?.when === when && condition.text === text)
  );
}

/** Colours status cells of rows; null gives back the default. Says whether the sheet lets us. */
export function paintStatus(
  table: TablePort,
  column: number,
  tones: ReadonlyMap<number, Tone | null>,
): boolean {
  const byTone = new Map<Tone | null, number[]>();
  for (const [row, tone] of [...tones].sort(([a], [b]) => a - b))
    byTone.set(tone, [...(byTone.get(tone) ?? []), row]);
  return attempt(table, () => {
    for (const [tone, rows] of byTone) {
      const areas = contiguousRuns(rows).map(([top, bottom]) => ({
        row: top,
        column,
        rows: bottom - top + 1,
        columns: 1,
      }));
      table.paint(areas, tone === null ? null : TONES[tone]);
    }
  });
}

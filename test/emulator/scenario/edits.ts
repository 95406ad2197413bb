/**
 * What another person does to the spreadsheet while a script runs: just before one of its service calls, straight on what
 * is committed. What the script has written and not flushed comes later, on top of it.
 */
import * as v from 'valibot';
import type { ManualEditor } from '../manual-editor';
import { parseCell } from '../platform/spreadsheet/cell-name';

const sheet = v.string('must be the name of a tab');
const place = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be at least 1'),
);
const cell = v.pipe(
  v.string('must be a cell such as B2'),
  v.check((name) => parseCell(name) !== null, 'must be a cell such as B2'),
);

interface Action<T> {
  readonly takes: v.GenericSchema<unknown, T>;
  readonly does: (editor: ManualEditor, given: T) => void;
}

function action<T>(takes: v.GenericSchema<unknown, T>, does: Action<T>['does']): Action<T> {
  return { takes, does };
}

/** Rows and columns count from 1; rows and columns are inserted before the one that is named. */
const ACTIONS = {
  insertRows: action(v.strictObject({ sheet, row: place, count: place }), (editor, { sheet, row, count }) => {
    editor.insertRows(sheet, row, count);
  }),
  deleteRows: action(v.strictObject({ sheet, row: place, count: place }), (editor, { sheet, row, count }) => {
    editor.deleteRows(sheet, row, count);
  }),
  insertColumns: action(
    v.strictObject({ sheet, column: place, count: place }),
    (editor, { sheet, column, count }) => {
      editor.insertColumns(sheet, column, count);
    },
  ),
  deleteColumns: action(
    v.strictObject({ sheet, column: place, count: place }),
    (editor, { sheet, column, count }) => {
      editor.deleteColumns(sheet, column, count);
    },
  ),
  /** A text is typed, so that it may become a formula or a date; null empties the cell. */
  set: action(
    v.strictObject({
      sheet,
      cell,
      value: v.nullable(
        v.union([v.string(), v.number(), v.boolean()], 'must be a text, a number, a boolean or null'),
      ),
    }),
    (editor, { sheet, cell, value }) => {
      const { row = 1, column = 1 } = parseCell(cell) ?? {};
      if (typeof value === 'string') editor.type(sheet, row, column, value);
      else editor.put(sheet, row, column, value);
    },
  ),
  /** Title rows stay: see `headerRowsOf`. */
  sort: action(
    v.strictObject({
      sheet,
      column: place,
      ascending: v.boolean('must be true or false'),
      headerRows: v.exactOptional(v.pipe(v.number('must be a number'), v.integer(), v.minValue(0))),
    }),
    (editor, { sheet, column, ascending, headerRows = headerRowsOf(editor, sheet) }) => {
      editor.sort(sheet, column, { descending: !ascending, headerRows });
    },
  ),
  /** Nobody but the other person may edit the range, or the whole tab where none is named. */
  protect: action(
    v.strictObject({ sheet, range: v.exactOptional(v.string('must be a range such as A2:B9')) }),
    (editor, { sheet, range = null }) => {
      editor.protect(sheet, range, []);
    },
  ),
  rename: action(v.strictObject({ sheet, to: v.string('must be a name') }), (editor, { sheet, to }) => {
    editor.renameTab(sheet, to);
  }),
  deleteSheet: action(v.strictObject({ sheet }), (editor, { sheet }) => {
    editor.deleteTab(sheet);
  }),
};

type Actions = typeof ACTIONS;
type Given<K extends keyof Actions> = Actions[K] extends Action<infer T> ? T : never;

/** One edit; `atCall` counts the execution's service calls from 1. `kill` ends the script, and what it wrote since its last flush is lost. */
export type Edit = { readonly atCall: number } & (
  | { [K in keyof Actions]: Readonly<Record<K, Given<K>>> }[keyof Actions]
  | { readonly kill: Readonly<Record<string, never>> | true }
);

const NAMES = [...Object.keys(ACTIONS), 'kill'];

export const EDIT = v.pipe(
  v.strictObject(
    {
      atCall: place,
      ...Object.fromEntries(
        Object.entries(ACTIONS).map(([name, { takes }]) => [name, v.exactOptional(takes)]),
      ),
      kill: v.exactOptional(v.union([v.strictObject({}), v.literal(true)], 'must be {} or true')),
    },
    ({ message, expected }) => (expected === 'never' ? `is no edit: there are ${NAMES.join(', ')}` : message),
  ),
  v.check(
    (edit) => NAMES.filter((name) => name in edit).length === 1,
    `must have one of ${NAMES.join(', ')}`,
  ),
);

/** What an edit does, by name. */
export function actionOf(edit: Edit): string {
  return NAMES.find((name) => name in edit) ?? '';
}

/** Carries an edit out. Throws where the spreadsheet has no such tab or range. A `kill` is not the spreadsheet's. */
export function carryOut(edit: Edit, editor: ManualEditor): void {
  for (const [name, { does }] of Object.entries(ACTIONS)) {
    const given = (edit as Readonly<Record<string, unknown>>)[name];
    if (given !== undefined) (does as Action<unknown>['does'])(editor, given);
  }
}

/**
 * Rows that stay on top when somebody sorts: those that are frozen, as in Sheets. Where none are, the first row, if it holds
 * texts only and there are rows below: then it reads as titles, which a person leaves out of what they sort.
 */
function headerRowsOf(editor: ManualEditor, sheet: string): number {
  const { frozenRows } = editor.layout(sheet);
  if (frozenRows > 0) return frozenRows;
  const [first = [], ...rest] = editor.cells(sheet);
  const filled = first.filter(({ value, formula }) => value !== '' || formula !== '');
  const isTitles =
    filled.length > 0 && filled.every(({ value, formula }) => typeof value === 'string' && formula === '');
  return isTitles && rest.length > 0 ? 1 : 0;
}

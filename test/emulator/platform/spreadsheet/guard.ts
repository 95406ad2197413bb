/** What refuses a write on Google: an area outside the grid, protection, data validation, typed columns. */
import type { Running } from '../host';
import { a1Of, misfit, overlap, type Area } from './area';
import type { Book } from './book';
import type { Cell } from './cell';
import { display } from './display';
import type { ColumnType, Protection, Validation } from './marks';
import { Refusal } from './refusal';
import type { SheetLocale } from './locale';
import type { Change, Tab } from './tab';

/** What the fault preset `protected-sheet` puts on a tab; no part of the spreadsheet itself. */
export const LOCK: Protection = { area: null, editors: [] };

/** Protects every tab of this name against everybody, also one that is added later, while `locked` says so. */
export function lockTab(book: Book, name: string, locked: () => boolean): () => void {
  const apply = (): void => {
    for (const tab of book.tabs) {
      const others = tab.protections.filter((one) => one !== LOCK);
      tab.protections = tab.name === name && locked() ? [...others, LOCK] : others;
    }
  };
  book.onChange(apply);
  return apply;
}

/** Throws where the area is not wholly within the tab. */
export function requireFit(tab: Tab, area: Area): void {
  const key = misfit(area, tab.size);
  if (key !== null) throw new Refusal(key);
}

/** Throws where the running user may not edit the area. */
export function requireRights(tab: Tab, area: Area, running: Running): void {
  if (!tab.canEdit(area, [running.user, running.email])) throw new Refusal('protected');
}

/** Throws where the whole tab is protected against the running user: then its shape and its name are too. [words not established] */
export function requireOpen(tab: Tab, { user, email }: Running): void {
  const isClosed = tab.protections.some(
    ({ area, editors }) => area === null && !editors.includes(user) && !editors.includes(email),
  );
  if (isClosed) throw new Refusal('protected');
}

/** Throws where the area has cells whose format a Table decides. [field report] */
export function requireFormattable(tab: Tab, area: Area): void {
  if (tab.typedColumns.some((column) => overlap(column.area, area))) throw new Refusal('typedColumn');
}

/**
 * Throws where data validation refuses one of the cells that are about to be written, or the type of a Table's column.
 * That the latter has the same words is not established.
 */
export function requireValid(tab: Tab, area: Area, after: Change, locale: SheetLocale): void {
  const { validations, typedColumns } = tab;
  if (![...validations, ...typedColumns].some((one) => overlap(one.area, area))) return;
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++) {
      const row = area.row + down;
      const column = area.column + right;
      const rule = tab.validationAt(row, column);
      const typed = tab.typedColumnAt(row, column);
      if (!rule && !typed) continue;
      const cell = after(tab.cell(row, column), down, right);
      if (cell.value === '') continue;
      if ((rule && !isAllowed(cell, rule, locale)) || (typed && !isOfType(cell, typed.type))) {
        throw new Refusal('invalid', { cell: a1Of({ row, column, rows: 1, columns: 1 }) });
      }
    }
  }
}

function isAllowed({ value, format }: Cell, { allowed }: Validation, locale: SheetLocale): boolean {
  return allowed.includes(value) || allowed.includes(display(value, format, locale));
}

function isOfType({ value }: Cell, type: ColumnType): boolean {
  if (type === 'TEXT') return true;
  return typeof value === (type === 'BOOLEAN' ? 'boolean' : 'number');
}

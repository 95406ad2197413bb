/** What refuses a write on Google: a tab that is gone, an area outside the grid, protection, data validation. */
import { ScriptException, type Running } from '../host';
import { a1Of, misfit, type Area } from './area';
import { display } from './display';
import type { Book } from './book';
import type { Change, Protection, Tab } from './tab';

/** Messages that Google translates into the running user's language, as far as the translation was seen. [field reports] */
const MESSAGES = {
  protected: {
    en: 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    ja: '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。',
  },
  nameTaken: {
    en: 'A sheet with the name "X" already exists. Please enter another name.',
    ja: 'シート名「X」はすでに存在しています。別の名前を入力してください。',
  },
} as const;

/** One of Google's messages for the running user, `X` replaced. */
export function messageFor(running: Running, key: keyof typeof MESSAGES, name = ''): string {
  const text = MESSAGES[key][running.locale.startsWith('ja') ? 'ja' : 'en'];
  return text.replace('X', () => name);
}

/** What the fault preset `protected-sheet` puts on a tab; no part of the spreadsheet itself. */
export const LOCK: Protection = { area: null, editors: [] };

/** Protects every tab of this name against everybody, also one that is added later, while `locked` says so. */
export function lockTab(book: Book, name: string, locked: () => boolean): () => void {
  const apply = (): void => {
    for (const tab of book.tabs) {
      tab.protections = tab.protections.filter((one) => one !== LOCK);
      if (tab.name === name && locked()) tab.protections.push(LOCK);
    }
  };
  book.onChange(apply);
  return apply;
}

/** Throws where the area is not wholly within the tab. */
export function requireFit(tab: Tab, area: Area): void {
  const message = misfit(area, tab.size);
  if (message !== null) throw new ScriptException(message);
}

/** Throws where the running user may not edit the area. */
export function requireRights(tab: Tab, area: Area, running: Running): void {
  if (!tab.canEdit(area, [running.user, running.email])) {
    throw new ScriptException(messageFor(running, 'protected'));
  }
}

/** Throws where data validation refuses one of the cells that are about to be written. The words: one public report. */
export function requireValid(tab: Tab, area: Area, after: Change): void {
  if (tab.validations.length === 0) return;
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++) {
      const row = area.row + down;
      const column = area.column + right;
      const rule = tab.validationAt(row, column);
      if (!rule) continue;
      const cell = tab.cell(row, column);
      const { value, format } = { ...cell, ...after(cell, down, right) };
      const text = display(value, format);
      if (text === '' || rule.allowed.includes(text)) continue;
      throw new ScriptException(
        `The data you entered in cell ${a1Of({ row, column, rows: 1, columns: 1 })} violates the data validation rules set on this cell.`,
      );
    }
  }
}

/** The bound spreadsheet: its tabs, what is selected, its locale and zone, and what happens to it for good. */
import type { Clock } from '../../clock';
import { ScriptException } from '../host';
import { parseA1, type Rect } from './a1';
import { Tab } from './tab';
import { storeText, storeValue, type Place, type Stored } from './value';

export interface Selection {
  tab: number;
  /** The last one holds the active cell. Null: a chart is selected. */
  ranges: readonly Rect[] | null;
}

const MOST_CELLS = 10_000_000;

const PROTECTED = {
  en: 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  ja: '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。',
};
const NAME_TAKEN = {
  en: (name: string) => `A sheet with the name "${name}" already exists. Please enter another name.`,
  ja: (name: string) => `シート名「${name}」はすでに存在しています。別の名前を入力してください。`,
};

type Language = 'en' | 'ja';

export class Spreadsheet {
  /** An invented id, as long as Google's. */
  readonly id = '1standInSpreadsheet000000000000000000000000';
  readonly tabs: Tab[] = [new Tab(0, 'Sheet1')];
  selection: Selection = { tab: 0, ranges: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
  /** E-mail addresses of those who can edit the file. */
  editors: readonly string[] = [];
  /** Tests lower it. */
  mostCells = MOST_CELLS;
  private nextId = 1;
  private readonly listeners: ((tab: string) => void)[] = [];

  constructor(
    readonly name: string,
    readonly locale: string,
    readonly timeZone: string,
    private readonly clock: Clock,
    /** Language of messages to the running user. */
    private readonly language: () => Language,
  ) {}

  tab(id: number): Tab {
    const tab = this.tabs.find((one) => one.id === id);
    if (!tab) throw new ScriptException(`Sheet ${id} not found`);
    return tab;
  }

  tabNamed(name: string): Tab {
    const tab = this.tabs.find((one) => one.name === name);
    if (!tab)
      throw new Error(`There is no tab ${name}; there are ${this.tabs.map((one) => one.name).join(', ')}.`);
    return tab;
  }

  onChange(listener: (tab: string) => void): void {
    this.listeners.push(listener);
  }

  changed(tab: Tab): void {
    for (const listener of this.listeners) listener(tab.name);
  }

  insertTab(name: string): Tab {
    if (this.tabs.some((one) => one.name === name))
      throw new ScriptException(NAME_TAKEN[this.language()](name));
    const tab = new Tab(this.nextId, name);
    this.requireRoom(tab.maxRows * tab.maxColumns);
    this.nextId += 1;
    // A new tab stands behind the active one.
    const active = this.tabs.findIndex((one) => one.id === this.selection.tab);
    this.tabs.splice(active + 1, 0, tab);
    this.selection = { tab: tab.id, ranges: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
    this.changed(tab);
    return tab;
  }

  deleteTab(tab: Tab): void {
    if (this.tabs.length === 1) throw new ScriptException("You can't remove all the sheets in a document.");
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    const [first] = this.tabs;
    if (this.selection.tab === tab.id && first) {
      this.selection = { tab: first.id, ranges: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
    }
    this.changed(tab);
  }

  requireRoom(more: number): void {
    const cells = this.tabs.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
    if (cells + more > this.mostCells) {
      throw new ScriptException(
        `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
      );
    }
  }

  requireEditable(tab: Tab, email: string, rect: Rect): void {
    if (!tab.mayEdit(email, rect)) throw new ScriptException(PROTECTED[this.language()]);
  }

  /** Writes JSON values of a script; text is taken as if typed. */
  write(tab: Tab, rect: Rect, values: readonly (readonly unknown[])[]): void {
    this.each(tab, rect, (place, row, column) => storeValue(values[row]?.[column], place));
  }

  type(tab: Tab, row: number, column: number, text: string): void {
    this.each(tab, { row, column, rows: 1, columns: 1 }, (place) => storeText(text, place));
  }

  resolve(tab: Tab, text: string): Rect {
    const rect = parseA1(text, tab.size);
    if (!rect) throw new Error(`${text} is no range.`);
    return rect;
  }

  private each(tab: Tab, rect: Rect, make: (place: Place, row: number, column: number) => Stored): void {
    const { locale, timeZone } = this;
    const year = new Date(this.clock.now()).getUTCFullYear();
    for (let row = 0; row < rect.rows; row++) {
      for (let column = 0; column < rect.columns; column++) {
        const format = tab.format(rect.row + row, rect.column + column);
        tab.store(
          rect.row + row,
          rect.column + column,
          make({ locale, timeZone, format, year }, row, column),
        );
      }
    }
    this.changed(tab);
  }
}

/** What every edit by hand stands on: finding the place, changing it, telling who watches. */
import type { Clock } from '../../clock';
import type { Assumed } from '../../scenario/assumptions';
import { parseArea, type Area } from './area';
import type { Book } from './book';
import type { Cell } from './cell';
import type { Tab } from './tab';

export class Hand {
  constructor(
    readonly book: Book,
    readonly clock: Clock,
    /** `users/…` of the person whose window it is where none is named. */
    readonly owner: string,
    readonly assumed: Assumed,
  ) {}

  tab(name: string): Tab {
    const tab = this.book.tabNamed(name);
    if (tab) return tab;
    throw new Error(
      `There is no tab "${name}". There are: ${this.book.tabs.map((one) => one.name).join(', ')}.`,
    );
  }

  area(tab: Tab, text: string): Area {
    const area = parseArea(text, tab.size);
    if (!area) throw new Error(`"${text}" names no range of the tab ${tab.name}.`);
    return area;
  }

  change(name: string, work: (tab: Tab) => void): void {
    const tab = this.tab(name);
    work(tab);
    this.book.dropLostMetadata();
    this.book.changed(tab);
  }

  /** Changes one cell; the grid grows to hold it, as it does when a person pastes beyond its end. */
  changeCell(name: string, row: number, column: number, part: (cell: Cell) => Cell): void {
    this.change(name, (tab) => {
      const { rows, columns } = tab.size;
      if (row > rows) tab.growRows(row - rows);
      if (column > columns) tab.insertColumns(columns + 1, column - columns);
      tab.write({ row, column, rows: 1, columns: 1 }, part);
    });
  }

  changeCells(name: string, range: string, part: (cell: Cell) => Cell): void {
    this.change(name, (tab) => {
      tab.write(this.area(tab, range), part);
    });
  }
}

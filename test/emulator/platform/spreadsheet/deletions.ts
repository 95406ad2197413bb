/** Deletions by hand, so that the last one can be taken back. */
import type { Book, Metadata } from './book';
import { marksOf, type Marks } from './marks';
import type { Removed, Tab } from './tab';

interface Deletion {
  readonly tab: Tab;
  /** What was taken out of the tab; where the tab itself was, its place among the others, counted from 0. */
  readonly removed: Removed | { readonly index: number };
  readonly metadata: readonly Metadata[];
  readonly marksBefore: Marks;
  readonly marksAfter: Marks;
}

export class Deletions {
  private last: Deletion | null = null;

  constructor(private readonly book: Book) {}

  /** Takes rows or columns out of a tab. */
  within(tab: Tab, remove: () => Removed): void {
    const marksBefore = marksOf(tab);
    const removed = remove();
    this.last = {
      tab,
      removed,
      metadata: this.book.dropLostMetadata(),
      marksBefore,
      marksAfter: marksOf(tab),
    };
  }

  tab(tab: Tab): void {
    const index = this.book.tabs.indexOf(tab);
    const before = this.book.metadata;
    this.book.removeTab(tab);
    const metadata = before.filter((one) => !this.book.metadata.includes(one));
    this.last = { tab, removed: { index }, metadata, marksBefore: marksOf(tab), marksAfter: marksOf(tab) };
  }

  /** Puts back what was deleted last; what others did since stays. Marks that it took along come back if none changed since. */
  undo(): void {
    if (!this.last) throw new Error('Nothing was deleted by hand.');
    const { tab, removed, metadata, marksBefore, marksAfter } = this.last;
    this.last = null;
    if ('index' in removed) this.book.putTab(tab, removed.index);
    else {
      const isUntouched = JSON.stringify(marksOf(tab)) === JSON.stringify(marksAfter);
      tab.putBack(removed);
      if (isUntouched) Object.assign(tab, marksBefore);
    }
    this.book.metadata.push(...metadata);
    this.book.changed(tab);
  }
}

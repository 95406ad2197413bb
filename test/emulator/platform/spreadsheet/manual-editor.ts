/** The spreadsheet in people's hands. */
import type { Clock } from '../../clock';
import type { ManualEditor } from '../../manual-editor';
import { DEFAULT_ANSWERS, type Assumed } from '../../scenario/assumptions';
import type { Book } from './book';
import { Hand } from './by-hand';
import { cellEditor } from './by-hand-cells';
import { markEditor } from './by-hand-marks';
import { shapeEditor } from './by-hand-shape';
import { tabEditor } from './by-hand-tabs';
import { Deletions } from './deletions';

/**
 * Edits a spreadsheet by hand.
 * @param owner `users/…` of the person whose window it is where none is named.
 * @param assumed What Google is taken to do where nobody could establish it; asked at every edit.
 */
export function manualEditorOf(
  book: Book,
  clock: Clock,
  owner: string,
  assumed: Assumed = DEFAULT_ANSWERS,
): ManualEditor {
  const hand = new Hand(book, clock, owner, assumed);
  const deletions = new Deletions(book);
  return {
    ...tabEditor(hand, deletions),
    ...cellEditor(hand),
    ...shapeEditor(hand, deletions),
    ...markEditor(hand),
    onChange: (listener) => {
      book.onChange(listener);
    },
  };
}

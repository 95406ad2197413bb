/** Comparing a list with a space. */
import { counted } from './counted';

export const compare = {
  /** In `Chat state` of the tab `Not on your list`, once somebody stands on the list. */
  onList: 'On your list',
  /** For the editor's log. */
  summary: (n: {
    readonly both: number;
    readonly onlyInList: number;
    readonly onlyInSpace: number;
    readonly undecided: number;
  }) =>
    `${n.both} on both, ${n.onlyInList} only on the list, ${n.onlyInSpace} only in the space, ${n.undecided} undecided.`,
  restTab: (tab: string, count: number) =>
    `${counted(count, 'person', 'people')} in the space and not on your list: tab “${tab}”.`,
  doubles: (count: number) =>
    `${counted(count, 'row')} ${count === 1 ? 'means' : 'mean'} somebody who stands in another row too.`,
  names: (n: { readonly probably: number; readonly several: number; readonly nobody: number }) =>
    `Names only, so no answer is sure: ${n.probably} probably in the space, ${n.several} with several people of this name, ${n.nobody} of whom nobody of this name was found.`,
};

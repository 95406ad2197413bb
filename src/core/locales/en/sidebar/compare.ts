/** A list beside a space. */
import { grouped } from '../../number';
import { counted } from '../counted';

export const compare = {
  question: 'What do you want to know?',
  each: 'Is each person in the space?',
  compare: 'Compare the list with the space, both ways',
  title: (rows: number) => `Your ${counted(rows, 'row')} and the space`,
  sets: 'List and space',
  both: 'On both',
  onlyInList: 'Only on the list',
  onlyInSpace: 'Only in the space',
  undecided: 'Undecided',
  listTitle: (count: number) => `${grouped(count)} only on the list`,
  spaceTitle: (count: number) => `${grouped(count)} only in the space`,
  invited: (count: number) => `${grouped(count)} of them ${count === 1 ? 'is' : 'are'} invited.`,
  more: (count: number) => `and ${grouped(count)} more`,
  copyAddresses: (count: number) => `Copy ${counted(count, 'address', 'addresses')}`,
  doubles: (count: number) =>
    `${counted(count, 'row')} ${count === 1 ? 'means' : 'mean'} somebody who stands in another row too.`,
  rest: (tab: string) => `They stand in the tab “${tab}”.`,
};

/** A list beside a space. */
import { grouped } from '../../number';
import { counted } from '../counted';

export const compare = {
  question: 'What do you want to know?',
  each: 'Is each person in the space?',
  compare: 'Compare the list with the space, both ways',
  /** The name of the space follows. */
  title: (rows: number) => `Your ${counted(rows, 'row')} and`,
  show: 'show them',
  both: 'both',
  onlyInList: 'only on the list',
  onlyInSpace: 'only in the space',
  undecided: 'Undecided',
  listTitle: (count: number) => `${grouped(count)} only on the list`,
  spaceTitle: (count: number) => `${grouped(count)} only in the space`,
  invited: (count: number) => `${grouped(count)} of them ${count === 1 ? 'is' : 'are'} invited.`,
  more: (count: number) => `and ${grouped(count)} more`,
  copyAddresses: (count: number) => `Copy ${counted(count, 'address', 'addresses')}`,
  csv: 'As CSV',
  csvFile: 'missing.csv',
  doubles: (count: number) =>
    `${counted(count, 'row')} ${count === 1 ? 'means' : 'mean'} somebody who stands in another row too.`,
  rest: (tab: string) => `They stand in the tab “${tab}”.`,
};

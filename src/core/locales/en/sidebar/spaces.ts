/** The view of all of one's spaces. */
import { grouped } from '../../number';
import { counted } from '../counted';

export const spaces = {
  asking: 'Listing your spaces…',
  title: (count: number) => counted(count, 'space'),
  none: 'You are in no space.',
  also: (count: number) =>
    `Also ${counted(count, 'direct message or group chat', 'direct messages and group chats')}`,
  alsoWhy: 'Their names are the people in them',
  write: (count: number) => `Write ${counted(count, 'space')}`,
  tab: 'Tab “Spaces”',
  filters: 'Which spaces',
  worth: (count: number) => `Worth a look ${grouped(count)}`,
  named: (count: number) => `Spaces ${grouped(count)}`,
  all: (count: number) => `All ${grouped(count)}`,
  members: (name: string) => `Who is in ${name}?`,
  people: (count: number) => counted(count, 'person', 'people'),
  owners: (names: string) => `Owners: ${names}`,
  more: (count: number) => `${grouped(count)} more`,
  nothingWorth: 'Nothing stands out.',
  largest: 'Largest spaces',
  known: (known: number, total: number) => `Known for ${grouped(known)} of ${grouped(total)}.`,
  listOthers: (count: number) => `List the other ${grouped(count)}`,
  notKnown: 'Who owns them and who comes from outside is known once their members were listed.',
  listAgain: 'List them again',
  listAll: 'List the members of all of them',
};

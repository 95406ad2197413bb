/** In which of one's spaces a person is. */
import { grouped } from '../../number';
import { counted } from '../counted';

export const where = {
  reading: 'Reading the list of your spaces…',
  in: (found: number, total: number) => `In ${grouped(found)} of your ${counted(total, 'space')}`,
  inOrganisation: (found: number, total: number) => `In ${grouped(found)} of ${counted(total, 'space')}`,
  noSpaces: 'You are in no space, so there is nothing to look through.',
  progress: 'Spaces looked through',
  of: (total: number) => `of ${counted(total, 'space')}`,
  rate: (perSecond: number) => `${counted(perSecond, 'space')} a second`,
  foundSoFar: (count: number) => `Found so far: ${grouped(count)}`,
  nothingWritten: 'Nothing is written.',
  bar: 'Spaces by verdict',
  onlyOwner: (count: number) => `Only owner of ${counted(count, 'space')}:`,
  more: (count: number) => `${grouped(count)} more`,
  unchecked: (count: number) => `Couldn’t check ${grouped(count)}:`,
  scope: 'Only spaces that you are in too. Ways in through groups can’t be seen.',
  scopeOrganisation: 'All named spaces of your organisation. Ways in through groups can’t be seen.',
  tooMany: (total: number) =>
    `${counted(total, 'space')}: too many to look through here. They get a tab of their own, a row for each space.`,
  inTab: (total: number) => `Look through ${counted(total, 'space')}`,
  notAll: (left: number) => `Stopped: ${counted(left, 'space')} not looked through.`,
  goOn: 'Go on',
  about: (role: string, since: string) => [role, since].filter((part) => part !== '').join(' · '),
};

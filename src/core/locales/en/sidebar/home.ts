/** The form with two fields, its picker of spaces, and what stands below it. */
import { grouped } from '../../number';
import { counted } from '../counted';

export const home = {
  space: 'Space',
  spaceHint: 'name, link or id',
  spaceHintWithoutNames: 'link or id',
  allSpaces: 'All my spaces',
  member: 'Member',
  memberHint: 'e-mail, id, “me” or “app”',
  everybody: 'Everybody',
  clear: (field: string) => `Clear ${field}`,
  submit: { lookUp: 'Look up', members: 'List members', where: 'Find spaces', spaces: 'My spaces' },
  will: {
    members: 'Everybody, groups and apps too.',
    where: 'In all spaces you are in.',
    spaces: 'Every space you are in.',
  },
  /** For a screen reader. */
  wrong: 'Please look at this field again.',
  spaceNeeded: 'Fill in a space.',
  as: (who: string) => `You ask ${who}.`,
  asks: {
    title: 'What you can ask',
    lookUp: 'Is somebody in a space?',
    members: 'Who is in a space?',
    where: 'Where is somebody?',
    spaces: 'What spaces do I have?',
    rows: 'Many at once, from selected rows',
  },
  recent: 'Recent',
  /** For a screen reader: what the button does, before its text. */
  askAgain: 'Ask again: ',
  listAgain: 'List again: ',
  members: (people: number, groups: number) =>
    groups === 0
      ? counted(people, 'person', 'people')
      : `${counted(people, 'person', 'people')}, ${counted(groups, 'group')}`,
};

export const picker = {
  loading: 'Loading your spaces…',
  open: 'Show your spaces',
  count: (shown: number, total: number) => `${grouped(shown)} of ${counted(total, 'space')}.`,
  hint: 'Pasting a link or an id works too.',
  none: 'No space of yours has this name.',
  several: (count: number) => `${counted(count, 'space')} have this name. Choose one.`,
  people: (count: number) => counted(count, 'person', 'people'),
  activeToday: 'active today',
  active: (day: string) => `active ${day}`,
  quietSince: (month: string) => `quiet since ${month}`,
  groupChat: 'Group chat',
  directMessage: 'Direct message',
  withApp: 'Chat with an app',
  unnamed: 'No name',
};

/** Banners about what does not work. */
import { counted } from '../counted';

export const rights = {
  title: 'Some permissions are missing',
  names: 'Spaces have no names yet',
  namesText:
    'You did not allow Rollcall to read the list of your spaces. Links and ids work; the picker and “My spaces” don’t.',
  lost: (parts: readonly string[]) => `Not working without them: ${parts.join(', ')}. Everything else works.`,
  allow: 'Allow',
  without: 'Go on without',
  lookAgain: 'I have allowed it',
  complete: 'All permissions are granted.',
  incomplete: (count: number) => `${counted(count, 'permission')} still missing.`,
};

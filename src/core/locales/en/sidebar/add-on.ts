/** What the sidebar says otherwise in an add-on. */
import type { Overlay } from '../../overlay';
import type { sidebar } from '../sidebar';

export const addOnSidebar: Overlay<typeof sidebar> = {
  settings: {
    warning:
      'The answers can be read by everybody who can open this sheet, also by people who could not read them in Google Chat.',
    editors: 'These people can edit this sheet:',
  },
};

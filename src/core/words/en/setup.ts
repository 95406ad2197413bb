/** The set-up check: what each probe is about, and what each of its states means. */
import type { ProbeState } from '../../contract';

type Details = Readonly<Record<ProbeState, string>>;

function permission(feature: string): Details {
  return {
    proven: 'Granted.',
    failed: `Not granted: ${feature} will not work; everything else does.`,
    notProven: 'Not looked at.',
    notNeeded: 'Not needed.',
  };
}

export const setup = {
  title: 'Rollcall: set-up check',
  warning:
    'Whoever can edit this sheet can also edit its script, and the next click runs it with the rights of whoever clicks.',
  states: { proven: 'Proven', failed: 'Failed', notProven: 'Not proven', notNeeded: 'Not needed' },
  probes: {
    account: {
      title: 'One Google account in this browser',
      details: {
        proven: 'The sidebar and the sheet speak as the same account.',
        failed: 'The sidebar reaches the script as another account.',
        notProven:
          'The script cannot see this; if the sidebar stays silent, use a window with one account only.',
        notNeeded: 'Not needed outside the sidebar.',
      },
    },
    memberships: { title: 'Permission to read memberships', details: permission('looking up') },
    sheet: { title: 'Permission for this spreadsheet', details: permission('reading and writing rows') },
    sidebar: { title: 'Permission for the sidebar', details: permission('the sidebar') },
    me: { title: 'Permission to know who “me” is', details: permission('the word “me”') },
    sideBySide: {
      title: 'Permission for requests side by side',
      details: permission('speed'),
    },
    continuing: {
      title: 'Permission to continue without the sidebar',
      details: permission('continuing alone'),
    },
    chatApi: {
      title: 'Google Chat API',
      details: {
        proven: 'It answers.',
        failed: 'It refuses every call.',
        notProven: 'No answer that would tell.',
        notNeeded: 'Not needed.',
      },
    },
    chatApp: {
      title: 'Chat app configured in the Cloud project',
      details: {
        proven: 'Configured.',
        failed: 'Not configured.',
        notProven: 'Reading works without it, so this was not shown either way.',
        notNeeded: 'Not needed.',
      },
    },
    space: {
      title: 'Reading memberships in the space you name',
      details: {
        proven: 'Memberships of this space can be read.',
        failed: 'Memberships of this space cannot be read.',
        notProven: 'Name a space you are in to prove it.',
        notNeeded: 'No space was named.',
      },
    },
    app: {
      title: 'Asking as the Chat app',
      details: {
        proven: 'The service account gives a token.',
        failed: 'No token for the service account.',
        notProven: 'Not looked at, since something before it failed.',
        notNeeded: 'You ask as another identity.',
      },
    },
    appInSpace: {
      title: 'The Chat app is in the space',
      details: {
        proven: 'It reads the space you name.',
        failed: 'It cannot read the space you name.',
        notProven: 'Name a space to prove it.',
        notNeeded: 'You ask as another identity.',
      },
    },
    admin: {
      title: 'Asking as an admin',
      details: {
        proven: 'Google accepts your admin rights.',
        failed: 'Google does not accept this call as an admin.',
        notProven: 'Name a space of your organisation to prove it.',
        notNeeded: 'You ask as another identity.',
      },
    },
  },
};

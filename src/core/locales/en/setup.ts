/** The set-up check: what each probe is about, and what each of its states means. */
import type { Build, ProbeState } from '../../contract';

type Details = Readonly<Record<ProbeState, string>>;

function permission(consequence: string): Details {
  return {
    proven: 'Granted.',
    failed: `Not granted. ${consequence}`,
    notProven: 'Not looked at.',
    notNeeded: 'Not needed.',
  };
}

export const setup = {
  title: 'Rollcall: set-up check',
  build: ({ version, hash }: Build) => `Version ${version}, build ${hash}, script of this sheet`,
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
    memberships: {
      title: 'Permission to read memberships',
      details: permission('Nothing can be looked up as yourself.'),
    },
    sheet: {
      title: 'Permission for this spreadsheet',
      details: permission('Answers cannot be written; the rest works.'),
    },
    sidebar: {
      title: 'Permission for the sidebar',
      details: permission('The sidebar cannot be shown; the functions in the script editor work.'),
    },
    me: {
      title: 'Permission to know who “me” is',
      details: permission('The word “me” is not understood; the rest works.'),
    },
    parallel: {
      title: 'Permission for requests side by side',
      details: permission('Rows are looked up one after another, which takes longer.'),
    },
    continuing: {
      title: 'Permission to continue without the sidebar',
      details: permission('A look-up does not go on by itself when the sidebar is closed.'),
    },
    spaceNames: {
      title: 'Permission for names of spaces',
      details: permission('Spaces are shown by their ids, and cannot be picked by name; links and ids work.'),
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
        notProven: 'Not shown either way: reading may work without it.',
        notNeeded: 'Not needed.',
      },
    },
    space: {
      title: 'Reading memberships in the space you name',
      details: {
        proven: 'Memberships of this space can be read.',
        failed: 'Memberships of this space cannot be read.',
        notProven: 'Not shown. Name a space you are in, and settle first what failed above.',
        notNeeded: 'No space was named.',
      },
    },
    app: {
      title: 'Asking as the Chat app',
      details: {
        proven: 'The service account gives a token.',
        failed: 'No token for the service account.',
        notProven: 'Not looked at: settle first what failed above.',
        notNeeded: 'Not used: you ask as another identity.',
      },
    },
    appInSpace: {
      title: 'The Chat app is in the space',
      details: {
        proven: 'It reads the space you name.',
        failed: 'It cannot read the space you name.',
        notProven: 'Not shown. Name a space, and settle first what failed above.',
        notNeeded: 'Not used: you ask as another identity.',
      },
    },
    admin: {
      title: 'Asking as a Workspace admin',
      details: {
        proven: 'Google accepts your admin rights.',
        failed: 'Google does not accept this call as a Workspace admin.',
        notProven: 'Not shown. Name a space of your organisation, and settle first what failed above.',
        notNeeded: 'Not used: you ask as another identity.',
      },
    },
  },
};

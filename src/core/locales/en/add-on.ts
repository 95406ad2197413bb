/** What Rollcall says otherwise where it is installed as an add-on: nobody there can open or change its code. */
import type { en } from '../en';
import type { Overlay } from '../overlay';

const PUBLISHER = 'Ask whoever publishes Rollcall in your organisation to';

export const addOn: Overlay<typeof en> = {
  job: {
    goesOn: 'The rest goes on by itself, about once an hour.',
    tooManyTriggers:
      'Google lets nobody have more than 20 triggers in one add-on, over all documents, and all are in use.',
  },
  setup: {
    build: ({ version, hash }) => `Version ${version}, build ${hash}, add-on of your organisation`,
    warning:
      'Nobody can change the code of this add-on from a sheet. Whoever can open this sheet can read the answers that are written into it.',
    probes: {
      sidebar: { details: { failed: 'Not granted. The sidebar cannot be shown.' } },
      continuing: {
        details: { proven: 'Granted. Google continues a job of an add-on at most once an hour.' },
      },
    },
  },
  problems: {
    scopeNotInManifest: {
      nextStep: `${PUBLISHER} add "https://www.googleapis.com/auth/{scopeName}" to oauthScopes in appsscript.json and publish a new version. Then run Rollcall again and grant access.`,
    },
    appScopesMissing: {
      nextStep: `${PUBLISHER} add "https://www.googleapis.com/auth/cloud-platform" to oauthScopes and "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts" to urlFetchWhitelist in appsscript.json and publish a new version. Then run Rollcall again and grant access.`,
    },
    adminScopesMissing: {
      nextStep: `${PUBLISHER} add "https://www.googleapis.com/auth/chat.admin.memberships.readonly" to oauthScopes in appsscript.json and publish a new version. Then run Rollcall again and grant access.`,
    },
    scopeInsufficient: {
      nextStep: `Run Rollcall again and tick every permission. If that does not help: ${PUBLISHER.toLowerCase()} check oauthScopes in appsscript.json.`,
    },
    notConfirmed: {
      cause: 'You have not read and confirmed the warning about who can read the answers.',
    },
    tooManyTriggers: {
      cause: 'Your account has no trigger left for this add-on; the documents of one person share 20.',
      nextStep:
        'Keep the sidebar open, or finish the jobs of other documents. Triggers can be deleted at https://script.google.com/home/triggers.',
    },
  },
};

/** Reads as the Chat app and as an admin. They need the lines in the manifest that --app and --admin add. */
function appCases_() {
  return [
    {
      id: 'app-email-alias',
      asks: 'May an app ask for a member by address?',
      needs: ['serviceAccount', 'appSpace', 'appSpaceAddress'],
      answer: ({ serviceAccount, appSpace, appSpaceAddress }) => {
        const read = () =>
          members_().get(`${appSpace}/members/${appSpaceAddress}`, {}, asApp_(serviceAccount));
        return statusOf_(read) === '200' ? 'works' : 'refused';
      },
    },
    {
      id: 'app-filter',
      asks: 'May an app filter a list?',
      needs: ['serviceAccount', 'appSpace'],
      answer: ({ serviceAccount, appSpace }) => {
        const read = () =>
          members_().list(appSpace, { filter: 'member.type = "HUMAN"' }, asApp_(serviceAccount));
        return statusOf_(read) === '200' ? 'works' : 'refused';
      },
    },
    {
      id: 'app-profile-fields',
      asks: 'Does an app see addresses and pictures?',
      needs: ['serviceAccount', 'appSpace'],
      answer: ({ serviceAccount, appSpace }) => {
        const { memberships } = members_().list(appSpace, { pageSize: 1000 }, asApp_(serviceAccount));
        return memberships.some(({ member }) => member && (member.email || member.avatarUrl))
          ? 'filled'
          : 'absent';
      },
    },
    {
      id: 'restricted-as-app',
      asks: 'What does an app get of a space that restricts its member list?',
      needs: ['serviceAccount', 'appRestrictedSpace'],
      answer: ({ serviceAccount, appRestrictedSpace }) => {
        let memberships = [];
        statusOf_(() => {
          ({ memberships = [] } = members_().list(appRestrictedSpace, {}, asApp_(serviceAccount)));
        });
        return memberships.length > 0 ? 'shown' : 'hidden';
      },
    },
  ];
}

/** Headers of a call as the app: a short-lived token of its service account, for which no key is needed. */
function asApp_(serviceAccount) {
  const { url, ...options } = authorised_(
    `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
  );
  const response = UrlFetchApp.fetch(url, {
    ...options,
    method: 'post',
    contentType: 'application/json',
    payload: JSON.stringify({ scope: ['https://www.googleapis.com/auth/chat.bot'], lifetime: '600s' }),
  });
  const { accessToken } = JSON.parse(response.getContentText());
  if (!accessToken) throw new Error(`No token: ${response.getResponseCode()}`);
  return { Authorization: `Bearer ${accessToken}` };
}

function adminCases_() {
  return [
    {
      id: 'admin-invited-get',
      asks: 'Does an admin see somebody who is invited?',
      needs: ['space', 'invitedAddress'],
      answer: ({ space, invitedAddress }) => {
        const name = `${space}/members/${invitedAddress}`;
        const status = statusOf_(() => members_().get(name, { useAdminAccess: true }));
        return status === '200' ? 'shown' : status;
      },
    },
  ];
}

/** Reads of the Chat API with user credentials, in the shapes of Google's published samples. */

/** One membership by its name. */
function showMembership(name) {
  const membership = Chat.Spaces.Members.get(name);
  console.log(membership);
  return membership;
}

/** Every page of a list, from a page token that is null at first. */
function listMembers(parent, filter) {
  const names = [];
  let response;
  let pageToken = null;
  do {
    response = Chat.Spaces.Members.list(parent, { pageSize: 3, filter: filter, pageToken: pageToken });
    if (!response.memberships || response.memberships.length === 0) {
      pageToken = response.nextPageToken;
      continue;
    }
    response.memberships.forEach((membership) => {
      console.info('%s is %s', membership.name, membership.state);
      names.push(membership.name);
    });
    pageToken = response.nextPageToken;
  } while (pageToken);
  return names;
}

/** A space, with the failure caught and logged. */
function showSpace(name) {
  try {
    const space = Chat.Spaces.get(name);
    console.log('Space display name: %s', space.displayName);
    return space.spaceType;
  } catch (err) {
    console.warn('Failed to get space with error %s', err.message);
    return err.details.code;
  }
}

/** Named spaces; no path part, so that the parameters come first. */
async function listNamedSpaces() {
  const names = [];
  let pageToken = null;
  do {
    const page = await Chat.Spaces.list({ filter: 'space_type = "SPACE"', pageSize: 2, pageToken });
    for (const { displayName } of page.spaces ?? []) names.push(displayName);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return names;
}

/** With a token of one's own in the headers, as app authentication does it. */
function showMembershipAs(name, token) {
  return Chat.Spaces.Members.get(name, {}, { Authorization: 'Bearer ' + token });
}

/** The same read without the advanced service. */
function fetchMembership(name) {
  const response = UrlFetchApp.fetch(`https://chat.googleapis.com/v1/${name}`, {
    method: 'get',
    headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
    muteHttpExceptions: true,
  });
  if (response.getResponseCode() !== 200) console.error(response.getContentText());
  return [
    response.getResponseCode(),
    JSON.parse(response.getContentText()).state,
    String(response.getHeaders()['Content-Type']),
  ];
}

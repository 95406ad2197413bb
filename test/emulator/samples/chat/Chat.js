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

/** Named spaces by the beginnings of words; no path part either. */
function findNamedSpaces(words) {
  const query = `display_name:"${words}" AND space_type = "SPACE"`;
  const { results } = Chat.Spaces.search({ query: query, orderBy: 'create_time DESC' });
  return (results ?? []).map(({ space }) => space.displayName);
}

/** New members of a space, from its events. */
function listNewMembers(parent, start) {
  const filter = `start_time="${start}" AND event_types:"google.workspace.chat.membership.v1.created"`;
  let pageToken = null;
  const names = [];
  do {
    const response = Chat.Spaces.SpaceEvents.list(parent, {
      filter: filter,
      pageSize: 10,
      pageToken: pageToken,
    });
    for (const { membershipCreatedEventData } of response.spaceEvents ?? []) {
      if (membershipCreatedEventData) names.push(membershipCreatedEventData.membership.name);
    }
    pageToken = response.nextPageToken;
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

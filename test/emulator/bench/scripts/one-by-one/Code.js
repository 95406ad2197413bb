/** The plain way of the bench: Google's samples put together, one request and one `appendRow` a row. */

/** Asks for every row of the open sheet: space in the first column, e-mail address in the second. */
function lookUpOneByOne() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const rows = sheet.getDataRange().getValues().slice(1);
  for (const [space, member] of rows) {
    try {
      const membership = Chat.Spaces.Members.get(`${space}/members/${member}`);
      sheet.appendRow([membership.name, membership.state, membership.role, membership.createTime]);
    } catch (error) {
      sheet.appendRow([`${space}/members/${member}`, error.message]);
    }
  }
}

/** Writes all members of a space below whatever stands in the open sheet. */
function listOneByOne(space) {
  const sheet = SpreadsheetApp.getActiveSheet();
  let pageToken;
  do {
    const page = Chat.Spaces.Members.list(space, { pageSize: 1000, pageToken });
    for (const { name, state, role, createTime } of page.memberships)
      sheet.appendRow([name, state, role, createTime]);
    pageToken = page.nextPageToken;
  } while (pageToken);
}

/**
 * The careful script of the bench: one read, one list a space, requests side by side, one write of the columns that Rollcall
 * writes. What it lacks: it cannot go on where it was stopped; one failed request stops it; rows that somebody sorts meanwhile
 * get the answers of others; it never says that somebody may be in through a group.
 */
const COLUMNS = 11;

/** Answers every row of the open sheet: space in the first column, e-mail address in the second. */
function lookUpWithoutSafety() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const rows = sheet.getDataRange().getValues().slice(1);
  const found = listAll_([...new Set(rows.map(([space]) => space))]);
  const open = rows.filter((row) => !found.has(row.join()));
  let sentAt = Date.now();
  while (open.length > 0) {
    // At most 15 reads a second in a space, and a tenth for those that overtake others on their way.
    Utilities.sleep(Math.max(0, sentAt + 1100 - Date.now()));
    sentAt = Date.now();
    const taken = new Map();
    const wave = open.filter(([space]) => taken.set(space, (taken.get(space) || 0) + 1).get(space) <= 15);
    for (const row of wave) open.splice(open.indexOf(row), 1);
    read_(wave.map(([space, member]) => `${space}/members/${member}`)).forEach((one, index) => {
      if (one.name) found.set(wave[index].join(), one);
    });
  }
  const cells = rows.map((row) => cellsOf_(found.get(row.join())));
  sheet.getRange(2, 3, cells.length, COLUMNS).setValues(cells);
}

/** Writes all members of a space into the open sheet, over whatever stands there. */
function listWithoutSafety(space) {
  const found = new Set(listAll_([space]).values());
  const cells = [...found].map(cellsOf_);
  const sheet = SpreadsheetApp.getActiveSheet();
  // A new sheet has 1,000 rows.
  sheet.insertRowsAfter(1, cells.length);
  sheet.getRange(2, 1, cells.length, COLUMNS).setValues(cells);
}

/** What a page would ask when it opens. */
function openWithoutSafety() {
  return SpreadsheetApp.getActiveRange().getValues();
}

/** Answers one question. */
function askWithoutSafety(space, member) {
  return read_([`${space}/members/${member}`])[0];
}

/** Writes one answer below all others. */
function writeWithoutSafety(space, member, membership) {
  SpreadsheetApp.getActiveSheet().appendRow([space, member, ...cellsOf_(membership)]);
}

/** Memberships by `space,address` and `space,id`: the pages of all spaces side by side. */
function listAll_(spaces) {
  const found = new Map();
  let pages = spaces.map((space) => ({ space, token: '' }));
  while (pages.length > 0) {
    const bodies = read_(
      pages.map(({ space, token }) => `${space}/members?pageSize=1000&pageToken=${token}`),
    );
    pages = bodies.flatMap(({ memberships = [], nextPageToken: token = '' }, index) => {
      const { space } = pages[index];
      for (const one of memberships)
        found.set(`${space},${one.member.email || one.member.name.slice(6)}`, one);
      return token === '' ? [] : [{ space, token }];
    });
  }
  return found;
}

function read_(paths) {
  const headers = { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` };
  const url = 'https://chat.googleapis.com/v1/';
  const requests = paths.map((path) => ({ url: url + path, headers, muteHttpExceptions: true }));
  return UrlFetchApp.fetchAll(requests).map((response) => JSON.parse(response.getContentText()));
}

function cellsOf_(one) {
  if (!one) return ['Not a member', ...Array(COLUMNS - 1).fill('')];
  const { member, role, affiliation, createTime, name } = one;
  const checked = new Date();
  return [
    'Member',
    '',
    member.displayName,
    role,
    affiliation,
    new Date(createTime),
    checked,
    member.email,
    name,
    'user',
    name,
  ];
}

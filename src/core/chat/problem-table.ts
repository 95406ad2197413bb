/** The one table of problems: for each code who can take the next step, the page to open, whether it may pass, whether it would repeat. */

/** Who can take the next step. */
export type Who = 'you' | 'spaceOwner' | 'workspaceAdmin' | 'cloudProjectOwner' | 'sheetOwner' | 'google';

/** A Google page that a problem may point to; its address is in `problem.ts`, its label in `words/`. */
export type Page =
  | 'chatApi'
  | 'chatConfiguration'
  | 'iamApi'
  | 'serviceAccounts'
  | 'adminApiControls'
  | 'adminRoles'
  | 'adminChat'
  | 'connections'
  | 'chat'
  | 'quotas'
  | 'status';

/** What is known of a problem by its code alone. */
export interface ProblemFacts {
  readonly who: Who;
  readonly page?: Page;
  /** May heal by itself: worth another try. */
  readonly passing?: true;
  /** Would meet every other request too: a job stops. */
  readonly repeats?: true;
  /** The cause is not certain: Google's own words are shown beside it. */
  readonly showOriginal?: true;
}

function table<K extends string>(rows: Readonly<Record<K, ProblemFacts>>): Readonly<Record<K, ProblemFacts>> {
  return rows;
}

export const PROBLEMS = table({
  // What was typed or pasted.
  nothingAsked: { who: 'you' },
  noSpace: { who: 'you' },
  noMember: { who: 'you' },
  twoSpaces: { who: 'you' },
  contradiction: { who: 'you' },
  memberInsteadOfSpace: { who: 'you', page: 'chat' },
  spaceInsteadOfMember: { who: 'you' },
  severalFound: { who: 'you' },
  notASpaceLink: { who: 'you', page: 'chat' },
  foreignLink: { who: 'you' },
  emailInsteadOfSpace: { who: 'you', page: 'chat' },
  unsafeId: { who: 'you' },
  invisibleCharacters: { who: 'you' },
  secretPasted: { who: 'you' },
  errorValue: { who: 'you' },
  tooLong: { who: 'you' },
  spaceUnreadable: { who: 'you' },
  memberUnreadable: { who: 'you' },
  emailMalformed: { who: 'you' },
  emailIncomplete: { who: 'you' },
  digitsLost: { who: 'you' },
  meUnknown: { who: 'you', page: 'connections' },
  meChanged: { who: 'you' },
  argumentUnreadable: { who: 'you' },
  answerOutdated: { who: 'you' },

  // What was selected.
  nothingSelected: { who: 'you' },
  notAGrid: { who: 'you' },
  noMembersFound: { who: 'you' },
  twoTables: { who: 'you' },
  columnsUnclear: { who: 'you' },
  mergedCells: { who: 'you' },
  datesColumn: { who: 'you' },
  nothingToAsk: { who: 'you' },
  selectionChanged: { who: 'you' },

  // Lists of members and of spaces.
  noRosterOpen: { who: 'you' },
  noSpacesSelected: { who: 'you' },
  noSpacesTab: { who: 'you' },
  directMessageUnconfirmed: { who: 'you' },
  spaceNameTwice: { who: 'you' },

  // The sheet.
  tabTaken: { who: 'you' },
  tabNameTaken: { who: 'you' },
  protectedCell: { who: 'sheetOwner' },
  valueRefused: { who: 'sheetOwner' },
  textTooLong: { who: 'you' },
  cellLimit: { who: 'sheetOwner', repeats: true },
  sheetGone: { who: 'you', repeats: true },
  columnGone: { who: 'you', repeats: true },
  columnTwice: { who: 'you', repeats: true },
  keyColumnGone: { who: 'you', repeats: true },
  cellsOverwritten: { who: 'you' },
  sheetChanged: { who: 'you', passing: true },
  questionMoved: { who: 'you' },
  answerChanged: { who: 'you' },
  compareNeedsPeople: { who: 'you' },
  compareTooLarge: { who: 'you' },
  noSpaces: { who: 'you' },
  noAnswers: { who: 'you' },
  spreadsheetDenied: { who: 'sheetOwner', repeats: true },

  // Jobs.
  leaseHeld: { who: 'you', passing: true },
  jobOpen: { who: 'you' },
  jobOpenAsOther: { who: 'you' },
  noJob: { who: 'you' },
  jobNewer: { who: 'you' },
  jobUnreadable: { who: 'you' },
  oldJobEnded: { who: 'you' },
  takeOverUnconfirmed: { who: 'you' },
  markersLeft: { who: 'sheetOwner' },
  markersSwept: { who: 'you' },
  eraseChanged: { who: 'you' },
  exportTooLarge: { who: 'you' },
  storeFull: { who: 'sheetOwner', repeats: true },

  // Consent and scopes.
  authorizationRequired: { who: 'you', repeats: true },
  scopeRefused: { who: 'you', page: 'connections', repeats: true },
  scopeNotInManifest: { who: 'sheetOwner', repeats: true },
  appScopesMissing: { who: 'sheetOwner', repeats: true },
  adminScopesMissing: { who: 'sheetOwner', repeats: true },
  scopeInsufficient: { who: 'you', page: 'connections', repeats: true },
  invalidScope: { who: 'sheetOwner', repeats: true },
  adminPolicy: { who: 'workspaceAdmin', page: 'adminApiControls', repeats: true },
  severalAccounts: { who: 'you', repeats: true },

  // As whom a call is made.
  appCannotSeeApps: { who: 'you' },
  appCannotSeeGroups: { who: 'you' },
  appCannotUseEmail: { who: 'you' },
  appSeesJoinedOnly: { who: 'you' },
  appNotInSpace: { who: 'spaceOwner', page: 'chat' },
  appNotApproved: { who: 'workspaceAdmin', page: 'adminApiControls', repeats: true },
  appInstallBlocked: { who: 'workspaceAdmin', page: 'adminChat', repeats: true },
  userOnly: { who: 'you', repeats: true },
  adminCannotSeeApps: { who: 'you' },
  adminNeeded: { who: 'workspaceAdmin', page: 'adminRoles', repeats: true },
  adminDenied: { who: 'workspaceAdmin', page: 'adminRoles', showOriginal: true },
  identityUnknown: { who: 'you' },
  notConfirmed: { who: 'you', repeats: true },
  privateKeyPasted: { who: 'you', page: 'serviceAccounts' },
  serviceAccountMissing: { who: 'you', page: 'serviceAccounts', repeats: true },
  serviceAccountMalformed: { who: 'you', page: 'serviceAccounts', repeats: true },
  serviceAccountUnknown: { who: 'cloudProjectOwner', page: 'serviceAccounts', repeats: true },
  tokenCreatorMissing: {
    who: 'cloudProjectOwner',
    page: 'serviceAccounts',
    repeats: true,
    showOriginal: true,
  },
  tokenUnreadable: { who: 'google', page: 'status', passing: true, repeats: true },
  iamApiOff: { who: 'cloudProjectOwner', page: 'iamApi', repeats: true },

  // The Chat API's refusals.
  apiOff: { who: 'cloudProjectOwner', page: 'chatApi', repeats: true },
  appNotConfigured: { who: 'cloudProjectOwner', page: 'chatConfiguration', repeats: true },
  cloudSwitchedOff: { who: 'workspaceAdmin', repeats: true },
  chatServiceMissing: { who: 'sheetOwner', repeats: true },
  chatTurnedOff: { who: 'workspaceAdmin', page: 'adminChat', repeats: true },
  workspaceOnly: { who: 'cloudProjectOwner', repeats: true },
  tokenInvalid: { who: 'you', repeats: true },
  noAccess: { who: 'spaceOwner', page: 'chat', showOriginal: true },
  memberListRestricted: { who: 'spaceOwner', page: 'chat', showOriginal: true },
  notFound: { who: 'you', showOriginal: true },
  noSuchMember: { who: 'you', showOriginal: true },
  spaceNotFound: { who: 'you', page: 'chat', showOriginal: true },
  malformedName: { who: 'you' },
  requestRefused: { who: 'you', showOriginal: true },
  rateLimited: { who: 'google', passing: true },
  apiQuotaUsedUp: { who: 'cloudProjectOwner', repeats: true },
  serverError: { who: 'google', page: 'status', passing: true },
  unavailable: { who: 'google', page: 'status', passing: true },

  // Answers that are none.
  answerUnreadable: { who: 'google', page: 'status', passing: true },
  otherMember: { who: 'you' },
  stateUnknown: { who: 'you' },
  stateMissing: { who: 'you' },
  groupUnconfirmed: { who: 'you' },

  // Apps Script itself.
  networkDown: { who: 'google', page: 'status', passing: true },
  timeout: { who: 'google', page: 'status', passing: true },
  dailyQuota: { who: 'you', page: 'quotas', repeats: true },
  tooOften: { who: 'you', page: 'quotas', passing: true },
  bandwidth: { who: 'you', page: 'quotas', passing: true },
  urlNotAllowed: { who: 'sheetOwner', repeats: true },
  requestTooLong: { who: 'you' },
  lockTimeout: { who: 'you', passing: true },
  tooManyTriggers: { who: 'you', repeats: true },
  noUserInterface: { who: 'you', repeats: true },
  spreadsheetTrouble: { who: 'google', page: 'status', passing: true },
  executionTimeout: { who: 'you', passing: true },
  connectionLost: { who: 'you', passing: true },

  unknown: { who: 'you', showOriginal: true },
});

export type ProblemCode = keyof typeof PROBLEMS;

/** Tells whether a text from outside is a code of this version. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.prototype.hasOwnProperty.call(PROBLEMS, code);
}

/** Problems that the Chat API or Apps Script reports: what happened, why, what to do. */

export const googleProblems = {
  apiOff: {
    happened: 'The Google Chat API is off.',
    cause: 'It is not enabled in {project}, or was enabled only a moment ago.',
    nextStep: 'Enable the API, wait a few minutes, then try again.',
  },
  appNotConfigured: {
    happened: 'The Chat app is not configured.',
    cause:
      'The API is on, but its configuration page (name, picture, description) in {project} was never saved.',
    nextStep: 'Fill in the configuration page and save it, then try again.',
  },
  cloudSwitchedOff: {
    happened: 'Google Cloud is switched off for your account.',
    cause: 'Your organisation does not allow Cloud projects, and the Chat API needs one.',
    nextStep: 'Ask an admin to turn on Google Cloud for you, or to name a project that you may use.',
  },
  chatServiceMissing: {
    happened: 'The script has no access to Google Chat.',
    cause: 'The advanced service “Chat” is not in its manifest.',
    nextStep: 'Add the service Google Chat API with the identifier Chat in the Apps Script editor.',
  },
  chatTurnedOff: {
    happened: 'Google Chat is turned off for this account.',
    cause: 'An admin has turned it off, or it is off in the settings of Gmail.',
    nextStep:
      'Ask an admin to turn on Chat; with a personal account, turn it on in the settings of Gmail under Chat and Meet.',
  },
  workspaceOnly: {
    happened: 'The Chat API is not available to this project.',
    cause: '{project} was set up with a personal Google account; Google asks for a Workspace account.',
    nextStep: 'Set up the Cloud project with a Google Workspace account.',
  },
  tokenInvalid: {
    happened: 'Google did not accept the sign-in.',
    cause: 'The token has ended or was withdrawn.',
    nextStep: 'Reload the sheet and try again; authorise Rollcall again if it asks.',
  },
  noAccess: {
    happened: 'Google refused to show this membership.',
    cause:
      'For {caller}, three things look the same: the space cannot be seen, it does not exist, or its member list is restricted.',
    nextStep:
      'Check the link. If it is right, ask an owner of the space to add you or to show the member list.',
  },
  memberListRestricted: {
    happened: 'Google refused to show the members of this space.',
    cause: 'The space itself can be read, so probably its member list is restricted.',
    nextStep:
      'Ask an owner of the space to let members see the member list; an admin of your Workspace can look it up as an admin.',
  },
  notFound: {
    happened: 'Google found nothing under this name.',
    cause: 'The space is unknown, or the member is; Google uses the same words for both.',
    nextStep: 'Check the link of the space and the id of the member.',
  },
  noSuchMember: {
    happened: 'Google knows no such membership.',
    cause: 'The member is not in the space, or the id is not one.',
    nextStep: 'Check the id of the member.',
  },
  spaceNotFound: {
    happened: 'The space was not found.',
    cause: 'It does not exist, was deleted, or cannot be seen by {caller}.',
    nextStep: 'Open the space in Google Chat and copy its link again.',
  },
  malformedName: {
    happened: 'Google cannot read this name.',
    cause: 'The id of the space or of the member is malformed.',
    nextStep: 'Copy the link or the id again.',
  },
  requestRefused: {
    happened: 'Google refused the request.',
    cause: "Something in it was not as Google expects; Google's own words follow.",
    nextStep:
      'Check the space and the member; if they are right, show these words to whoever looks after Rollcall in your organisation.',
  },
  rateLimited: {
    happened: 'Google asked to slow down.',
    cause: 'Too many requests came in a short time, for this project or this space, also from other apps.',
    nextStep: 'Wait a minute, then continue.',
  },
  apiQuotaUsedUp: {
    happened: "The day's quota of the Chat API is used up.",
    cause: '{project} may send no more requests today.',
    nextStep: 'Continue tomorrow, or raise the quota in the Cloud console.',
  },
  serverError: {
    happened: 'Google had an internal error.',
    cause: 'The fault is on the side of Google and usually passes.',
    nextStep: 'Try again in a few minutes.',
  },
  unavailable: {
    happened: 'Google Chat is not available right now.',
    cause: 'The service is overloaded or under repair.',
    nextStep: 'Try again in a few minutes.',
  },
  answerUnreadable: {
    happened: 'The answer could not be read.',
    cause:
      'What came back is not an answer of the Chat API; something in between may have cut or replaced it.',
    nextStep: 'Try again in a few minutes.',
  },
  otherMember: {
    happened: 'The answer is about somebody else.',
    cause: 'The membership that came back is not the one that was asked for.',
    nextStep: 'Enter the e-mail address or the user id instead, and try again.',
  },
  stateUnknown: {
    happened: 'The answer has a state that Rollcall does not know.',
    cause: 'Google gave {value}, which is newer than this version.',
    nextStep: 'Look into the space itself, and update Rollcall.',
  },
  stateMissing: {
    happened: 'The answer does not say whether the member has joined.',
    cause: 'Google left out the state of the membership.',
    nextStep: 'Look into the space itself, or try again later.',
  },
  groupUnconfirmed: {
    happened: 'Nothing was found for this group, which proves little.',
    cause: 'It is not certain that Google answers for a single group, even when it is in the space.',
    nextStep: 'Look into the member list of the space.',
  },

  networkDown: {
    happened: 'Google could not be reached.',
    cause: 'The connection failed before an answer came.',
    nextStep: 'Try again in a few minutes.',
  },
  timeout: {
    happened: 'Google took too long to answer.',
    cause: 'The request was given up.',
    nextStep: 'Try again in a few minutes.',
  },
  dailyQuota: {
    happened: "The day's quota of Apps Script is used up.",
    cause: 'Your account has used up this service of Apps Script for today.',
    nextStep: 'Continue tomorrow: the quota returns 24 hours after its first use.',
  },
  tooOften: {
    happened: 'Apps Script asked to slow down.',
    cause: 'A service was called too many times in a short time.',
    nextStep: 'Wait a minute, then continue.',
  },
  bandwidth: {
    happened: 'Apps Script moved too much data at once.',
    cause: 'The bandwidth quota of your account was exceeded.',
    nextStep: 'Wait a few minutes, then continue.',
  },
  urlNotAllowed: {
    happened: 'The script may not reach this address.',
    cause: 'It is not in the urlFetchWhitelist of appsscript.json.',
    nextStep: "Restore Rollcall's own appsscript.json.",
  },
  requestTooLong: {
    happened: 'The request is too long.',
    cause: 'Apps Script limits the length of addresses and bodies.',
    nextStep: 'Shorten the space or the member.',
  },
  lockTimeout: {
    happened: 'The sheet is busy.',
    cause: 'Another run of Rollcall is writing at this moment.',
    nextStep: 'Try again in a moment.',
  },
  tooManyTriggers: {
    happened: 'The look-up cannot go on by itself.',
    cause: 'Your account has no trigger left for this script.',
    nextStep: 'Keep the sidebar open, or delete triggers that you no longer need in the Apps Script editor.',
  },
  noUserInterface: {
    happened: 'Menus and sidebars cannot be shown here.',
    cause: 'The function was started without an open spreadsheet.',
    nextStep: 'Open the spreadsheet and use the Rollcall menu.',
  },
  spreadsheetTrouble: {
    happened: 'Google Sheets had an error.',
    cause: 'The fault is on the side of Google and usually passes.',
    nextStep: 'Try again in a few minutes.',
  },
  executionTimeout: {
    happened: 'The run was stopped.',
    cause: 'Apps Script lets a run take at most 6 minutes.',
    nextStep: 'Continue: what was written stays, and the rest is looked up.',
  },
  connectionLost: {
    happened: 'The sidebar lost its connection.',
    cause: 'Your network or Google did not answer; the work may have been done nevertheless.',
    nextStep: 'Check your connection, then try again.',
  },
  unknown: {
    happened: 'Something went wrong that Rollcall does not know.',
    cause: "Google's own words, if there are any, follow.",
    nextStep:
      'Try again. If it stays, show this message to whoever looks after Rollcall in your organisation.',
  },
};

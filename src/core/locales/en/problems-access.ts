/** Problems with consent and with the identity of a call: what happened, why, what to do. */

export const accessProblems = {
  authorizationRequired: {
    happened: 'Rollcall is not authorised yet.',
    cause: 'You have not granted it anything, or the authorisation has ended.',
    nextStep: 'Choose an item of the Rollcall menu and grant access, then try again.',
  },
  scopeRefused: {
    happened: 'A permission is missing for {feature}.',
    cause: '{scope} was not granted when Rollcall asked for it.',
    nextStep: 'Grant it and try again. Everything else goes on working without it.',
  },
  scopeNotInManifest: {
    happened: 'The script does not ask for a permission that it needs for {feature}.',
    cause: '{scope} is not listed in appsscript.json.',
    nextStep:
      'In appsscript.json add "https://www.googleapis.com/auth/{scopeName}" to oauthScopes, save, then run Rollcall again and grant access.',
  },
  appScopesMissing: {
    happened: 'The script may not ask as the Chat app yet.',
    cause: 'This needs lines that are not in the default appsscript.json, or you have not granted them.',
    nextStep:
      'In appsscript.json add "https://www.googleapis.com/auth/cloud-platform" to oauthScopes and "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts" to urlFetchWhitelist, save, then run Rollcall again and grant access.',
  },
  adminScopesMissing: {
    happened: 'The script may not ask as a Workspace admin yet.',
    cause: 'This needs lines that are not in the default appsscript.json, or you have not granted them.',
    nextStep:
      'In appsscript.json add "https://www.googleapis.com/auth/chat.admin.memberships.readonly" to oauthScopes, save, then run Rollcall again and grant access.',
  },
  scopeInsufficient: {
    happened: 'Google refused the call: a permission is missing for {feature}.',
    cause: '{scope} was not granted, or is not listed in appsscript.json.',
    nextStep: 'Run Rollcall again and tick every permission; then check oauthScopes in appsscript.json.',
  },
  invalidScope: {
    happened: 'Google does not accept the permissions that the script asks for.',
    cause: 'A scope in appsscript.json is misspelt or not allowed for people, such as chat.bot.',
    nextStep: 'Correct oauthScopes in appsscript.json.',
  },
  adminPolicy: {
    happened: 'Your organisation blocks this script.',
    cause: 'An admin does not allow it to read data of Google Chat (admin_policy_enforced).',
    nextStep: 'Ask an admin to trust the script under Security > API controls.',
  },
  severalAccounts: {
    happened: 'The sidebar and the sheet use different accounts.',
    cause:
      'Several Google accounts are signed in in this browser; the sidebar then may speak as another one.',
    nextStep: 'Open the sheet in a browser profile or private window with one account only.',
  },
  appCannotSeeApps: {
    happened: 'The Chat app cannot look up apps.',
    cause: 'Google shows memberships of apps to people only, not even its own to an app.',
    nextStep: 'Ask as yourself: choose “You” in the settings.',
  },
  appCannotSeeGroups: {
    happened: 'The Chat app cannot look up groups.',
    cause: 'Google shows memberships of groups to people only.',
    nextStep: 'Ask as yourself: choose “You” in the settings.',
  },
  appCannotUseEmail: {
    happened: 'The Chat app got no answer for an e-mail address.',
    cause: 'Google does not promise apps that people are found by address, so this proves nothing.',
    nextStep: "Enter the person's numeric user id, or ask as yourself.",
  },
  appSeesJoinedOnly: {
    happened: 'The Chat app found nobody, which proves little.',
    cause: 'An app may see only people who have joined: no invited people, no groups, no apps.',
    nextStep: 'Ask as yourself to be certain: choose “You” in the settings.',
  },
  appNotInSpace: {
    happened: 'The Chat app is not in this space.',
    cause:
      'It was never added or was removed; or the service account belongs to another Cloud project than the app that was added.',
    nextStep: 'Add the app to the space and check the service account in the settings. Or ask as yourself.',
  },
  appNotApproved: {
    happened: 'The Chat app lacks the approval of an admin.',
    cause: 'It uses a permission that only an admin can grant.',
    nextStep: 'Ask an admin to approve the app, or ask as yourself.',
  },
  appInstallBlocked: {
    happened: 'The Chat app cannot be installed.',
    cause: 'Your organisation does not allow this Chat app.',
    nextStep: 'Ask an admin to allow Chat apps, or this one.',
  },
  userOnly: {
    happened: 'The Chat app may not ask this.',
    cause: 'Google answers this call to people only.',
    nextStep: 'Ask as yourself: choose “You” in the settings.',
  },
  adminCannotSeeApps: {
    happened: 'Admin access cannot answer this for certain.',
    cause: 'Google shows admins no memberships of apps, and an id may belong to an app.',
    nextStep: 'For a person, enter the e-mail address; for an app, ask as yourself.',
  },
  adminNeeded: {
    happened: 'Only a Workspace admin can ask this.',
    cause: 'Your account does not have the admin privilege for Google Chat.',
    nextStep:
      'Ask a super admin for the privilege to manage Chat and spaces conversations, or ask as yourself.',
  },
  adminDenied: {
    happened: 'Google refused the call as a Workspace admin.',
    cause:
      'Either your account lacks the privilege to manage Chat and spaces conversations, or the space belongs to another organisation or does not exist.',
    nextStep: 'Check the space; then ask a super admin for the privilege. Or ask as yourself.',
  },
  identityUnknown: {
    happened: 'It is not clear as whom to ask.',
    cause: 'Rollcall knows three: user, app and admin.',
    nextStep:
      'Call the function with "user", "app" or "admin", or leave this out to ask as your settings say.',
  },
  notConfirmed: {
    happened: 'This identity is not switched on for this sheet.',
    cause: 'You have not read and confirmed the warning about people who can edit the script.',
    nextStep: 'Open the settings, read the warning and confirm it.',
  },
  privateKeyPasted: {
    happened: 'This is a private key. It was not stored.',
    cause: 'Rollcall needs only the address of the service account, never its key.',
    nextStep: 'Delete this key in the Cloud console, since it has been copied, and enter the address only.',
  },
  serviceAccountMissing: {
    happened: 'No service account is named.',
    cause: 'To ask as the Chat app, Rollcall borrows the rights of its service account.',
    nextStep: 'Enter the e-mail address of the service account in the settings.',
  },
  serviceAccountMalformed: {
    happened: '{value} is not the address of a service account.',
    cause: 'Such an address ends with gserviceaccount.com.',
    nextStep: 'Copy the address from the list of service accounts in the Cloud console.',
  },
  serviceAccountUnknown: {
    happened: 'The service account was not found.',
    cause: 'The address has a typo, or the account was deleted or belongs to another project.',
    nextStep: 'Compare the address with the list of service accounts in the Cloud console.',
  },
  tokenCreatorMissing: {
    happened: 'You may not act as this service account.',
    cause:
      'Either you lack the role “Service Account Token Creator” on it (being project owner is not enough), or the account does not exist.',
    nextStep: 'Ask the owner of the Cloud project for that role, and check the address.',
  },
  tokenUnreadable: {
    happened: 'Google gave no usable token for the Chat app.',
    cause: 'The answer was not what it should be.',
    nextStep: 'Try again in a few minutes.',
  },
  iamApiOff: {
    happened: 'The IAM Service Account Credentials API is off.',
    cause: 'It is not enabled in {project}, and Rollcall needs it to ask as the Chat app.',
    nextStep: 'Enable it, wait a few minutes, then try again.',
  },
};

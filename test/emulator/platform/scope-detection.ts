/** The scopes of a script whose manifest names none: Apps Script finds them in its text. */

const PREFIX = 'https://www.googleapis.com/auth/';

/** What in a script asks for which scope. The Chat service is not among them: its scopes must be named. */
const ASKED_BY: readonly (readonly [pattern: RegExp, scope: string])[] = [
  [/\bUrlFetchApp\b/, 'script.external_request'],
  [/\.(?:showSidebar|showModalDialog)\b/, 'script.container.ui'],
  [/\.(?:newTrigger|getProjectTriggers|deleteTrigger)\b/, 'script.scriptapp'],
  [/\.(?:getActiveUser|getEffectiveUser)\b/, 'userinfo.email'],
];

/** Finds the scopes, in full. `@OnlyCurrentDoc` in a comment narrows the one for spreadsheets. */
export function detectScopes(scripts: readonly { readonly source: string }[]): readonly string[] {
  const text = scripts.map(({ source }) => source).join('\n');
  const sheets = text.includes('@OnlyCurrentDoc') ? 'spreadsheets.currentonly' : 'spreadsheets';
  return [
    ...(/\bSpreadsheetApp\b/.test(text) ? [sheets] : []),
    ...ASKED_BY.filter(([pattern]) => pattern.test(text)).map(([, scope]) => scope),
  ].map((scope) => PREFIX + scope);
}

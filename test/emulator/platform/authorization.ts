/** Which scopes a script may use: what each service member needs, what its manifest asks for, what each user granted. */
import { ScriptException, type Running } from './host';
import { platformMessage } from './messages';

const PREFIX = 'https://www.googleapis.com/auth/';
const SHEETS = ['spreadsheets.currentonly', 'spreadsheets'];

/**
 * Scopes by service or by member: any one of a list is enough. A member that is not listed needs none.
 * Sources: the reference page of each class ("Authorization"), and permission messages quoted in public reports.
 */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  SpreadsheetApp: SHEETS,
  Spreadsheet: SHEETS,
  Sheet: SHEETS,
  Range: SHEETS,
  RangeList: SHEETS,
  DeveloperMetadata: SHEETS,
  DeveloperMetadataFinder: SHEETS,
  'Ui.showSidebar': ['script.container.ui'],
  'Ui.showModalDialog': ['script.container.ui'],
  'Ui.alert': [],
  'Session.getActiveUser': ['userinfo.email'],
  'Session.getEffectiveUser': ['userinfo.email'],
  UrlFetchApp: ['script.external_request'],
  'ScriptApp.newTrigger': ['script.scriptapp'],
  'ScriptApp.getProjectTriggers': ['script.scriptapp'],
  'ScriptApp.deleteTrigger': ['script.scriptapp'],
};

/** Members of SpreadsheetApp that a simple trigger may not reach are few; dialogs are the ones that matter here. */
const FORBIDDEN_IN_TRIGGER = [
  'Ui.showSidebar',
  'Ui.showModalDialog',
  'Ui.alert',
  'Ui.prompt',
  'UrlFetchApp',
  'Chat',
];

/** All that an add-on may reach which is installed and not used in the document yet [doc]; beside these the user's language. */
const ALLOWED_IN_NONE = ['Ui.require', 'Ui.addMenu', 'HtmlService', 'Logger', 'console', 'Utilities'];

/** What a permission message calls a host member that scripts reach by another name. */
const AS_SCRIPTS_CALL = (member: string): string =>
  member.startsWith('SpreadsheetApp.') ? 'SpreadsheetApp.getActiveSpreadsheet' : member;

const HELP = 'https://developers.google.com/apps-script/guides/support/troubleshooting#authorization-is';

/** Grants of every user of one script. */
export class Authorization {
  private readonly granted = new Map<string, Set<string>>();

  /** @param manifest Scopes that the manifest asks for, in full. */
  constructor(
    readonly manifest: readonly string[],
    private readonly refused: () => readonly string[],
  ) {}

  /** Whether the user has been through the consent screen; not needed where the manifest asks for nothing. */
  asked(user: string): boolean {
    return this.granted.has(user) || this.manifest.length === 0;
  }

  /** What the user ticked on the consent screen. */
  answer(user: string, scopes: readonly string[]): void {
    const refused = this.refused();
    this.granted.set(
      user,
      new Set(
        this.manifest.filter((scope) => scopes.includes(scope) && !refused.includes(shortScope(scope))),
      ),
    );
  }

  /** Takes the script's access back: it asks again. */
  forget(user: string): void {
    this.granted.delete(user);
  }

  /** As for a script that nobody has met yet. */
  forgetAll(): void {
    this.granted.clear();
  }

  /** Scopes that the user has granted. */
  of(user: string): ReadonlySet<string> {
    return this.granted.get(user) ?? new Set();
  }

  set(user: string, scope: string, granted: boolean): void {
    const full = scope.startsWith('https:') ? scope : PREFIX + scope;
    if (!this.granted.has(user)) this.answer(user, this.manifest);
    if (granted && this.manifest.includes(full)) this.granted.get(user)?.add(full);
    if (!granted) this.granted.get(user)?.delete(full);
  }

  /** Throws Google's message where the member needs a scope that is not granted. */
  check({ user, mode, locale }: Pick<Running, 'user' | 'mode' | 'locale'>, member: string): void {
    const service = member.split('.')[0] ?? member;
    if (mode === 'NONE' && !ALLOWED_IN_NONE.includes(member) && !ALLOWED_IN_NONE.includes(service)) {
      throw new ScriptException(platformMessage(locale, 'authorizationRequired'));
    }
    if (
      mode !== 'FULL' &&
      (FORBIDDEN_IN_TRIGGER.includes(member) || FORBIDDEN_IN_TRIGGER.includes(service))
    ) {
      throw refusal(locale, member, NEEDS[member] ?? NEEDS[service] ?? [], true);
    }
    const needs = NEEDS[member] ?? NEEDS[service] ?? [];
    // A simple trigger works on its own spreadsheet without any grant.
    if (needs.length === 0 || (mode !== 'FULL' && needs === SHEETS)) return;
    const granted = this.of(user);
    if (needs.some((scope) => granted.has(PREFIX + scope))) return;
    const inManifest = needs.some((scope) => this.manifest.includes(PREFIX + scope));
    throw refusal(locale, AS_SCRIPTS_CALL(member), needs, inManifest);
  }
}

/** A scope without the prefix that all of Google's share. */
export function shortScope(scope: string): string {
  return scope.startsWith(PREFIX) ? scope.slice(PREFIX.length) : scope;
}

function refusal(
  locale: string,
  member: string,
  needs: readonly string[],
  inManifest: boolean,
): ScriptException {
  const full = needs.map((scope) => PREFIX + scope);
  const scopes = full.length > 1 ? `(${full.join(' || ')})` : full.join('');
  const key = inManifest ? 'notPermitted' : 'notInManifest';
  return new ScriptException(platformMessage(locale, key, { member, scopes, help: HELP }));
}

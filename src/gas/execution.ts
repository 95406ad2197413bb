/** The composition root: what one execution has at hand. Everything is made when it is first asked for; loading the script touches no service. */
import { USER, type Identity } from '../core/chat/identity';
import { judgeFailure, problemOf, ProblemError, type Problem } from '../core/chat/problem';
import type { CurrentUser } from '../core/chat/reference';
import type { Membership } from '../core/chat/membership';
import type { ProblemText, RosterChange, Settings } from '../core/contract';
import type { Execution } from '../core/execution';
import { catalogueFor, type Catalogue } from '../core/locales/catalogue';
import type { ChatPort, ContinuationPort, JobStorePort, WorkbookPort } from '../core/ports';
import { missingCode, missingFrom, type Feature } from '../core/setup/consent';
import { identityOf, isIdentity, readSettings, DEFAULT_SETTINGS } from '../core/setup/settings';
import { appToken, forgetAppToken } from './app-token';
import { BUILD, TARGET } from './build';
import { chatPort } from './chat';
import { failureFrom } from './failure';
import { openJobStore, OWNER_KEY } from './job-store';
import { continuationPort, isTrigger, triggerKey, type StartedBy } from './trigger';
import { documentId, UserProperties } from './user-properties';
import { openWorkbook } from './workbook';

/** An execution may run 6 minutes [doc]; the rest is for writing what was answered. */
const EXECUTION_MS = 5.5 * 60_000;
/** As many editors as a warning can name. */
const MOST_EDITORS = 200;
/** What the key of every property of ours begins with. */
const KEYS = 'rollcall.';
/** These may be missing from the manifest, which is right until somebody needs them: the problem names the lines to add. */
const MISSING_CODES: Readonly<Partial<Record<Feature, Problem['code']>>> = {
  app: 'appScopesMissing',
  admin: 'adminScopesMissing',
};
/** Problems that the grant page can heal. */
const GRANTABLE = new Set<Problem['code']>([
  'scopeRefused',
  'authorizationRequired',
  'scopeInsufficient',
  'meUnknown',
  'appScopesMissing',
  'adminScopesMissing',
]);

/** One execution on Apps Script. */
export class ScriptExecution implements Execution {
  readonly build = BUILD;
  readonly readsPerMinute = TARGET.readsPerMinute;
  readonly deadline = Date.now() + EXECUTION_MS;
  readonly clock = {
    now: () => Date.now(),
    sleep: (milliseconds: number) => {
      Utilities.sleep(milliseconds);
    },
  };
  readonly random = { next: () => Math.random() };
  readonly notices: Problem[] = [];
  readonly changes: RosterChange[] = [];
  onMemberships: ((memberships: readonly Membership[]) => void) | undefined;
  readonly continuation: ContinuationPort;
  readonly workbook: WorkbookPort = openWorkbook();
  readonly chat: ChatPort;
  readonly store: JobStorePort;
  readonly currentUser: CurrentUser;

  private readonly properties = new UserProperties();
  private readonly authorization = once(readAuthorization);
  private readonly loadCatalogue = once(() => catalogueFor(Session.getActiveUserLocale(), TARGET.id));
  private readonly loadSettings = once(() => (this.canReadSheet() ? this.readSettings() : DEFAULT_SETTINGS));
  private readonly timeZone = once(() =>
    this.canReadSheet()
      ? SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()
      : Session.getScriptTimeZone(),
  );
  /** As whom this execution was told to ask, where it was. */
  private told: Identity | null = null;

  constructor(private readonly startedBy: StartedBy = 'person') {
    this.store = openJobStore(this.properties);
    this.continuation = continuationPort(TARGET, this.properties, startedBy);
    this.chat = chatPort({
      isParallel: once(() => this.missingScopes(['parallel']).length === 0),
      tokenOf: (identity) => this.tokenOf(identity),
    });
    const me = once(() => this.readMe());
    this.currentUser = {
      get me() {
        return me();
      },
    };
  }

  get catalogue(): Catalogue {
    return this.loadCatalogue();
  }

  get settings(): Settings {
    return this.loadSettings();
  }

  get identity(): Identity {
    return isTrigger(this.startedBy) ? USER : (this.told ?? identityOf(this.settings));
  }

  askAs(as: unknown): void {
    if (as === undefined || as === null) return;
    if (!isIdentity(as)) throw new ProblemError(problemOf('identityUnknown'));
    const confirmed = identityOf(this.settings);
    if (as !== 'user' && as !== confirmed.as) throw new ProblemError(problemOf('notConfirmed'));
    this.told = as === 'user' ? USER : confirmed;
  }

  missingScopes(features: readonly Feature[]): readonly string[] {
    return missingFrom(this.authorization().granted, features);
  }

  requireFeature(feature: Feature): void {
    const [scope] = this.missingScopes([feature]);
    if (scope === undefined) return;
    const code = MISSING_CODES[feature] ?? missingCode(this.grantUrl());
    throw new ProblemError(problemOf(code, { scope }));
  }

  grantUrl(): string | null {
    return this.authorization().url;
  }

  seesSpaces({ as }: Identity): boolean {
    // The app's own permission covers them.
    return as === 'app' || this.missingScopes([as === 'user' ? 'spaceNames' : 'adminSpaces']).length === 0;
  }

  formatTime(milliseconds: number, pattern: string): string {
    return Utilities.formatDate(new Date(milliseconds), this.timeZone(), pattern);
  }

  problemFrom(error: unknown): Problem {
    if (error instanceof ProblemError) return error.problem;
    const problem = judgeFailure(failureFrom(error), { identity: USER });
    // The sentence that tells the two apart is in the person's language; the authorization needs no words.
    if (problem.code !== 'scopeRefused') return problem;
    return problemOf(missingCode(this.grantUrl()), problem.params);
  }

  problemText(problem: Problem): ProblemText {
    const text = this.catalogue.problemText(this.withLocalTime(problem));
    const url = GRANTABLE.has(problem.code) ? this.grantUrl() : null;
    return url === null ? text : { ...text, link: { url, label: this.catalogue.phrases.grant } };
  }

  saveSettings(settings: Settings): void {
    if (identityOf(this.settings).as === 'app' || settings.as === 'app') forgetAppToken();
    this.properties.set(settingsKey(), JSON.stringify(settings));
  }

  forget(): void {
    for (const key of [settingsKey(), triggerKey()]) this.properties.remove(key);
    // Jobs of this person in other documents are known by it.
    if (!TARGET.manyDocuments) this.properties.remove(OWNER_KEY);
    const store = PropertiesService.getDocumentProperties();
    for (const key of Object.keys(store.getProperties())) {
      if (key.startsWith(KEYS)) store.deleteProperty(key);
    }
    forgetAppToken();
  }

  editors(): readonly string[] | null {
    try {
      const editors = SpreadsheetApp.getActiveSpreadsheet().getEditors();
      const addresses = editors.map((editor) => editor.getEmail()).filter((address) => address !== '');
      return addresses.length === 0 ? null : addresses.slice(0, MOST_EDITORS);
    } catch {
      return null;
    }
  }

  print(text: string): void {
    Logger.log(text);
  }

  /** A problem's time, in the sheet's zone. */
  private withLocalTime(problem: Problem): Problem {
    const since = Date.parse(problem.params.since ?? '');
    if (Number.isNaN(since)) return problem;
    const local = this.formatTime(since, this.catalogue.card.timePattern);
    return { ...problem, params: { ...problem.params, since: local } };
  }

  private canReadSheet(): boolean {
    return this.missingScopes(['sheet']).length === 0;
  }

  private readSettings(): Settings {
    return readSettings(this.properties.get(settingsKey()));
  }

  /** Only asked for when somebody types `me`; null where the address is hidden. */
  private readMe(): string | null {
    this.requireFeature('me');
    const address = Session.getActiveUser().getEmail();
    return address === '' ? null : address;
  }

  /** The app's token; null for a person, whose own goes with every call. */
  private tokenOf(identity: Identity): string | null {
    if (identity.as === 'app') {
      this.requireFeature('app');
      return appToken(identity.serviceAccount);
    }
    this.requireFeature(identity.as === 'user' ? 'memberships' : 'admin');
    return null;
  }
}

/** A script copied with its sheet starts without settings: a confirmation holds for one sheet. */
function settingsKey(): string {
  return `rollcall.settings.${documentId()}`;
}

interface Authorization {
  readonly granted: ReadonlySet<string>;
  /** Where what the manifest asks for can be granted; null where all of it is, or Google names no page. */
  readonly url: string | null;
}

/**
 * What the person has granted of the manifest's scopes. No list of scopes is given: whether Google accepts one that holds scopes
 * of no manifest is not established, and without a list it names all that are granted [doc].
 */
function readAuthorization(): Authorization {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return { granted: new Set(info.getAuthorizedScopes() ?? []), url: info.getAuthorizationUrl() };
}

/** Makes something the first time it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

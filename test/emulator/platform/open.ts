/** Opens the emulator: one script, one spreadsheet, its users, on the emulated Google APIs. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { seededRandom } from '../random';
import type { Scenario } from '../scenario/scenario';
import type { EditorWindow, Emulator, EmulatorOptions } from '../emulator';
import { ADVANCED_SERVICES } from './advanced-services';
import { Authorization } from './authorization';
import { formatDate } from './date-pattern';
import type { Call, Entry, ExecutionResult, LogLine } from './execution';
import { GoogleHttp } from './google-http';
import { ExecutionEnd, type AuthMode, type HostService, type Running } from './host';
import { Locks } from './locks';
import { platformMessage } from './messages';
import { copyArguments, pageError, PageQueue } from './page-calls';
import { loadProject } from './project';
import { run, type RunResult } from './run';
import { detectScopes } from './scope-detection';
import { Book } from './spreadsheet/book';
import { manualEditorOf } from './spreadsheet/manual-editor';
import { lockTab } from './spreadsheet/guard';
import { spreadsheetHost } from './spreadsheet/host';
import { Caches, PropertyStores } from './stores';
import { Threads, type ScriptContext } from './thread';
import { timeOf, Triggers } from './triggers';
import { NOBODY_WATCHING, userInterface } from './user-interface';

const LIMITS = { executionMs: 6 * 60_000, simpleTriggerMs: 30_000 };
const CONSENT_URL = 'https://accounts.google.com/o/oauth2/auth';
const MODES: Readonly<Record<Entry, AuthMode>> = {
  onOpen: 'LIMITED',
  onInstall: 'FULL',
  editor: 'FULL',
  menu: 'FULL',
  sidebar: 'FULL',
  trigger: 'FULL',
};

/** Opens a project. Throws an error that names the file where the project cannot be loaded. */
export function openEmulator(options: EmulatorOptions): Emulator {
  const { workspace, clock, apis, window = NOBODY_WATCHING, watchdogMs } = options;
  let { scenario } = options;
  const project = loadProject(options.project);
  const { manifest } = project;
  // A script's `Date` lives in the script's zone. A zone is a process's: what runs here on a zone of its own names it.
  process.env.TZ = manifest.timeZone;
  const people = new Map(workspace.people.map((person) => [person.name, person]));
  const emailOf = (user: string): string => people.get(user)?.email ?? '';

  const authorization = new Authorization(
    manifest.oauthScopes ?? detectScopes(project.scripts),
    () => scenario.refusedScopes,
  );
  const threads = new Threads(options.runtime, clock, isReal(clock));
  const properties = new PropertyStores();
  const caches = new Caches(clock);
  const locks = new Locks(clock);
  const triggers = new Triggers(clock);
  const cloudLog: string[] = [];
  const logs = new Map<number, LogLine[]>();
  const book = new Book({
    id: 'emulator-spreadsheet',
    name: options.name ?? 'Rollcall',
    locale: scenario.spreadsheetLocale,
    timeZone: scenario.timeZone,
    editors: workspace.people.flatMap(({ email }) => email ?? []).slice(0, 3),
  });
  const sheets = spreadsheetHost(book, clock);
  const lockMemberships = lockTab(book, 'Memberships', () =>
    scenario.faultPresets.includes('protected-sheet'),
  );
  const tokenOf = ({ user }: Running): string =>
    apis.issueToken({ user, scopes: [...authorization.of(user)] });
  const http = new GoogleHttp({
    apis,
    whitelist: manifest.urlFetchWhitelist,
    scenario: () => scenario,
    random: seededRandom(options.seed ?? 1),
    tokenOf,
    clock,
  });
  const advanced = manifest.dependencies?.enabledAdvancedServices ?? [];
  const pageQueue = new PageQueue();
  let executions = 0;

  const missingOf = (user: string, scopes: readonly string[]): readonly string[] =>
    scopes.filter((scope) => !authorization.of(user).has(scope));

  const services = new Map<string, HostService>(
    Object.entries({
      ...sheets.services,
      Ui: userInterface(locks),
      Properties: properties.service,
      Cache: caches.service,
      Lock: locks.service,
      UrlFetchApp: http.urlFetch,
      ...Object.fromEntries(advanced.map(({ userSymbol }) => [userSymbol, http.advanced])),
      HtmlService: { read: (_: Running, name: string) => project.pages.get(name) ?? '' },
      Logger: logService('Logger'),
      console: logService('console'),
      Session: {
        getActiveUser: ({ email }: Running) => email,
        getEffectiveUser: ({ email }: Running) => email,
      },
      Utilities: {
        sleep: (_: Running, milliseconds: number) => clock.sleep(milliseconds),
        getUuid: () => (options.seed === undefined ? randomUUID() : seededUuid()),
        formatDate: (_: Running, time: number, timeZone: string, pattern: string) =>
          formatDate(new Date(time), timeZone, pattern),
      },
      ScriptApp: {
        getOAuthToken: tokenOf,
        getAuthorizationInfo: ({ user }: Running, _mode: string, scopes: readonly string[] | null) => {
          const asked = scopes ?? authorization.manifest;
          const missing = missingOf(user, asked);
          const granted = asked.filter((scope) => !missing.includes(scope));
          return { missing, granted, url: missing.length > 0 ? CONSENT_URL : null };
        },
        requireScopes: async (running: Running, _mode: string, scopes: readonly string[] | null) => {
          const { user } = running;
          const missing = missingOf(user, scopes ?? authorization.manifest);
          if (missing.length === 0) return;
          for (const scope of (await running.window.consent(missing)) ?? [])
            authorization.set(user, scope, true);
          throw new ExecutionEnd('needsConsent', platformMessage(running.locale, 'authorizationRequired'));
        },
        newTrigger: triggers.service.create,
        getProjectTriggers: triggers.service.list,
        deleteTrigger: triggers.service.delete,
      },
    } as unknown as Readonly<Record<string, HostService>>),
  );

  function logService(from: LogLine['from']): HostService {
    const write = (level: LogLine['level']) => (running: Running, text: string) => {
      running.log({ from, level, text });
    };
    return {
      log: write('log'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    };
  }

  const uuids = seededRandom((options.seed ?? 1) + 7);
  function seededUuid(): string {
    const hex = Array.from({ length: 32 }, () => Math.floor(uuids() * 16).toString(16)).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  async function execute(call: Call, event: Readonly<Record<string, unknown>> | null): Promise<RunResult> {
    const user = call.user ?? workspace.caller;
    executions += 1;
    const id = executions;
    const mode = MODES[call.entry];
    const lines: LogLine[] = [];
    logs.set(id, lines);
    const running: Running = {
      id,
      user,
      email: emailOf(user),
      entry: call.entry,
      mode,
      locale: scenario.locale,
      window: call.window ?? window,
      log: (line) => {
        lines.push(line);
        if (line.from === 'console') cloudLog.push(line.text);
      },
    };
    if (mode === 'FULL' && !authorization.asked(user)) {
      if (call.entry === 'sidebar' || call.entry === 'trigger') return unauthorised('failed', running);
      const granted = await running.window.consent(authorization.manifest);
      if (granted === null) return unauthorised('needsConsent', running);
      authorization.answer(user, granted);
    }
    // Google takes the call for one of the browser's first account, who never granted anything.
    if (call.entry === 'sidebar' && scenario.faultPresets.includes('several-accounts')) {
      return unauthorised('failed', running);
    }
    const scriptContext: ScriptContext = {
      timeZone: manifest.timeZone,
      locale: scenario.locale,
      advanced: Object.fromEntries(
        advanced.map(({ userSymbol, serviceId, version }) => {
          const service = `${serviceId} ${version}`;
          return [
            userSymbol,
            { service, methods: Object.keys(ADVANCED_SERVICES.get(service)?.methods ?? {}) },
          ];
        }),
      ),
      pages: [...project.pages.keys()],
      libraries: (manifest.dependencies?.libraries ?? []).map(({ userSymbol }) => userSymbol),
      event,
    };
    const limitMs = mode === 'LIMITED' ? LIMITS.simpleTriggerMs : LIMITS.executionMs;
    const buffer = sheets.buffer(running);
    const result = await run({
      call,
      order: {
        scripts: project.scripts,
        function: call.function,
        args: call.args ?? [],
        measureHeap: call.measureHeap === true,
        event,
        scriptContext,
      },
      thread: threads.take(),
      clock,
      running,
      services,
      buffer,
      limitMs,
      watchdogMs: watchdogMs ?? limitMs,
      log: lines,
      authorise: (member) => {
        authorization.check(running, member);
      },
    });
    locks.releaseAll(running);
    logs.delete(id);
    if (result.error && result.outcome === 'failed')
      cloudLog.push(`${result.error.name}: ${result.error.message}`);
    return result;
  }

  const { functions } = project;

  return {
    functions: () => functions,
    scopes: () => authorization.manifest,
    open: (user, seenIn) =>
      functions.includes('onOpen')
        ? execute({ function: 'onOpen', entry: 'onOpen', ...callerOf(user, seenIn) }, { authMode: 'LIMITED' })
        : Promise.resolve({ outcome: 'completed', log: [], calls: [] }),
    run: (call) => execute(call, null),
    runFromPage: async (name, args, user, seenIn) => {
      if (!functions.includes(name)) throw new TypeError(`google.script.run.${name} is not a function`);
      const copies = copyArguments(args);
      const result = await pageQueue.enter(() =>
        execute({ function: name, args: copies, entry: 'sidebar', ...callerOf(user, seenIn) }, null),
      );
      if (result.outcome === 'completed') return result.sendable ? (result.value ?? null) : null;
      const error = result.error ?? { name: '', message: 'NetworkError: Connection failure due to HTTP 500' };
      throw pageError(error, scenario.assumptions['script-run-error-prefix'] === 'bare');
    },
    fireDueTriggers: async () => {
      const results: ExecutionResult[] = [];
      for (const { handler, user, uniqueId } of triggers.takeDue()) {
        const event = { authMode: 'FULL', triggerUid: uniqueId, ...timeOf(clock.now(), manifest.timeZone) };
        results.push(await execute({ function: handler, entry: 'trigger', user }, event));
      }
      return results;
    },
    spreadsheet: manualEditorOf(book, clock, workspace.caller),
    setGrant: (scope, granted, user = workspace.caller) => {
      authorization.set(user, scope, granted);
    },
    grants: (user = workspace.caller) => (authorization.asked(user) ? [...authorization.of(user)] : null),
    answerConsent: (scopes, user = workspace.caller) => {
      if (scopes === null) authorization.forget(user);
      else authorization.answer(user, scopes);
    },
    stores: {
      properties: () => properties.entries(),
      cache: () => caches.entries(),
      triggers: () => triggers.all(),
      locks: () => locks.names(),
      cloudLog: () => cloudLog,
    },
    setScenario: (next: Scenario) => {
      scenario = next;
      http.restart();
      lockMemberships();
    },
    close: () => threads.close(),
  };
}

/** An execution that did not begin. */
function unauthorised(outcome: 'failed' | 'needsConsent', { locale }: Running): RunResult {
  const error = { name: '', message: platformMessage(locale, 'authorizationRequired') };
  return { outcome, error, sendable: true, log: [], calls: [] };
}

function callerOf(user: string | undefined, window: EditorWindow | undefined): Pick<Call, 'user' | 'window'> {
  return { ...(user === undefined ? {} : { user }), ...(window === undefined ? {} : { window }) };
}

function isReal(clock: Clock): boolean {
  return Math.abs(clock.now() - Date.now()) < 1000 && !('advance' in clock);
}

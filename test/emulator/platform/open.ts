/** Opens the emulator: one script, one spreadsheet, its users, on the emulated Google APIs. */
import type { EditorWindow, Emulator, EmulatorOptions, PageCall } from '../emulator';
import type { Call, ExecutionResult } from './execution';
import { Executions, NOTHING_DONE } from './executions';
import { copyArguments } from './page-arguments';
import { platformMessage } from './messages';
import { pageError, PageQueue } from './page-calls';
import { ScriptState } from './script-state';
import { hostServices } from './host-services';
import { spreadsheetHost } from './spreadsheet/host';
import { manualEditorOf } from './spreadsheet/manual-editor';
import { timeOf } from './triggers';

/** Opens a project. Throws an error that names the file where the project cannot be loaded. */
export function openEmulator(options: EmulatorOptions): Emulator {
  return openDocument(new ScriptState(options));
}

function openDocument(state: ScriptState): Emulator {
  const { options, installation, document, book, assumed } = state;
  const { workspace, clock } = options;
  const { project, authorization, properties, caches, locks, triggers, cloudLog } = installation;
  const { functions, manifest } = project;
  // A script's `Date` lives in the script's zone. A zone is a process's: what runs here on a zone of its own names it.
  process.env.TZ = manifest.timeZone;
  const spreadsheet = manualEditorOf(book, clock, workspace.caller, assumed);
  const sheets = spreadsheetHost(book, clock, assumed);
  const executions = new Executions(state, sheets, hostServices(state, sheets.services), spreadsheet);
  const pageQueue = new PageQueue();
  const others: Emulator[] = [];

  async function callFromPage(
    name: string,
    args: readonly unknown[],
    user?: string,
    seenIn?: EditorWindow,
  ): Promise<PageCall> {
    if (!functions.includes(name)) throw new TypeError(`google.script.run.${name} is not a function`);
    const copies = copyArguments(args);
    const execution = await pageQueue.enter(() =>
      executions.execute({ function: name, args: copies, entry: 'sidebar', ...callerOf(user, seenIn) }, null),
    );
    if (execution.outcome === 'completed') {
      const value = execution.sendable ? (execution.value ?? null) : null;
      return { reply: { ok: true, value }, execution };
    }
    const lost = platformMessage(state.scenario.locale, 'connectionFailure', { status: 500 });
    const thrown = execution.error ?? { name: 'NetworkError', message: lost };
    const error = pageError(thrown, assumed('script-run-error-prefix') === 'bare');
    return { reply: { ok: false, error }, execution };
  }

  return {
    functions: () => functions,
    scopes: () => authorization.manifest,
    open: (user, seenIn) => {
      const call: Call = { function: 'onOpen', entry: 'onOpen', ...callerOf(user, seenIn) };
      const opening = installation.opening(document, user ?? workspace.caller);
      return functions.includes('onOpen') && opening !== 'absent'
        ? executions.execute(call, { authMode: opening })
        : Promise.resolve({ outcome: 'completed', ...NOTHING_DONE });
    },
    openAnother: (name) => {
      if (installation.kind === 'bound') throw new Error('A bound script has one document only.');
      const theirs = { ...options, book: undefined, name, scenario: state.scenario };
      const other = openDocument(new ScriptState(theirs, state));
      others.push(other);
      return other;
    },
    run: (call) => executions.execute(call, null),
    callFromPage,
    runFromPage: async (name, args, user, seenIn) => {
      const { reply } = await callFromPage(name, args, user, seenIn);
      if (!reply.ok) throw reply.error;
      return reply.value;
    },
    fireDueTriggers: async () => {
      const results: ExecutionResult[] = [];
      for (const { handler, user, uniqueId } of triggers.takeDue(document)) {
        const event = { authMode: 'FULL', triggerUid: uniqueId, ...timeOf(clock.now(), manifest.timeZone) };
        results.push(await executions.execute({ function: handler, entry: 'trigger', user }, event));
      }
      return results;
    },
    spreadsheet,
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
      cloudLog: (printing = []) =>
        cloudLog
          .filter((line) => line.from !== 'Logger' || !printing.includes(line.function))
          .map(({ text }) => text),
    },
    setScenario: (next) => {
      state.scenario = next;
    },
    becomeCopy: (name) => {
      state.becomeCopy(name);
    },
    takeRefusals: () => state.takeRefusals(),
    save: () => state.save(),
    close: async () => {
      await Promise.all([executions.close(), ...others.map((other) => other.close())]);
    },
  };
}

function callerOf(user: string | undefined, window: EditorWindow | undefined): Pick<Call, 'user' | 'window'> {
  return { ...(user === undefined ? {} : { user }), ...(window === undefined ? {} : { window }) };
}

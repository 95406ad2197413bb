/** Executions of a script: who may start one, what it runs in, what is left of it. */
import type { Clock } from '../clock';
import { carryOut } from '../scenario/edits';
import type { ManualEditor } from '../manual-editor';
import { ADVANCED_SERVICES } from './advanced-services';
import type { Call, Entry } from './execution';
import type { AuthMode, HostService, Running } from './host';
import type { LogLine } from './log-line';
import type { Opening } from './installation';
import { platformMessage } from './messages';
import { run, type RunResult } from './run';
import type { ScriptState } from './script-state';
import type { SpreadsheetHost } from './spreadsheet/host';
import { Threads, type ScriptContext, type WorkerOrder } from './thread';
import { NOBODY_WATCHING } from './user-interface';

const LIMITS = { executionMs: 6 * 60_000, simpleTriggerMs: 30_000 };
const MODES: Readonly<Record<Exclude<Entry, 'onOpen'>, AuthMode>> = {
  onInstall: 'FULL',
  editor: 'FULL',
  menu: 'FULL',
  sidebar: 'FULL',
  trigger: 'FULL',
};

/** The event object of a trigger; null for other calls. */
export type TriggerEvent = Readonly<Record<string, unknown>> | null;

export class Executions {
  private readonly threads: Threads;
  private count = 0;

  constructor(
    private readonly state: ScriptState,
    private readonly sheets: SpreadsheetHost,
    private readonly services: ReadonlyMap<string, HostService>,
    /** In whose hands edits during an execution are. */
    private readonly spreadsheet: ManualEditor,
  ) {
    const { runtime, clock } = state.options;
    this.threads = new Threads(runtime, clock, isReal(clock));
  }

  async execute(call: Call, event: TriggerEvent): Promise<RunResult> {
    const { state } = this;
    const { authorization, locks, cloudLog } = state.installation;
    const lines: LogLine[] = [];
    const running = this.running(call, lines);
    const refused = await this.admit(running);
    if (refused) return refused;
    const limitMs = running.entry === 'onOpen' ? LIMITS.simpleTriggerMs : LIMITS.executionMs;
    try {
      const result = await run({
        call,
        order: this.orderOf(call, event),
        thread: this.threads.take(),
        clock: state.options.clock,
        running,
        services: this.services,
        buffer: this.sheets.buffer(running),
        limitMs,
        watchdogMs: state.options.watchdogMs ?? limitMs,
        log: lines,
        callCost: state.options.callCost,
        edit: (edit) => {
          carryOut(edit, this.spreadsheet);
        },
        noteRefusals: (refusals) => {
          state.noteRefusals(refusals);
        },
        authorise: (member) => {
          authorization.check(running, member);
        },
      });
      if (result.error && result.outcome === 'failed')
        cloudLog.push({
          function: call.function,
          from: 'uncaught',
          text: `${result.error.name}: ${result.error.message}`,
        });
      return result;
    } finally {
      locks.releaseAll(running);
    }
  }

  close(): Promise<void> {
    return this.threads.close();
  }

  private running({ function: called, user: caller, entry, window }: Call, lines: LogLine[]): Running {
    const { options, scenario, document, installation } = this.state;
    const user = caller ?? options.workspace.caller;
    this.count += 1;
    const shown = window ?? options.window ?? NOBODY_WATCHING;
    return {
      id: this.count,
      user,
      email: this.state.emailOf(user),
      ...{ entry, document },
      mode: entry === 'onOpen' ? openingMode(installation.opening(document, user)) : MODES[entry],
      locale: scenario.locale,
      window: shown,
      log: (line) => {
        lines.push(line);
        shown.log?.(line);
        installation.cloudLog.push({ function: called, from: line.from, text: line.text });
      },
    };
  }

  /** Asks for consent where that is still to be done; what came of it where the execution does not begin. */
  private async admit(running: Running): Promise<RunResult | null> {
    const { user, entry, mode, window } = running;
    const { document, installation, scenario } = this.state;
    const { authorization } = installation;
    if (mode === 'FULL' && !authorization.asked(user)) {
      if (entry === 'sidebar' || entry === 'trigger') return unauthorised('failed', running);
      const granted = await window.consent(authorization.manifest);
      if (granted === null) return unauthorised('needsConsent', running);
      authorization.answer(user, granted);
    }
    if (mode === 'FULL') installation.use(document);
    // Google takes the call for one of the browser's first account, who never granted anything.
    const isOther = entry === 'sidebar' && scenario.faultPresets.includes('several-accounts');
    return isOther ? unauthorised('failed', running) : null;
  }

  private orderOf(call: Call, event: TriggerEvent): WorkerOrder {
    return {
      scripts: this.state.installation.project.scripts,
      function: call.function,
      args: call.args ?? [],
      measureHeap: call.measureHeap === true,
      event,
      scriptContext: this.contextOf(event),
    };
  }

  private contextOf(event: TriggerEvent): ScriptContext {
    const { installation, options, scenario, assumed } = this.state;
    const { project } = installation;
    const { timeZone, dependencies: { enabledAdvancedServices = [], libraries = [] } = {} } =
      project.manifest;
    return {
      timeZone,
      locale: scenario.locale,
      scriptName: options.scriptName ?? 'Rollcall',
      ownDates: assumed('date-class') === 'instance',
      advanced: Object.fromEntries(
        enabledAdvancedServices.map(({ userSymbol, serviceId, version }) => {
          const service = `${serviceId} ${version}`;
          return [
            userSymbol,
            { service, methods: Object.keys(ADVANCED_SERVICES.get(service)?.methods ?? {}) },
          ];
        }),
      ),
      pages: [...project.pages.keys()],
      libraries: libraries.map(({ userSymbol }) => userSymbol),
      event,
    };
  }
}

/** Where the script does not open at all, nobody asks. */
function openingMode(opening: Opening): AuthMode {
  return opening === 'absent' ? 'NONE' : opening;
}

/** Of an execution that had nothing to do. */
export const NOTHING_DONE = { log: [], calls: [], refusals: [], editsLeft: [] };

/** An execution that did not begin. */
function unauthorised(outcome: 'failed' | 'needsConsent', { locale }: Running): RunResult {
  const error = { name: '', message: platformMessage(locale, 'authorizationRequired') };
  return { outcome, error, sendable: true, ...NOTHING_DONE };
}

function isReal(clock: Clock): boolean {
  return Math.abs(clock.now() - Date.now()) < 1000 && !('advance' in clock);
}

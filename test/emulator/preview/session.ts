/** Carries out what the pages ask for, on the emulator. */
import type { GoogleApis } from '../apis/google';
import type { Clock } from '../clock';
import type { ExecutionResult } from '../platform/execution';
import type { Scenario } from '../scenario/scenario';
import { isFaultPreset, withoutFaultPreset, withFaultPreset } from '../scenario/fault-presets';
import type { Emulator } from '../emulator';
import type { Person } from '../workspace/workspace';
import type { OpenPage } from './open-page';
import { rowsOf, tabsOf } from './sheet-view';
import { situationOf } from './situation';
import type {
  ActionReply,
  ExecutionView,
  Locale,
  PageAction,
  RowsReply,
  Selection,
  Situation,
  TabView,
} from './wire';

export interface PreviewSessionOptions {
  readonly emulator: Emulator;
  readonly apis: GoogleApis;
  readonly clock: Clock;
  /** How the environment is when the preview starts; scopes that it refuses are those without a tick on the consent screen. */
  readonly scenario: Scenario;
  readonly people: readonly Person[];
  /** Name of the script on its consent screen. */
  readonly scriptName: string;
  /** Shows the first steps, which are about Rollcall and its list. */
  readonly guide?: boolean;
  /** Called when the language was changed. */
  readonly onLocale?: (locale: Locale) => void;
}

const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';

export class PreviewSession {
  private readonly pages = new Set<OpenPage>();
  private readonly versions = new Map<string, number>();
  /** Scopes, in full. */
  readonly unticked: readonly string[];
  private scenario: Scenario;
  private announced = false;

  constructor(private readonly options: PreviewSessionOptions) {
    const { scenario, emulator } = options;
    this.unticked = scenario.refusedScopes.map((scope) => SCOPE_PREFIX + scope);
    this.scenario = { ...scenario, refusedScopes: [] };
    this.applyScenario();
    emulator.spreadsheet.onChange((tab) => {
      this.versions.set(tab, this.version(tab) + 1);
      this.announceTabs();
    });
  }

  /** A page has come: it learns everything, and the spreadsheet opens in it. */
  async join(page: OpenPage): Promise<void> {
    this.pages.add(page);
    const { emulator, scriptName, guide = false } = this.options;
    const { spreadsheet } = emulator;
    const opensOn = spreadsheet.active(page.user);
    page.send({ type: 'hello', page: page.id, fileName: spreadsheet.name(), scriptName, opensOn, guide });
    this.tellSituation(page);
    page.send({ type: 'tabs', tabs: this.tabs() });
    await this.open(page);
  }

  leave(page: OpenPage): void {
    this.pages.delete(page);
    page.leave();
  }

  /** Runs the time triggers that are due. */
  async fireTriggers(): Promise<void> {
    const measure = this.measure();
    for (const result of await this.options.emulator.fireDueTriggers()) {
      const execution = { function: '', entry: 'trigger', ...measure(), ...endOf(result) } as const;
      for (const page of this.pages) page.send({ type: 'execution', execution });
    }
  }

  rows(tab: string, from: number, count: number): RowsReply {
    return rowsOf(this.options.emulator.spreadsheet, tab, this.version(tab), from, count);
  }

  async act(page: OpenPage, action: PageAction): Promise<ActionReply> {
    const { emulator } = this.options;
    const { spreadsheet } = emulator;
    switch (action.do) {
      case 'menu':
        return await this.runMenu(page, action.functionName, action.selection);
      case 'run':
        return await this.runFromPage(page, action.name, action.args, action.selection);
      case 'answer':
        page.answer(action);
        break;
      case 'type':
        action.texts.forEach((line, down) => {
          line.forEach((text, right) => {
            spreadsheet.type(action.tab, action.row + down, action.column + right, text);
          });
        });
        break;
      case 'insertRows':
        spreadsheet.insertRows(action.tab, action.before, action.count);
        break;
      case 'deleteRows':
        spreadsheet.deleteRows(action.tab, action.from, action.count);
        break;
      case 'sort': {
        const headerRows = spreadsheet.layout(action.tab).frozenRows;
        spreadsheet.sort(action.tab, action.column, { descending: action.descending, headerRows });
        break;
      }
      case 'format':
        spreadsheet.format(action.tab, action.range, action.numberFormat);
        break;
      case 'user':
        if (!this.options.people.some(({ name }) => name === action.user)) {
          throw new TypeError(`user: nobody here is called ${action.user}`);
        }
        page.user = action.user;
        this.tellSituation(page);
        await this.open(page);
        break;
      case 'grant':
        emulator.setGrant(action.scope, action.granted, page.user);
        this.tellSituations();
        break;
      case 'revoke':
        emulator.answerConsent(null, page.user);
        this.tellSituations();
        break;
      case 'faultPreset':
        if (!isFaultPreset(action.name))
          throw new TypeError(`fault preset: there is none called ${action.name}`);
        this.change((action.on ? withFaultPreset : withoutFaultPreset)(this.scenario, action.name));
        break;
      case 'latency':
        this.change({ ...this.scenario, latencyMs: action.milliseconds });
        break;
      case 'locale':
        this.change({ ...this.scenario, locale: action.locale });
        this.options.onLocale?.(action.locale);
        await Promise.all([...this.pages].map((other) => this.open(other)));
        break;
    }
    return { ok: true };
  }

  private tabs(): TabView[] {
    return tabsOf(this.options.emulator.spreadsheet, (tab) => this.version(tab));
  }

  private situation(page: OpenPage): Situation {
    const { emulator, people } = this.options;
    return situationOf({ scenario: this.scenario, emulator, people, user: page.user });
  }

  private change(scenario: Scenario): void {
    this.scenario = scenario;
    this.applyScenario();
    this.tellSituations();
  }

  private applyScenario(): void {
    this.options.emulator.setScenario(this.scenario);
    this.options.apis.setScenario(this.scenario);
  }

  private tellSituation(page: OpenPage): void {
    page.send({ type: 'situation', situation: this.situation(page) });
  }

  private tellSituations(): void {
    for (const page of this.pages) this.tellSituation(page);
  }

  /** Opens the spreadsheet as the page's user: menus are built anew. */
  private async open(page: OpenPage): Promise<void> {
    page.clearMenus();
    await this.execute(page, 'onOpen', 'onOpen', () => this.options.emulator.open(page.user, page));
  }

  private async runMenu(page: OpenPage, functionName: string, selection: Selection): Promise<ActionReply> {
    const { emulator } = this.options;
    emulator.spreadsheet.select(selection.tab, selection.ranges, page.user);
    if (emulator.grants(page.user) === null) return await this.askConsent(page);
    page.send({ type: 'busy', functionName });
    try {
      const reply = await this.execute(page, functionName, 'menu', () =>
        emulator.run({ function: functionName, entry: 'menu', user: page.user, window: page }),
      );
      if (!reply.ok) page.send({ type: 'failure', message: reply.message });
      this.showActive(page, selection);
      // It may have asked for further permissions.
      this.tellSituation(page);
      return reply;
    } finally {
      page.send({ type: 'busy', functionName: null });
    }
  }

  /** The first click only asks for permission; the person clicks again, as on Google. */
  private async askConsent(page: OpenPage): Promise<ActionReply> {
    const { emulator } = this.options;
    const granted = await page.consent(emulator.scopes());
    if (granted !== null) {
      emulator.answerConsent(granted, page.user);
      this.tellSituations();
      page.send({ type: 'consented' });
    }
    return { ok: true };
  }

  private async runFromPage(
    page: OpenPage,
    name: string,
    args: readonly unknown[],
    selection: Selection,
  ): Promise<ActionReply> {
    const { emulator } = this.options;
    emulator.spreadsheet.select(selection.tab, selection.ranges, page.user);
    const measure = this.measure();
    try {
      const { reply, execution } = await emulator.callFromPage(name, args, page.user, page);
      page.send({
        type: 'execution',
        execution: { function: name, entry: 'sidebar', ...measure(), ...endOf(execution) },
      });
      if (!reply.ok) return failureOf(reply.error);
      this.showActive(page, selection);
      return { ok: true, value: reply.value ?? null };
    } catch (error) {
      return failureOf(error);
    }
  }

  private async execute(
    page: OpenPage,
    name: string,
    entry: ExecutionView['entry'],
    run: () => Promise<ExecutionResult>,
  ): Promise<ActionReply> {
    const measure = this.measure();
    const result = await run();
    page.send({ type: 'execution', execution: { function: name, entry, ...measure(), ...endOf(result) } });
    const { error } = result;
    if (!error) return { ok: true };
    return { ok: false, name: error.name, message: error.message };
  }

  private measure(): () => Pick<ExecutionView, 'milliseconds' | 'requests'> {
    const { clock, apis } = this.options;
    const start = clock.now();
    const before = apis.counts().requests;
    return () => ({ milliseconds: clock.now() - start, requests: apis.counts().requests - before });
  }

  /** Follows the script to what it activated. */
  private showActive(page: OpenPage, before: Selection): void {
    const after = this.options.emulator.spreadsheet.active(page.user);
    if (after.tab !== before.tab || after.ranges.join() !== before.ranges.join()) {
      page.send({ type: 'activate', ...after });
    }
  }

  private version(tab: string): number {
    return this.versions.get(tab) ?? 1;
  }

  /** Many changes of one flush are told once. */
  private announceTabs(): void {
    if (this.announced) return;
    this.announced = true;
    setImmediate(() => {
      this.announced = false;
      const tabs = this.tabs();
      for (const page of this.pages) page.send({ type: 'tabs', tabs });
    });
  }
}

/** An execution as it ended, for the log: what it wrote there, then what it threw. */
function endOf({
  outcome,
  log,
  error,
  refusals,
}: ExecutionResult): Pick<ExecutionView, 'outcome' | 'lines' | 'refusals'> {
  return { outcome, lines: [...log.map(({ text }) => text), ...(error ? [error.message] : [])], refusals };
}

/** What a failure handler gets. */
export function failureOf(error: unknown): { ok: false; name: string; message: string } {
  return error instanceof Error
    ? { ok: false, name: error.name, message: error.message }
    : { ok: false, name: 'ScriptError', message: String(error) };
}

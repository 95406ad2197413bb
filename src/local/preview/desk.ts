/** Carries out what a page asks for, on the stand-in. */
import type { GoogleApis } from '../apis/google';
import type { Clock } from '../clock';
import type { ExecutionResult } from '../platform/execution';
import type { Scenario } from '../scenario/scenario';
import type { CellView, StandIn } from '../stand-in';
import type { Person } from '../workspace/workspace';
import type { Page, Pages } from './pages';
import type {
  ActionReply,
  CellText,
  ExecutionView,
  PageAction,
  RowsReply,
  Selection,
  Situation,
  TabView,
} from './wire';

export interface DeskOptions {
  readonly pages: Pages;
  readonly standIn: StandIn;
  readonly apis: GoogleApis;
  readonly clock: Clock;
  readonly scenario: Scenario;
  readonly people: readonly Person[];
  /** Every trouble that can be switched on, with a line of explanation. */
  readonly troubles: readonly { readonly name: string; readonly text: string }[];
  /** The manifest's scopes, in full. */
  readonly scopes: readonly string[];
}

const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';

export class Desk {
  private readonly versions = new Map<string, number>();
  private readonly refused: Set<string>;
  private scenario: Scenario;
  private announced = false;

  constructor(private readonly options: DeskOptions) {
    this.scenario = options.scenario;
    this.refused = new Set(options.scenario.refusedScopes.map((scope) => SCOPE_PREFIX + scope));
    options.standIn.spreadsheet.onChange((tab) => {
      this.versions.set(tab, this.version(tab) + 1);
      this.announceTabs();
    });
  }

  tabs(): TabView[] {
    const { spreadsheet } = this.options.standIn;
    return spreadsheet
      .tabs()
      .filter(({ hidden }) => !hidden)
      .map(({ id, name }) => {
        return { id, name, ...spreadsheet.layout(name), version: this.version(name) };
      });
  }

  /** The rows `from` to `from + count - 1` of a tab, as far as they are used. */
  rows(tab: string, from: number, count: number): RowsReply {
    const { spreadsheet } = this.options.standIn;
    const { rows, columns } = spreadsheet.layout(tab);
    const to = Math.min(from + count - 1, rows);
    const block: (CellText | null)[][] = [];
    for (let row = from; row <= to; row++) {
      block.push(
        Array.from({ length: columns }, (_, index) => textOf(spreadsheet.cell(tab, row, index + 1))),
      );
    }
    return { tab, version: this.version(tab), from, rows: block };
  }

  situation(page: Page): Situation {
    const { people, troubles, scopes } = this.options;
    return {
      locale: this.scenario.locale.startsWith('ja') ? 'ja' : 'en',
      user: page.user,
      users: people.map(({ name, displayName, email }) => ({ name, label: displayName ?? email ?? name })),
      troubles: troubles.map((trouble) => ({
        ...trouble,
        on: this.scenario.troubles.includes(trouble.name),
      })),
      scopes: scopes.map((scope) => ({ scope, granted: !this.refused.has(scope) })),
      latencyMs: this.scenario.latencyMs,
    };
  }

  async act(page: Page, action: PageAction): Promise<ActionReply> {
    const { pages, standIn } = this.options;
    const { spreadsheet } = standIn;
    pages.acts(page);
    switch (action.do) {
      case 'open':
        return await this.open(page);
      case 'menu':
        return await this.runMenu(page, action.functionName, action.selection);
      case 'run':
        return await this.runFromPage(page, action.name, action.args, action.selection);
      case 'answer':
        pages.answer(action);
        return { ok: true };
      case 'type':
        action.texts.forEach((line, down) => {
          line.forEach((text, right) => {
            spreadsheet.type(action.tab, action.row + down, action.column + right, text);
          });
        });
        return { ok: true };
      case 'insertRows':
        spreadsheet.insertRows(action.tab, action.before, action.count);
        return { ok: true };
      case 'deleteRows':
        spreadsheet.deleteRows(action.tab, action.from, action.count);
        return { ok: true };
      case 'sort': {
        const headerRows = spreadsheet.layout(action.tab).frozenRows;
        spreadsheet.sort(action.tab, action.column, { descending: action.descending, headerRows });
        return { ok: true };
      }
      case 'format':
        spreadsheet.format(action.tab, action.range, action.numberFormat);
        return { ok: true };
      case 'user':
        if (!this.options.people.some(({ name }) => name === action.user)) {
          throw new TypeError(`user: nobody here is called ${action.user}`);
        }
        page.user = action.user;
        page.send({ type: 'situation', situation: this.situation(page) });
        return await this.open(page);
      case 'grant':
        standIn.setGrant(action.scope, action.granted, page.user);
        if (action.granted) this.refused.delete(action.scope);
        else this.refused.add(action.scope);
        return this.change({});
      case 'trouble': {
        const others = this.scenario.troubles.filter((name) => name !== action.name);
        return this.change({ troubles: action.on ? [...others, action.name] : others });
      }
      case 'latency':
        return this.change({ latencyMs: action.milliseconds });
      case 'locale':
        this.change({ locale: action.locale });
        return await this.open(page);
    }
  }

  private change(part: Partial<Scenario>): ActionReply {
    const { pages, standIn, apis } = this.options;
    this.scenario = { ...this.scenario, ...part };
    standIn.setScenario(this.scenario);
    apis.setScenario(this.scenario);
    for (const page of pages.all()) page.send({ type: 'situation', situation: this.situation(page) });
    return { ok: true };
  }

  /** Opens the spreadsheet as the page's user: menus are built anew. */
  private async open(page: Page): Promise<ActionReply> {
    page.menus = [];
    page.send({ type: 'menus', menus: [] });
    return await this.execute(page, 'onOpen', 'onOpen', () => this.options.standIn.open(page.user));
  }

  private async runMenu(page: Page, functionName: string, selection: Selection): Promise<ActionReply> {
    const { standIn } = this.options;
    standIn.spreadsheet.select(selection.tab, selection.ranges);
    page.send({ type: 'busy', functionName });
    try {
      const reply = await this.execute(page, functionName, 'menu', () =>
        standIn.run({ function: functionName, entry: 'menu', user: page.user }),
      );
      if (!reply.ok) page.send({ type: 'failure', message: reply.message });
      this.showActiveTab(page, selection.tab);
      return reply;
    } finally {
      page.send({ type: 'busy', functionName: null });
    }
  }

  private async runFromPage(
    page: Page,
    name: string,
    args: readonly unknown[],
    selection: Selection,
  ): Promise<ActionReply> {
    const { standIn } = this.options;
    standIn.spreadsheet.select(selection.tab, selection.ranges);
    const measure = this.measure();
    try {
      const value = await standIn.runFromPage(name, args, page.user);
      page.send({
        type: 'execution',
        execution: { function: name, entry: 'sidebar', outcome: 'completed', ...measure(), lines: [] },
      });
      this.showActiveTab(page, selection.tab);
      return { ok: true, value: value ?? null };
    } catch (error) {
      const failure = failureOf(error);
      page.send({
        type: 'execution',
        execution: {
          function: name,
          entry: 'sidebar',
          outcome: 'failed',
          ...measure(),
          lines: [failure.message],
        },
      });
      return failure;
    }
  }

  private async execute(
    page: Page,
    name: string,
    entry: string,
    run: () => Promise<ExecutionResult>,
  ): Promise<ActionReply> {
    const measure = this.measure();
    const { outcome, log, error } = await run();
    const lines = [...log.map(({ text }) => text), ...(error ? [error.message] : [])];
    page.send({
      type: 'execution',
      execution: { function: name, entry, outcome, ...measure(), lines },
    });
    if (!error) return { ok: true };
    return { ok: false, name: error.name, message: error.message };
  }

  private measure(): () => Pick<ExecutionView, 'milliseconds' | 'requests'> {
    const { clock, apis } = this.options;
    const start = clock.now();
    const before = apis.counts().requests;
    return () => ({ milliseconds: clock.now() - start, requests: apis.counts().requests - before });
  }

  private showActiveTab(page: Page, before: string): void {
    const { tab } = this.options.standIn.spreadsheet.active();
    if (tab !== before) page.send({ type: 'activate', tab });
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
      this.options.pages.broadcast({ type: 'tabs', tabs: this.tabs() });
    });
  }
}

function failureOf(error: unknown): { ok: false; name: string; message: string } {
  return error instanceof Error
    ? { ok: false, name: error.name, message: error.message }
    : { ok: false, name: 'ScriptError', message: String(error) };
}

function textOf({ value, display, formula, format, note }: CellView): CellText | null {
  if (value === '' && formula === '' && note === '') return null;
  const kind = typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'text' : 'number';
  const plain = typeof value === 'number' && !format.includes('%') ? String(value) : display;
  const input = formula !== '' ? formula : typeof value === 'string' ? value : plain;
  return { text: display, kind, input, format, note };
}

/** Lists of members on ports that remember: one spreadsheet, one Chat API whose spaces change between two listings. */
import type { JobView, RosterOptions, RosterTarget } from '../../../src/core/contract';
import { CATALOGUES } from '../../../src/core/locales/catalogue';
import { SidebarCalls } from '../../../src/core/sidebar-calls';
import { markedColumns } from '../../../src/core/table/column-set';
import { openExecution, type ExecutionParts, type TestExecution } from '../execution.testing';
import { FakeChat, type FakeChatOptions, type FakeMember, type FakeSpace } from '../fake-chat.testing';
import { MemoryContinuation, MemoryStore, MemoryWorkbook, type MemoryTable } from '../memory.testing';

export const S = 'AAAAroster1';
export const [ENGLISH, JAPANESE] = CATALOGUES as [(typeof CATALOGUES)[0], (typeof CATALOGUES)[0]];

export const person = (id: string, more: Partial<FakeMember> = {}): FakeMember => ({
  id,
  displayName: `Person ${id}`,
  email: `p${id}@orchard.example`,
  shown: true,
  affiliation: 'INTERNAL',
  ...more,
});

/** What is different in one execution. */
type Parts = Pick<Partial<ExecutionParts>, 'missing' | 'me' | 'settings'>;

/** A document and the world that it asks about. */
export class RosterWorld {
  readonly workbook = new MemoryWorkbook();
  readonly store = new MemoryStore(this.workbook);
  readonly continuation = new MemoryContinuation();
  chat: FakeChat;
  locale = 'en';
  /** The last execution. */
  execution!: TestExecution;

  constructor(
    public spaces: readonly FakeSpace[],
    private readonly options: FakeChatOptions = {},
  ) {
    this.workbook.add('Sheet1', []);
    this.chat = new FakeChat(spaces, options);
  }

  /** The world changes; an hour goes by. */
  change(spaces: readonly FakeSpace[], options: FakeChatOptions = this.options): void {
    const { now } = this.chat;
    this.spaces = spaces;
    this.chat = new FakeChat(spaces, options);
    this.chat.now = now + 60 * 60_000;
  }

  calls(parts: Parts = {}): SidebarCalls {
    const { workbook, store, continuation, locale } = this;
    workbook.execution = {};
    store.isLocked = false;
    this.execution = openExecution(this.chat, { workbook, store, continuation, locale, ...parts });
    return new SidebarCalls(this.execution);
  }

  /** Lists to the end, step by step, as the page does. */
  list(target: RosterTarget, options: RosterOptions = {}, parts: Parts = {}): JobView {
    return this.finish(this.calls(parts).startRoster(target, options), parts);
  }

  listSpace(options: RosterOptions = {}, parts: Parts = {}): JobView {
    return this.list({ of: 'space', space: `spaces/${S}` }, options, parts);
  }

  finish(begun: JobView, parts: Parts = {}): JobView {
    let view = begun;
    const changes = [...view.changes];
    for (let step = 0; view.state === 'running' && step < 200; step++) {
      if (view.notBefore !== null) this.chat.now = Math.max(this.chat.now, Date.parse(view.notBefore));
      view = this.calls(parts).stepJob(view.runId, true);
      changes.push(...view.changes);
    }
    return { ...view, changes };
  }

  tab(name: string): MemoryTable {
    const found = this.workbook.tables.find(({ title }) => title === name);
    if (found === undefined) throw new Error(`No tab ${name} among ${this.titles().join(', ')}.`);
    return found;
  }

  titles(): readonly string[] {
    return this.workbook.tables.map(({ title }) => title);
  }

  /** The rows of a tab of ours as records, by column key. `prefix`: `roster`, `space` or `change`. */
  rows(name: string, prefix: string): readonly Readonly<Record<string, unknown>>[] {
    const table = this.tab(name);
    const columns = [...markedColumns(this.workbook.peek(), table.id)].flatMap(([mark, [column]]) =>
      mark.startsWith(`${prefix}:`) && column !== undefined
        ? [[mark.slice(prefix.length + 1), column] as const]
        : [],
    );
    const used = table.used().rows;
    return Array.from({ length: Math.max(0, used - 1) }, (_, index) =>
      Object.fromEntries(columns.map(([key, column]) => [key, table.cell(index + 2, column).value])),
    );
  }

  /** Ids of the members whose rows do not say that they are gone, in order. */
  present(name: string): readonly string[] {
    return this.rows(name, 'roster')
      .filter(({ state }) => !CATALOGUES.some(({ roster }) => roster.states.gone === state))
      .map(({ membership }) => String(membership).split('/members/')[1] ?? '')
      .sort();
  }

  gone(name: string): readonly string[] {
    return this.rows(name, 'roster')
      .filter(({ state }) => CATALOGUES.some(({ roster }) => roster.states.gone === state))
      .map(({ membership }) => String(membership).split('/members/')[1] ?? '')
      .sort();
  }
}

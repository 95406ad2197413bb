/**
 * Chaos: executions of two people over one list, disturbed at any call of a port by edits, kills, other executions and clocks.
 * What it must never do is checked against what people typed and what Chat holds, never against the product's own reading.
 */
import { USER } from '../../../src/core/chat/identity';
import { parseQuestion } from '../../../src/core/chat/reference';
import { EditorCalls } from '../../../src/core/editor-calls';
import type { Problem } from '../../../src/core/chat/problem';
import { questionKey, readAnswered } from '../../../src/core/look-up/question-key';
import type { ChatPort, ClockPort, ContinuationPort } from '../../../src/core/ports';
import { isDate } from '../../../src/core/table/cell';
import { SidebarCalls } from '../../../src/core/sidebar-calls';
import { testExecution, problemFrom, type TestExecution } from '../execution.testing';
import { Killed, MemoryStore, MemoryWorkbook, type MemoryTable } from '../memory.testing';
import { Draw } from './random.testing';
import {
  COLUMN_EDITS,
  DELETIONS,
  Ledger,
  PROTECTIONS,
  ROW_EDITS,
  TAB_EDITS,
  type Edit,
} from './sheet.testing';
import {
  makeWorld,
  PEOPLE,
  TITLES,
  trueWordings,
  wordingsOf,
  type Person,
  type World,
} from './world.testing';

/** What one seed came to. */
export interface Tried {
  /** Calls of ports before which something was done. */
  readonly points: number;
  readonly executions: number;
  /** Jobs that were done, and jobs that were cancelled. */
  readonly ends: { readonly done: number; readonly cancelled: number };
}

type Entry = 'sidebar' | 'editor' | 'trigger';

/** What may happen during one execution. */
interface Mood {
  readonly edits: readonly Edit[];
  /** Edits in one execution. */
  readonly most: number;
  readonly kills: boolean;
  readonly others: boolean;
  readonly clocks: boolean;
}

/** What has become of an execution. */
interface Life {
  isDead: boolean;
  edits: number;
}

const CALM: Mood = { edits: [], most: 4, kills: false, others: false, clocks: false };
/**
 * An execution that is killed between a wrong write and its repair repairs nothing, so nobody moves anything in an execution that
 * may be killed.
 */
const MOODS: readonly Mood[] = [
  CALM,
  { ...CALM, kills: true },
  { ...CALM, kills: true, others: true, clocks: true },
  { ...CALM, edits: ROW_EDITS },
  { ...CALM, edits: ROW_EDITS, others: true, clocks: true },
  { ...CALM, edits: [...ROW_EDITS, ...COLUMN_EDITS] },
  { ...CALM, edits: DELETIONS, most: 1 },
  { ...CALM, edits: PROTECTIONS, others: true },
  { ...CALM, edits: TAB_EDITS, most: 1, others: true },
];

/** Runs one seed. Throws where something is false, lost or stuck. */
export function runChaos(seed: number): Tried {
  return new Chaos(seed).run();
}

class Chaos {
  private readonly draw: Draw;
  private readonly world: World;
  private readonly workbook = new MemoryWorkbook();
  /** Two lists of questions, and a tab that nobody asks about. */
  private readonly lists: readonly Ledger[];
  private readonly bystander: Ledger;
  /** Copies of lists, markers and marks too: what was copied stays until somebody looks up rows there. */
  private readonly copies: Ledger[] = [];
  private readonly store: MemoryStore;
  private readonly triggers = new Map<Person, number>();
  private readonly log: string[] = [];
  private depth = 0;
  private points = 0;
  private executions = 0;
  private ends = { done: 0, cancelled: 0 };
  private isHarmed = false;
  /** It was said that markers are left. */
  private markersSaid = false;

  constructor(private readonly seed: number) {
    this.draw = new Draw(seed);
    this.world = makeWorld(this.draw);
    this.lists = [this.world.rows, this.world.rows.slice(0, 3)].map((rows, n) => {
      const table = this.workbook.add(`List ${n + 1}`, [TITLES, ...rows]);
      for (let row = 2; row <= rows.length + 1; row++) table.type(row, 4, row, `=ROW()+${row}`);
      return new Ledger(this.workbook, table);
    });
    const bystander = this.workbook.add('Bystander', [
      ['spaces/AAAAspace01', 'person-0@example.com', 'note'],
    ]);
    this.bystander = new Ledger(this.workbook, bystander);
    this.store = new MemoryStore(this.workbook);
    this.select();
  }

  run(): Tried {
    try {
      const acts = this.draw.between(4, 14);
      for (let act = 0; act < acts; act++) this.act(this.draw.of(MOODS));
      this.end();
      this.lookUpAll();
    } catch (error) {
      const story = this.log.slice(-Number(process.env.CHAOS_LINES ?? 40)).join('\n');
      throw new Error(
        `Seed ${this.seed}: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n${story}`,
      );
    }
    return { points: this.points, executions: this.executions, ends: this.ends };
  }

  /** Somebody selects rows in a list. */
  private select(): void {
    const { table } = this.draw.happens(0.75) ? this.list : this.draw.of(this.lists);
    this.workbook.select(table, {
      row: this.draw.between(1, 2),
      column: 2,
      rows: this.draw.between(3, this.world.rows.length + 3),
      columns: 2,
    });
  }

  /** The list that is worked on most. */
  private get list(): Ledger {
    const [list] = this.lists;
    if (list === undefined) throw new Error('There is no list.');
    return list;
  }

  /** Somebody does something. */
  private act(mood: Mood): void {
    if (this.draw.happens(0.15)) this.select();
    const person = this.draw.of(PEOPLE);
    const runId = this.openRunId();
    const kind = this.draw.next();
    if (runId === null) {
      if (kind < 0.7) this.start(person, mood);
      else if (kind < 0.8) this.lookUp(person, mood);
      else this.trigger(person, mood);
    } else if (kind < 0.5) this.step(person, runId, mood);
    else if (kind < 0.6) this.lookUp(person, mood);
    else if (kind < 0.75) this.trigger(person, mood);
    else if (kind < 0.82) this.pause(person, runId, mood);
    else if (kind < 0.87) this.cancel(person, runId, mood);
    else if (kind < 0.93) this.start(person, mood);
    else this.open(person, mood);
    if (this.draw.happens(0.3)) this.passTime(this.draw.of([1_000, 61_000, 8 * 60_000, 31 * 60_000]));
  }

  private start(person: Person, mood: Mood): void {
    this.execute('start', person, 'sidebar', mood, (execution) => {
      const view = new SidebarCalls(execution).startJob('', null, {});
      if (view.state === 'done') this.noteDone();
    });
  }

  private step(person: Person, runId: string, mood: Mood): void {
    this.execute('step', person, 'sidebar', mood, (execution) => {
      const view = new SidebarCalls(execution).stepJob(runId, false);
      if (view.state === 'done') this.noteDone();
    });
  }

  private lookUp(person: Person, mood: Mood): void {
    this.execute('lookUp()', person, 'editor', mood, (execution) => {
      new EditorCalls(execution).lookUp(undefined);
    });
  }

  private trigger(person: Person, mood: Mood): void {
    const due = this.triggers.get(person);
    if (due === undefined) return;
    this.passTime(Math.max(0, due - this.world.chat.now));
    this.execute('trigger', person, 'trigger', mood, (execution) => {
      new EditorCalls(execution).continueByTrigger();
    });
  }

  private pause(person: Person, runId: string, mood: Mood): void {
    this.execute('pause', person, 'sidebar', mood, (execution) => {
      new SidebarCalls(execution).pauseJob(runId);
    });
  }

  private cancel(person: Person, runId: string, mood: Mood): boolean {
    return this.execute('cancel', person, 'sidebar', mood, (execution) => {
      const view = new SidebarCalls(execution).cancelJob(runId);
      if (view.problem?.code === 'markersLeft') this.markersSaid = true;
      // Another job may have been started since.
      else if (this.openRunId() === null) this.requireNoMarkers('cancelled');
      this.ends.cancelled += 1;
    });
  }

  private open(person: Person, mood: Mood): void {
    this.execute('open the sidebar', person, 'sidebar', mood, (execution) => {
      new SidebarCalls(execution).start('ask');
    });
  }

  private noteDone(): void {
    this.ends.done += 1;
  }

  /** Whatever happened: the job can be finished, or cancelled, by anybody, once nobody else works on it. */
  private end(): void {
    this.passTime(8 * 60_000);
    const person = this.draw.of(PEOPLE);
    const isCancelled = this.draw.happens(0.3);
    if (!isCancelled) {
      this.allowAll();
      for (let steps = 0; this.openRunId() !== null; steps++) {
        if (steps > 120)
          throw new Error(
            `The job does not end: ${JSON.stringify(this.world.chat.requests.slice(-6))} ${this.store.stored ?? ''}`,
          );
        const runId = this.openRunId() ?? '';
        const before = this.store.stored;
        this.step(person, runId, CALM);
        const record = JSON.parse(this.store.stored ?? '{}') as {
          state?: string;
          rate?: { restUntil: number };
        };
        if (record.state === 'stopped' && this.isHarmed) break;
        if (record.state === 'stopped') this.passTime(60_000);
        this.passTime(Math.max(0, (record.rate?.restUntil ?? 0) - this.world.chat.now));
        // After the clock was set back a lease lasts longer.
        if (this.lastProblem === 'leaseHeld') this.passTime(8 * 60_000);
        else if (this.store.stored === before) throw new Error(`A step changed nothing: ${before ?? ''}`);
      }
    }
    this.passTime(30 * 60_000);
    const left = this.openRunId();
    if (left !== null && !this.cancel(person, left, CALM)) throw new Error('The job cannot be cancelled.');
    if (this.store.stored !== null) throw new Error('A record is left.');
    this.allowAll();
    for (const one of PEOPLE) this.trigger(one, CALM);
    if (this.triggers.size > 0) throw new Error('A trigger is left with nothing to do.');
    this.requireTrueRows();
  }

  private allowAll(): void {
    for (const table of this.workbook.tables) table.refusals = [];
  }

  /** In the end every row that asks something has its own answer, in copies too. */
  private lookUpAll(): void {
    this.world.weather.isCalm = true;
    for (const { table } of [...this.lists, ...this.copies]) {
      this.workbook.select(table, { row: 1, column: 1, rows: 1, columns: 1 });
      this.lookUpTable(table);
    }
    this.requireTrueRows();
  }

  private lookUpTable(table: MemoryTable): void {
    const [person] = PEOPLE;
    for (let runs = 0; runs < 40; runs++) {
      const isThrough = this.execute('lookUp() in the end', person, 'editor', CALM, (execution) => {
        new EditorCalls(execution).lookUp(undefined);
      });
      if (isThrough) this.markersSaid = false;
      // Without the column of spaces nothing can be asked.
      if (
        this.store.stored === null &&
        (isThrough || /^(?:nothingToAsk|noSpace)$/.test(this.lastProblem ?? ''))
      )
        break;
      this.passTime(10 * 60_000);
    }
    if (this.store.stored !== null)
      throw new Error(`A job is left in the end: ${this.lastProblem ?? ''} ${this.store.stored}`);
    // A copy in which nothing can be looked up keeps what was copied.
    const isRefusedCopy = this.lastProblem !== null && this.copies.some((copy) => copy.table === table);
    if (!this.markersSaid && !isRefusedCopy) this.requireNoMarkers('in the end', [table]);
  }

  private lastProblem: string | null = null;

  /** Runs an execution. False where it was killed or refused. */
  private execute(
    what: string,
    person: Person,
    entry: Entry,
    mood: Mood,
    work: (execution: TestExecution) => void,
  ): boolean {
    const { workbook, store } = this;
    const outer = {
      before: workbook.before,
      execution: workbook.execution,
      person: store.person,
      isLocked: store.isLocked,
    };
    const life: Life = { isDead: false, edits: 0 };
    this.executions += 1;
    this.depth += 1;
    workbook.execution = {};
    store.person = person.key;
    workbook.before = (call) => {
      if (process.env.CHAOS_TRACE)
        this.log.push(
          `      . ${call} ${this.workbook
            .peek()
            .filter((mark) => mark.tab === this.list.table.id && mark.value.startsWith('column:'))
            .map((mark) => `${mark.value.slice(7)}${mark.column ?? 0}`)
            .join(' ')}`,
        );
      if (life.isDead) throw new Killed();
      if (this.depth > 1 || mood === CALM) return;
      this.disturb(call, person, mood, life);
    };
    this.log.push(`${'  '.repeat(this.depth)}${person.key}: ${what}`);
    let outcome = 'returned';
    this.lastProblem = null;
    try {
      const execution = this.executionOf(person, entry);
      try {
        work(execution);
      } catch (error) {
        const { code } = problemFrom(error);
        if (code === 'unknown') throw error;
        outcome = code;
        this.lastProblem = code;
      }
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    } finally {
      if (life.isDead) outcome = 'killed';
      // What was half cancelled can only be cancelled.
      if (life.isDead && what === 'cancel') this.isHarmed = true;
      this.log.push(`${'  '.repeat(this.depth)}${person.key}: ${what} ${outcome}`);
      for (const table of workbook.tables) table.drop(life.isDead ? this.draw.between(0, 2) : 0);
      Object.assign(workbook, { before: outer.before, execution: outer.execution });
      Object.assign(store, { person: outer.person, isLocked: outer.isLocked });
      this.depth -= 1;
    }
    if (process.env.CHAOS_GRID) this.log.push(...this.lists.map(({ table }) => gridText(table)));
    for (const ledger of this.asking()) ledger.noteQuestions();
    if (this.depth === 0) this.requireForeignCells(what);
    this.requireCleanRecord();
    return outcome === 'returned';
  }

  private disturb(call: string, person: Person, mood: Mood, life: Life): void {
    // A column that the job needs is deleted while Google is asked, which takes its time, and not in the moment of a write.
    const isMoment = mood.edits !== DELETIONS || call === 'chat.send' || call === 'clock.sleep';
    if (!isMoment || !this.draw.happens(mood.edits === DELETIONS ? 0.3 : 0.1)) return;
    const choices: (() => void)[] = [];
    if (life.edits < mood.most && mood.edits.length > 0)
      choices.push(() => {
        life.edits += 1;
        this.edit(mood.edits, call);
      });
    if (mood.kills)
      choices.push(() => {
        this.log.push(`    killed before ${call}`);
        life.isDead = true;
        throw new Killed();
      });
    if (mood.others)
      choices.push(() => {
        this.actBeside(person, call);
      });
    if (mood.clocks)
      choices.push(() => {
        const by = this.draw.of([30_000, 8 * 60_000, 40 * 60_000, -90_000, -20 * 60_000]);
        this.log.push(`    the clock moves by ${by} before ${call}`);
        this.world.chat.now += by;
      });
    if (choices.length === 0) return;
    this.points += 1;
    this.draw.of(choices)();
  }

  private edit(edits: readonly Edit[], call: string): void {
    const { draw, world, workbook } = this;
    const ledger = draw.happens(0.85) ? this.list : draw.of(this.asking());
    const { table } = ledger;
    const edit = draw.of(edits);
    const groups = {
      row: ROW_EDITS,
      column: COLUMN_EDITS,
      deletion: DELETIONS,
      protection: PROTECTIONS,
      tab: TAB_EDITS,
    };
    const [name = '', group = []] = Object.entries(groups).find(([, one]) => one.includes(edit)) ?? [];
    this.log.push(`    edit: ${name} ${group.indexOf(edit)} in ${table.title} before ${call}`);
    this.isHarmed ||= edits === DELETIONS;
    edit({ draw, world, workbook, table, ledger, copies: this.copies });
  }

  /** Another execution in the same moment: of the other person, of a second window, of a trigger. */
  private actBeside(person: Person, call: string): void {
    this.log.push(`    before ${call}:`);
    const who = this.draw.happens(0.5) ? person : this.draw.of(PEOPLE);
    const runId = this.openRunId();
    if (this.draw.happens(0.4)) this.passTime(8 * 60_000);
    if (runId === null) this.start(who, CALM);
    else
      this.draw.of([
        () => {
          this.step(who, runId, CALM);
        },
        () => {
          this.pause(who, runId, CALM);
        },
        () => this.cancel(who, runId, CALM),
        () => {
          this.trigger(who, CALM);
        },
        () => {
          this.open(who, CALM);
        },
      ])();
  }

  private executionOf(person: Person, entry: Entry): TestExecution {
    const { workbook, store } = this;
    const { chat } = this.world;
    const hooked: ChatPort = {
      get batchSize() {
        return chat.batchSize;
      },
      get fetchQuotaUsedUp() {
        return chat.fetchQuotaUsedUp;
      },
      send: (requests, identity, until) => {
        workbook.call('chat.send');
        return chat.send(requests, identity, until);
      },
    };
    const clock: ClockPort = {
      now: () => chat.now,
      sleep: (milliseconds) => {
        workbook.call('clock.sleep');
        chat.clock.sleep(milliseconds);
      },
    };
    const continuation: ContinuationPort = {
      arm: (afterMs) => {
        workbook.call('continuation.arm');
        this.triggers.set(person, chat.now + Math.max(60_000, afterMs));
        return 'armed';
      },
      disarm: () => {
        workbook.call('continuation.disarm');
        this.triggers.delete(person);
      },
    };
    return testExecution({
      workbook,
      store,
      continuation,
      chat: hooked,
      clock,
      me: person.email,
      startedBy: entry === 'trigger' ? 'trigger' : 'person',
      random: () => this.draw.next(),
      notices: this.listen(),
    });
  }

  private passTime(milliseconds: number): void {
    this.world.chat.now += milliseconds;
  }

  private openRunId(): string | null {
    return this.store.stored === null ? null : (JSON.parse(this.store.stored) as { runId: string }).runId;
  }

  /** Notices of an execution. Cells that it says it has overwritten are noted at once: they may move later. */
  private listen(): Problem[] {
    const notices: Problem[] = [];
    const push = notices.push.bind(notices);
    notices.push = (...problems) => {
      for (const { code, params } of problems) {
        if (code !== 'cellsOverwritten') continue;
        this.log.push(`    said to be overwritten: ${params.range ?? ''}`);
        for (const area of (params.range ?? '').split(', ')) this.noteLost(area);
      }
      return push(...problems);
    };
    return notices;
  }

  /** The whole column: rows may have moved since. */
  private noteLost(range: string): void {
    // Copies are told apart by nobody: the notice names no tab.
    const [letters = ''] = /^[A-Z]+/.exec(range) ?? [];
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    for (const ledger of this.asking()) ledger.noteLost(column);
  }

  /** Tabs that hold questions. */
  private asking(): readonly Ledger[] {
    return [...this.lists, ...this.copies];
  }

  private requireForeignCells(what: string): void {
    const changes = [...this.asking(), this.bystander].flatMap((ledger) => ledger.foreignChanges());
    if (changes.length > 0)
      throw new Error(`Foreign cells changed by ${what}: ${changes.slice(0, 5).join('; ')}`);
  }

  /** A record holds nothing about people. */
  private requireCleanRecord(): void {
    const { stored } = this.store;
    if (stored !== null && /@|person|List \d|remark/.test(stored))
      throw new Error(`The record says ${stored}`);
  }

  private requireNoMarkers(when: string, tables = this.lists.map(({ table }) => table)): void {
    const left = tables.flatMap(({ title, rows }) =>
      rows.flatMap((cells, row) =>
        cells.flatMap(({ value }, column) =>
          / run-[a-z\d]{8}$/.test(String(value)) ? [`${title} R${row + 1}C${column + 1}`] : [],
        ),
      ),
    );
    if (left.length > 0) throw new Error(`Markers are left (${when}): ${left.join(', ')}`);
  }

  /** No answer is false: each answers a question that its row has asked, and what it says of that question is so. */
  private requireTrueRows(): void {
    for (const ledger of this.asking()) this.requireTrueRowsOf(ledger);
  }

  private requireTrueRowsOf(ledger: Ledger): void {
    const { table } = ledger;
    const at = (key: string): number =>
      this.workbook.peek().find(({ tab, value }) => tab === table.id && value === `column:${key}`)?.column ??
      0;
    const [verdict, note, question] = [at('verdict'), at('note'), at('question')];
    if (verdict === 0 || note === 0 || question === 0) return;
    for (const [index, cells] of table.rows.entries()) {
      const text = String(cells[verdict - 1]?.value ?? '');
      const answered = readAnswered(cells[question - 1]?.value ?? '');
      if (text === '' || answered === null) continue;
      const { key } = answered;
      // The column of notes may have been deleted, and made anew for later answers.
      const noteText = String(cells[note - 1]?.value ?? '');
      const wordings = wordingsOf(text, this.isHarmed && noteText === '' ? null : noteText);
      const asked = ledger.questionsOf(cells);
      const isTrue = asked.some((one) =>
        this.keysOf(one).some(
          ([held, allowed]) => held === key && wordings.some((wording) => allowed.includes(wording)),
        ),
      );
      if (isTrue || wordings.includes('unchecked')) continue;
      throw new Error(`${table.title} row ${index + 1} says ${text} of ${JSON.stringify(asked)} (${key})`);
    }
  }

  /** The keys that an answer to these texts may carry, each with what may truly be said. */
  private keysOf([space, member]: readonly [string, string]): readonly (readonly [
    string,
    readonly string[],
  ])[] {
    return PEOPLE.flatMap(({ email }) => {
      const read = parseQuestion(space, member, { me: email });
      if (!read.ok) return [];
      return [[questionKey(read.value, USER), this.truthOf(space, member, email)] as const];
    });
  }

  private truthOf(space: string, member: string, me: string): readonly string[] {
    const meanings = [space, member].map((text) => this.world.meaningOf(text));
    const spaceId = meanings.flatMap((one) =>
      one !== null && one !== 'me' && 'space' in one ? [one.space] : [],
    )[0];
    const memberId = meanings.flatMap((one) =>
      one === 'me' ? [me] : one !== null && 'member' in one ? [one.member] : [],
    )[0];
    if (spaceId === undefined) return ['unchecked'];
    return trueWordings(this.world, spaceId, memberId ?? 'nobody');
  }
}

/** One line for each row. */
function gridText(table: MemoryTable): string {
  return table
    .grid()
    .map(
      (cells, index) =>
        `      |${index + 1} ${cells.map((value) => (isDate(value) ? value.toISOString().slice(11, 19) : String(value))).join(' | ')}`,
    )
    .join('\n');
}

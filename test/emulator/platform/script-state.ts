/** What stays between the executions of a script: its project, grants and stores, and its spreadsheet. */
import { choiceOf, type Assumed } from '../scenario/assumptions';
import type { Scenario } from '../scenario/scenario';
import type { EmulatorOptions } from '../emulator';
import { Authorization } from './authorization';
import { Locks } from './locks';
import { loadProject, type Project } from './project';
import { BOOK_VERSION, type SavedBook } from './saved-book';
import { detectScopes } from './scope-detection';
import { Book } from './spreadsheet/book';
import { lockTab } from './spreadsheet/guard';
import { restoreSheets, saveSheets } from './spreadsheet/saved-sheets';
import { Caches, PropertyStores } from './stores';
import { Triggers } from './triggers';

export class ScriptState {
  readonly project: Project;
  readonly authorization: Authorization;
  readonly properties = new PropertyStores();
  readonly caches: Caches;
  readonly locks: Locks;
  readonly triggers: Triggers;
  readonly book: Book;
  /** Lines that reached Cloud Logging. */
  readonly cloudLog: string[] = [];
  readonly assumed: Assumed = (assumption) => choiceOf(this.scenario, assumption);
  private refusals: string[] = [];
  private present: Scenario;
  private readonly applyLocks: () => void;
  private readonly onScenario: (() => void)[] = [];

  /** Throws an error that names the file where the project cannot be loaded. */
  constructor(readonly options: EmulatorOptions) {
    const { clock, workspace, scenario, book } = options;
    this.present = scenario;
    this.project = loadProject(options.project);
    this.authorization = new Authorization(
      this.project.manifest.oauthScopes ?? detectScopes(this.project.scripts),
      () => this.scenario.refusedScopes,
    );
    this.caches = new Caches(clock);
    this.locks = new Locks(clock);
    this.triggers = new Triggers(clock);
    this.book = new Book({
      id: 'emulator-spreadsheet',
      name: options.name ?? 'Rollcall',
      locale: scenario.spreadsheetLocale,
      timeZone: scenario.timeZone,
      editors: workspace.people.flatMap(({ email }) => email ?? []).slice(0, 3),
    });
    if (book) this.restore(book);
    this.applyLocks = lockTab(this.book, 'Memberships', () =>
      this.scenario.faultPresets.includes('protected-sheet'),
    );
    this.applyLocks();
  }

  get scenario(): Scenario {
    return this.present;
  }

  set scenario(next: Scenario) {
    this.present = next;
    this.applyLocks();
    for (const tell of this.onScenario) tell();
  }

  /** Calls back whenever the scenario was replaced. */
  whenScenarioChanges(tell: () => void): void {
    this.onScenario.push(tell);
  }

  /** Address of a user; empty for one that the workspace does not know. */
  emailOf(user: string): string {
    return this.options.workspace.people.find(({ name }) => name === user)?.email ?? '';
  }

  /** Notes what a script asked for and the emulator lacks. */
  noteRefusals(refusals: readonly string[]): void {
    this.refusals.push(...refusals);
  }

  takeRefusals(): readonly string[] {
    return this.refusals.splice(0);
  }

  save(): SavedBook {
    return {
      rollcallBook: BOOK_VERSION,
      ...saveSheets(this.book),
      properties: [...this.properties.entries()],
      triggers: [...this.triggers.save()],
    };
  }

  /** The file becomes a copy of itself: nobody has met its script. */
  becomeCopy(name: string): void {
    this.book.becomeCopy(`${this.book.settings.id}-copy`, name, this.assumed('metadata-in-copies') === 'yes');
    this.properties.becomeCopy(this.assumed('properties-in-copies') === 'yes');
    this.caches.clear();
    this.triggers.clear();
    this.authorization.forgetAll();
  }

  private restore(saved: SavedBook): void {
    restoreSheets(this.book, saved);
    this.properties.restore(saved.properties);
    this.triggers.restore(saved.triggers);
  }
}

/** What stays between the executions of a script in one document: how the script is installed, and the spreadsheet. */
import { choiceOf, type Assumed } from '../scenario/assumptions';
import type { Scenario } from '../scenario/scenario';
import type { EmulatorOptions } from '../emulator';
import { Installation } from './installation';
import { BOOK_VERSION, type SavedBook } from './saved-book';
import { Book } from './spreadsheet/book';
import { lockTab } from './spreadsheet/guard';
import { restoreSheets, saveSheets } from './spreadsheet/saved-sheets';

export class ScriptState {
  readonly installation: Installation;
  /** Tells the document from others of the same script. */
  readonly document: string;
  readonly book: Book;
  readonly assumed: Assumed = (assumption) => choiceOf(this.scenario, assumption);
  private refusals: string[] = [];
  private present: Scenario;
  private readonly applyLocks: () => void;
  private readonly onScenario: (() => void)[] = [];

  /**
   * Throws an error that names the file where the project cannot be loaded.
   * @param beside Another document in which the same add-on is used.
   */
  constructor(
    readonly options: EmulatorOptions,
    beside?: ScriptState,
  ) {
    const { workspace, scenario, book } = options;
    this.present = scenario;
    this.installation = beside?.installation ?? new Installation(options, () => this.scenario.refusedScopes);
    this.document = this.installation.nextDocument();
    this.book = new Book({
      id: `emulator-spreadsheet${this.document.slice('document'.length).replace(' ', '-')}`,
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
    const { properties, triggers } = this.installation;
    return {
      rollcallBook: BOOK_VERSION,
      ...saveSheets(this.book),
      properties: [...properties.entries()],
      triggers: [...triggers.save()],
    };
  }

  /** The file becomes a copy of itself: nobody has met its script. */
  becomeCopy(name: string): void {
    this.book.becomeCopy(`${this.book.settings.id}-copy`, name, this.assumed('metadata-in-copies') === 'yes');
    const { properties, caches, triggers, authorization } = this.installation;
    properties.becomeCopy(this.assumed('properties-in-copies') === 'yes');
    caches.clear();
    triggers.clear();
    authorization.forgetAll();
  }

  private restore(saved: SavedBook): void {
    restoreSheets(this.book, saved);
    this.installation.properties.restore(saved.properties);
    this.installation.triggers.restore(saved.triggers);
  }
}

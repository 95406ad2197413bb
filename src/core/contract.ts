/**
 * What may cross `google.script.run`: JSON only, one interface, used by both ends. `main.ts` exports one function of the
 * same name for each method; the sidebar calls them through one promise wrapper.
 */
import type { Membership } from './chat/membership';
import type { Who } from './chat/problem';
import type { VerdictKind } from './chat/verdict';
import type { TargetId } from './target';

/** Failure crosses the wire as data, never as an exception. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ProblemText };

/** A problem in the user's language. */
export interface ProblemText {
  readonly code: string;
  readonly happened: string;
  readonly cause: string;
  readonly nextStep: string;
  /** What the texts are completed with, so that an answer written later says the same. */
  readonly params: Readonly<Record<string, string>>;
  readonly who: Who;
  /** "Who can do it" in words. */
  readonly whoText: string;
  readonly link?: { readonly url: string; readonly label: string };
  readonly original?: string;
}

export type Locale = 'en' | 'ja';

/** Which build of Rollcall answers. */
export interface Build {
  readonly target: TargetId;
  /** As in package.json. */
  readonly version: string;
  /** The first 12 hexadecimal digits of the SHA-256 of the built files; `docs/install.md` says how to compute it again. */
  readonly hash: string;
}

/** A question as typed. `space` may be empty when `member` holds a whole membership name. */
export interface Question {
  readonly space: string;
  readonly member: string;
}

/** A row of the sheet that a question was read from. Columns are one-based. */
export interface QuestionRow {
  /** Id of the tab, and its name. */
  readonly tab: number;
  readonly tabName: string;
  /** One-based. */
  readonly row: number;
  /** Null where the row holds no space: a column of people, or of whole memberships. */
  readonly space: number | null;
  readonly member: number;
}

/** A question as it was read from the sheet. */
export interface SelectedQuestion extends Question {
  /** Where it stands; null where an answer could not be written beside it. */
  readonly at: QuestionRow | null;
}

/** A question of the tab `Memberships`, with what was answered last. */
export interface RecentQuestion extends Question {
  /** Null in a row of an earlier version. */
  readonly verdict: VerdictKind | null;
  /** The status as it stands in the row. */
  readonly verdictText: string;
  /** The member's name; null where the row has none. */
  readonly name: string | null;
  /** RFC 3339, UTC. */
  readonly checkedAt: string;
}

/** The settings of this user in this sheet. */
export interface Settings {
  readonly as: 'user' | 'app' | 'admin';
  /** E-mail address of the service account; empty unless set. */
  readonly serviceAccount: string;
  /** The user has read the warning for this sheet and confirmed it. */
  readonly confirmed: boolean;
  /** The sidebar is light unless the person chose this. */
  readonly theme?: 'dark';
}

/** All that the sidebar shows when it opens. */
export interface Start {
  readonly locale: Locale;
  readonly build: Build;
  readonly settings: Settings;
  /** The question that is selected in the sheet, for the fields; null where none or more than one is. */
  readonly question: SelectedQuestion | null;
  /** The last questions of the `Memberships` tab, newest first, at most 10. */
  readonly recent: readonly RecentQuestion[];
  /** A job of this sheet that is not finished, whoever started it. */
  readonly job: JobView | null;
  /** What was put right while the sidebar opened. */
  readonly notices: readonly ProblemText[];
  /** Which view to open: the menu's `Look up selected rows` opens `rows`, `Check set-up` opens `setup`. */
  readonly view: 'ask' | 'rows' | 'setup';
  /** Scopes that were refused or are not in the manifest; empty when nothing is missing. */
  readonly refused: readonly string[];
  /** Where to grant them; null where nothing is left to grant, so that the manifest lacks them. */
  readonly grantUrl: string | null;
}

/** One answered look-up. */
export interface Answer {
  readonly question: Question;
  readonly verdict: VerdictKind;
  /** `In space`, `Not a direct member`, in the user's language. */
  readonly verdictText: string;
  /** What a colleague would say. */
  readonly sentence: string;
  /** Label and text of each known field, in order, in the user's language. */
  readonly fields: readonly { readonly label: string; readonly text: string }[];
  readonly displayName: string | null;
  /** The day on which the member joined or was invited, in the sheet's zone and the user's language; null where it is not known. */
  readonly since: string | null;
  readonly avatarUrl: string | null;
  /** Opens the space in Google Chat; null where the question names none. */
  readonly spaceLink: string | null;
  /** The API's answer as it came; null where there was none. */
  readonly membership: Membership | null;
  /** For `unchecked`, and for advice beside any other verdict. */
  readonly problem: ProblemText | null;
  /** RFC 3339, UTC. */
  readonly checkedAt: string;
  readonly as: 'user' | 'app' | 'admin';
  /** `notMember` only: see `NotVisible`. */
  readonly directOnly: boolean;
  readonly maybeGroupAddress?: true;
  readonly maybeInvited?: true;
}

/** A cell on its way through `google.script.run`, which loses dates. */
export type WireCell = string | number | boolean | { /** RFC 3339. */ readonly date: string };

/** Where an answer was written. */
export interface Written {
  /** Name and id of the tab. */
  readonly tab: string;
  readonly tabId: number;
  /** One-based. */
  readonly row: number;
  /** Opens the sheet at the answer. */
  readonly link: string;
  /** In the row that the question came from; else in the tab `Memberships`. */
  readonly isBeside: boolean;
  /** The row was there before; else it was added. */
  readonly updated: boolean;
  /** What Rollcall's columns of the row held before, for `sidebarUndoWrite`; null where the row was added. */
  readonly replaced: Readonly<Record<string, WireCell>> | null;
}

/** What to show in the sheet: the answer in one row, whole rows, or all answers since a time, or those of some verdicts. */
export type ShowTarget =
  | { /** Id of the tab. */ readonly tab: number; readonly rows: readonly number[] }
  | { /** Id of the tab. */ readonly tab: number; readonly row: number }
  | {
      readonly tab: number;
      /** RFC 3339: `JobView.startedAt`. */
      readonly since: string;
      /** Selects the status cells of these answers; without it only the first answer is selected. */
      readonly verdict?: VerdictKind | readonly VerdictKind[];
    };

/** What was selected in the sheet. */
export interface Shown {
  readonly tab: string;
  /** Rows with such an answer. */
  readonly rows: number;
  /** How many of them are selected: fewer where they are too scattered. */
  readonly selected: number;
}

/** Rows that a person may want to look at after a job, from the top of the tab: counted, and some of them by name. */
export interface Exceptions {
  /** By why they could not be checked. */
  readonly unchecked: readonly {
    readonly reason: string;
    readonly count: number;
    /** One-based; at most 100. */
    readonly rows: readonly number[];
  }[];
  readonly notMember: NamedRows;
  readonly invited: NamedRows;
}

export interface NamedRows {
  readonly count: number;
  /** Names, else what was asked; at most 20. */
  readonly names: readonly string[];
}

/** What most of a column is. */
export type ColumnContent = 'memberships' | 'members' | 'spaces' | 'dates' | 'numbers' | 'texts';

/** A column of the sheet, for the person to choose. */
export interface ColumnView {
  /** One-based. */
  readonly column: number;
  readonly letters: string;
  /** Empty where it has none. */
  readonly title: string;
  readonly holds: ColumnContent;
}

/** What a person says about a selection. */
export interface RowsChoice {
  /** One-based columns of the questions; null: as they look. `space` null: one space is meant for all rows. */
  readonly columns: { readonly space: number | null; readonly member: number } | null;
  /** All rows of the table, whichever are selected. */
  readonly wholeTable: boolean;
}

/** What a selection holds, before anything is sent. */
export interface SelectionSummary {
  readonly tab: string;
  /** Id of the tab, for `sidebarShow`. */
  readonly tabId: number;
  readonly range: string;
  readonly rows: number;
  /** One-based. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Which columns hold the questions. `member` null: none looks like members, so that nothing can be started. */
  readonly columns: { readonly space: ColumnView | null; readonly member: ColumnView | null };
  /** Every column with something in it, but Rollcall's own. */
  readonly choices: readonly ColumnView[];
  /** The selected columns where they are one or two of nothing but words: a list of names for `sidebarCompareNames`. Else empty. */
  readonly names: readonly ColumnView[];
  /** What this summary was made for; a start of what was shown keeps to it. */
  readonly choice: RowsChoice;
  /** One cell is selected, and its row is meant. */
  readonly isCell: boolean;
  readonly questions: number;
  readonly spaces: number;
  readonly people: number;
  /** Rows that will get a problem instead of a look-up. */
  readonly badRows: number;
  /** Some of them, from the top; one-based. */
  readonly badRowNumbers: readonly number[];
  readonly hiddenRows: number;
  /** About how many requests: at best and at most. */
  readonly requestsLow: number;
  readonly requestsHigh: number;
  /** About how long it takes. */
  readonly seconds: number;
  readonly headerRow: boolean;
  /** A column of people alone: one space is meant for all of them. */
  readonly peopleAlone: boolean;
  /** And it has not been named yet. */
  readonly needsSpace: boolean;
  /** False where `script.external_request` was refused: one request after another. */
  readonly parallel: boolean;
  /**
   * Letters of the first new column, right of the table and right after the question; null where the table has all of its
   * columns, so that there is nothing to choose.
   */
  readonly newAtEnd: string | null;
  readonly newAfterQuestion: string | null;
}

/** How a job of the selected rows is started. */
export interface StartOptions {
  /** Where new columns go; `end`, right of the table, unless told. */
  readonly place?: ColumnPlace;
}

export type ColumnPlace = 'end' | 'afterQuestion';
/** What kind of conversation a space is; `unknown` where nobody could ask, or where this version does not know the type. */
export type SpaceType = 'space' | 'groupChat' | 'directMessage' | 'unknown';

/** A space as the page shows it. What Google did not say is null. */
export interface SpaceView {
  /** `spaces/…` */
  readonly space: string;
  /** Its own name. Direct messages and unnamed group chats have none: `sidebarNameSpaces` makes one. */
  readonly displayName: string | null;
  readonly type: SpaceType;
  /** A direct message between one person and an app. */
  readonly withApp: boolean;
  /** Opens the space in Google Chat; always an address below https://chat.google.com/. */
  readonly link: string;
  /** Direct members who have joined, by Google's own count: people and groups. */
  readonly people: number | null;
  readonly groups: number | null;
  /** Time of the last message, RFC 3339. */
  readonly lastActive: string | null;
  /** RFC 3339. */
  readonly created: string | null;
  readonly outsidersAllowed: boolean | null;
}

/** One page of at most 1,000 spaces: all that the caller is in, or as an admin all named spaces of the organisation. */
export interface SpacesPage {
  readonly spaces: readonly SpaceView[];
  /** For the next call; null on the last page. A page may be empty and still have a next one. */
  readonly nextPageToken: string | null;
}

/** What a direct message or an unnamed group chat is called: by who is in it. */
export interface SpaceLabel {
  /** `spaces/…` */
  readonly space: string;
  /** `Aoi Tanaka, Ken Mori and 2 others`, in the user's language; null where nobody in it has a name that may be shown. */
  readonly label: string | null;
}

/** Who is in a space, in numbers. Roles and origins are those of people who have joined. */
export interface Composition {
  /** People who have joined. */
  readonly people: number;
  readonly owners: number;
  readonly managers: number;
  readonly members: number;
  readonly inside: number;
  readonly guests: number;
  readonly outside: number;
  readonly groups: number;
  readonly apps: number;
  /** People and groups who are invited. */
  readonly invited: number;
}

/** What the tab `Spaces` knows of a space: its name, and the numbers of its last listing. */
export interface KnownSpace {
  /** `spaces/…` */
  readonly space: string;
  /** Empty where its name is not known. */
  readonly name: string;
  readonly link: string;
  /** Null where it has not been listed. Only the numbers that the tab holds. */
  readonly composition: Omit<Composition, 'members' | 'inside'> | null;
  /** Names of the owners as one text; empty where none is known. */
  readonly ownerNames: string;
  /** RFC 3339; null where it has not been listed. */
  readonly listedAt: string | null;
  /** Whether it is worth a look, and why: texts in the user's language. `lookReasons` in core tells the same of a `SpaceView`. */
  readonly reasons: readonly string[];
}

/** Kinds of members that the API does not show to an identity. */
export type HiddenKind = 'groups' | 'apps' | 'invited';

/** Where a list came from and what it is worth. */
export interface ListingStamp {
  /** RFC 3339, UTC. */
  readonly listedAt: string;
  readonly as: 'user' | 'app' | 'admin';
  /** The last page was read, and Google's own count agrees where it is known. */
  readonly complete: boolean;
  /** How many people and groups Google counts; null where that could not be asked. */
  readonly googleCounts: { readonly people: number; readonly groups: number } | null;
  readonly hidden: readonly HiddenKind[];
  /** The whole stamp as one text in the user's language: complete or why not, when, as whom, what is not visible. */
  readonly text: string;
}

/** All members of one space, for the card. */
export interface Roster {
  readonly space: SpaceView;
  /** As the API gave them, in no order; empty where there are more than 1,000 (`isLarge`). */
  readonly memberships: readonly Membership[];
  /** More than 1,000 members: only `sidebarStartRoster` lists them. */
  readonly isLarge: boolean;
  readonly composition: Composition;
  readonly stamp: ListingStamp;
  /** Where its list stands or would stand. */
  readonly tab: {
    /** `Members of …` */
    readonly name: string;
    /** There is such a tab already: writing refreshes it. */
    readonly exists: boolean;
    /** Its log of changes is switched on. */
    readonly logsChanges: boolean;
  };
}

/** What writing a list of members may do beside it. */
export interface RosterOptions {
  /** Switches the log of changes (tab `Changes`) on or off for this list; absent: as it is. */
  readonly changes?: boolean;
  /** Direct messages and unnamed group chats are written too: their names are the people in them. Off unless true. */
  readonly directMessages?: boolean;
}

/**
 * Which spaces to list: one, those of the rows that are selected in the tab `Spaces`, or all of mine (in the tab `Spaces` first,
 * then their members). Several go into the one tab `Members`.
 */
export type RosterTarget =
  | { readonly of: 'space'; /** As typed: name, link or id. */ readonly space: string }
  | { readonly of: 'selected' }
  /** Those of the tab `Spaces` that were not listed yet. */
  | { readonly of: 'unlisted' }
  /** Those that the tab `Members` holds: refreshes it. */
  | { readonly of: 'listed' }
  | { readonly of: 'mine' };

/** The spaces of the rows that are selected in the tab `Spaces`, before anything is sent. */
export interface SelectedSpaces {
  readonly spaces: number;
  /** Direct messages and unnamed group chats among them. */
  readonly directMessages: number;
  /** Members by Google's count, as far as the tab knows it. */
  readonly people: number;
}

/** One difference between a list as it stood and as it is now. */
export interface RosterChange {
  readonly what: 'joined' | 'invited' | 'noLongerIn' | 'role' | 'from';
  /** `spaces/…` */
  readonly space: string;
  /** Name, else address, else id. */
  readonly member: string;
  /** `Left or was removed on 23 Nov 2026, by Google's record.`, `Member, now Owner.`; in the user's language. */
  readonly text: string;
}

/** Where one member is, of the spaces that were asked; those whose only owner they are first. */
export interface Whereabouts {
  readonly asked: number;
  readonly unchecked: number;
  readonly places: readonly {
    /** `spaces/…` */
    readonly space: string;
    readonly verdict: 'member' | 'invited';
    /** The role's text. */
    readonly role: string;
    readonly isOnlyOwner: boolean;
  }[];
}

/** A list beside a space, once `sidebarStartCompare` has come to its end. */
export interface Comparison {
  /** Id of the tab that holds the list. */
  readonly tab: number;
  /** `spaces/…` */
  readonly space: string;
  /** Verdicts of the rows: those in the space are on both, unchecked ones are undecided, the others only on the list. */
  readonly counts: VerdictCounts;
  /** The first 100 who are only on the list. */
  readonly onlyInList: readonly { readonly row: number; readonly name: string; readonly invited: boolean }[];
  /** Addresses of those who are missing and not invited either, each once. */
  readonly addresses: readonly string[];
  /** The same as CSV (space, address), for tools that can add people. */
  readonly csv: string;
  /** Rows that mean somebody who stands in another row too, perhaps under another address. */
  readonly doubles: number;
  /** People in the space and in no row: the tab `Not on your list`. Null where there is none. */
  readonly rest: {
    readonly tab: string;
    readonly tabId: number;
    readonly count: number;
    /** The first 100. `from` is the text of inside, guest or outside. */
    readonly people: readonly { readonly row: number; readonly name: string; readonly from: string }[];
  } | null;
}

/** A list of names beside a space. Nothing in it is sure, and nothing of it is written. */
export interface NameComparison {
  /** Name and id of the tab, for `sidebarShow`. */
  readonly tab: string;
  readonly tabId: number;
  /** In A1 notation. */
  readonly range: string;
  readonly space: SpaceView;
  readonly stamp: ListingStamp;
  readonly rows: number;
  /** Exactly one person in the space has this name; `candidates` holds addresses, else names. */
  readonly probably: readonly NamedCandidates[];
  readonly several: readonly NamedCandidates[];
  readonly nobody: readonly { readonly row: number; readonly name: string }[];
}

export interface NamedCandidates {
  readonly row: number;
  readonly name: string;
  readonly candidates: readonly string[];
}

/** How far a list of members is, in numbers. */
export interface RosterProgress {
  readonly spaces: number;
  readonly spacesDone: number;
  /** Spaces that could not be listed, or not completely. */
  readonly spacesIncomplete: number;
  /** Of all spaces that are done. */
  readonly composition: Composition;
  /** Changes so far, whether or not they are logged; none at a first listing. */
  readonly changes: Readonly<Record<RosterChange['what'], number>>;
  /** The stamp of the last space that is done; null while none is. */
  readonly stamp: ListingStamp | null;
}

export type JobState = 'running' | 'paused' | 'done' | 'stopped';

/** Rows by their verdict. */
export type VerdictCounts = Readonly<Record<VerdictKind, number>>;

/** A job as the sidebar shows it. Nothing about people. */
export interface JobView {
  readonly runId: string;
  /** Id of its kind: `look-up`, `roster` (members of one or many spaces) or `spaces` (fills the tab `Spaces`). */
  readonly kind: string;
  /** As whom it asks. */
  readonly as: 'user' | 'app' | 'admin';
  readonly state: JobState;
  readonly tab: string;
  /** Id of the tab, for `sidebarShow` and `sidebarShowTab`; null where the job has none yet. */
  readonly tabId: number | null;
  /** Letters of the first and the last column in which answers stand; null until that is known. */
  readonly columns: { readonly first: string; readonly last: string } | null;
  /** Rows, members or spaces, by kind. 0 where it is not known beforehand. */
  readonly total: number;
  readonly done: number;
  /** The one space of a list of members, `spaces/…`; null for any other job. */
  readonly space: string | null;
  /** Kind `roster` only. */
  readonly roster: RosterProgress | null;
  /** Kind `compare` only; `stamp` is null until the space is listed. */
  readonly comparison: { readonly space: string; readonly stamp: ListingStamp | null } | null;
  /** Changes that this very call found, by name; a page that steps a job gathers them. */
  readonly changes: readonly RosterChange[];
  /** Verdicts so far; null for kinds of job that give none. */
  readonly counts: VerdictCounts | null;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly startedAt: string;
  /** Google asked for a rest: no step before this time (RFC 3339). */
  readonly notBefore: string | null;
  /** Started by somebody else. */
  readonly foreign: boolean;
  readonly parallel: boolean;
  /** Why it stopped, where it did. */
  readonly problem: ProblemText | null;
  /** What else happened in this step. */
  readonly notices: readonly ProblemText[];
}

/** One space in the answer to "where is this person?". Spaces in which they are not are only counted. */
export interface WherePlace {
  /** `spaces/S` */
  readonly space: string;
  readonly verdict: Exclude<VerdictKind, 'notMember'>;
  readonly verdictText: string;
  /** As the Chat user interface names it; empty where it is not known. */
  readonly role: string;
  /** The day of joining or of the invitation, in the sheet's zone. */
  readonly since: string | null;
  readonly isOwner: boolean;
  /** Whether nobody else owns the space; null where they are no owner, or where that could not be learned. */
  readonly isOnlyOwner: boolean | null;
  /** Why it could not be checked. */
  readonly problem: ProblemText | null;
}

/** What one call of "where is this person?" brings. The page calls again with what is left. */
export interface WhereStep {
  readonly places: readonly WherePlace[];
  /** Spaces that were asked and in which they are not. */
  readonly notIn: number;
  /** Spaces that were not asked yet. */
  readonly left: readonly string[];
  /** To be handed back with the next call: how much Google was asked lately. */
  readonly pace: unknown;
  /** What stops every further request. */
  readonly problem: ProblemText | null;
}

/** A tab that holds something of Rollcall's. */
export interface TableInfo {
  /** Id of the tab. */
  readonly tab: number;
  readonly name: string;
}

/** A table for other programs. */
export interface ExportedTable {
  /** Name for a file. */
  readonly name: string;
  /** RFC 4180; nothing in it acts as a formula. */
  readonly csv: string;
}

/** What `sidebarErase` would take away, beside marks, the job, settings, caches and this person's trigger. */
export interface EraseSummary {
  /** Names of tabs that go whole. */
  readonly tabs: readonly string[];
  /** Columns that go in tabs that stay, such as `F:P`. */
  readonly columns: readonly { readonly tab: string; readonly columns: readonly string[] }[];
}

export type ProbeState = 'proven' | 'failed' | 'notProven' | 'notNeeded';

/** The set-up check: one row a probe, and the whole as text for the person who must fix it. */
export interface SetupReport {
  readonly probes: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: ProbeState;
    readonly stateText: string;
    readonly detail: string;
    readonly problem: ProblemText | null;
  }[];
  readonly text: string;
}

/** Every function that the sidebar may call. */
export interface Contract {
  sidebarStart(): Reply<Start>;
  /** `spaceName`: what the page calls the space (from the picker or the tab `Spaces`), for the sentence; a look-up asks for no name. */
  sidebarLookUp(question: Question, spaceName?: string): Reply<Answer>;
  /**
   * Writes an answer into the row that its question was read from, where that still asks the same (else `questionMoved`);
   * into the tab `Memberships` where `at` is null.
   */
  sidebarWrite(answer: Answer, at: QuestionRow | null): Reply<Written>;
  /** Undoes one write. Refused with `answerChanged` where the row no longer holds what was written. */
  sidebarUndoWrite(answer: Answer, written: Written): Reply<null>;
  /** Moves the person's view to answers. Refused with `noAnswers` where there are none. */
  sidebarShow(target: ShowTarget): Reply<Shown>;
  /** The exceptions among the answers of a tab since a time (RFC 3339: `JobView.startedAt`). Sends nothing. */
  sidebarExceptions(tabId: number, since: string): Reply<Exceptions>;
  /** `choice`: what the person said about the selection; without it, as it looks. */
  sidebarSelection(space: string, choice?: RowsChoice): Reply<SelectionSummary>;
  /** Refused with `selectionChanged` where the selection is no longer what the person was shown. */
  sidebarStartJob(space: string, shown: SelectionSummary, options?: StartOptions): Reply<JobView>;
  /** Compares the selected column of people with a space: looks the rows up, then lists who is in the space and in no row. */
  sidebarStartCompare(space: string, shown: SelectionSummary, options?: StartOptions): Reply<JobView>;
  /** Reads what a comparison has written: `tabId`, `comparison.space` and `startedAt` of its job. */
  sidebarComparison(job: {
    readonly tab: number;
    readonly space: string;
    readonly since: string;
  }): Reply<Comparison>;
  /** Compares selected names (one column, or last and first name in two) with a space of up to 1,000 members. */
  sidebarCompareNames(space: string): Reply<NameComparison>;
  /** One bounded step of at most 15 s. */
  sidebarStepJob(runId: string, takeOver?: boolean): Reply<JobView>;
  sidebarPauseJob(runId: string): Reply<JobView>;
  sidebarCancelJob(runId: string): Reply<JobView>;
  /** One page of spaces for the picker: '' asks for the first one. One request. */
  sidebarSpaces(pageToken: string): Reply<SpacesPage>;
  /** Names direct messages and unnamed group chats by who is in them: at most 10 `spaces/…` a call, one request each. */
  sidebarNameSpaces(spaces: readonly string[]): Reply<readonly SpaceLabel[]>;
  /** What the tab `Spaces` knows, for names and for what is worth a look. Sends nothing; empty where there is no such tab. */
  sidebarKnownSpaces(): Reply<readonly KnownSpace[]>;
  /** Fills or refreshes the tab `Spaces`, one request for 1,000 spaces: begins the job and does its first step. */
  sidebarStartSpaces(options: { readonly directMessages: boolean }): Reply<JobView>;
  /**
   * Lists the members of a space for the card and writes nothing: two requests (the page and Google's count), more only where
   * the two differ or pages are short. Takes a space as typed: link, id, or a name that the tab `Spaces` knows.
   */
  sidebarListMembers(space: string): Reply<Roster>;
  /**
   * Writes a roster as `sidebarListMembers` gave it, within the day. Asks Google only about people who were in the list before and
   * are not any more. The view is `done` unless that takes longer; then step it. Refused with `answerOutdated`, and with
   * `directMessageUnconfirmed` where it is a direct message and the options do not say so.
   */
  sidebarWriteRoster(roster: Roster, options: RosterOptions): Reply<JobView>;
  /** Lists members into the sheet, however many: begins the job and does its first step. */
  sidebarStartRoster(target: RosterTarget, options: RosterOptions): Reply<JobView>;
  /** What `sidebarStartRoster({of: 'selected'})` would list. Sends nothing. */
  sidebarSelectedSpaces(): Reply<SelectedSpaces>;
  /** Moves the person's view to a tab of Rollcall's; false where it is gone. */
  sidebarShowTab(tabId: number): Reply<boolean>;
  /** Looks for one member in the first of these spaces (`spaces/S`). `pace` as the last call gave it, null at first. */
  sidebarWhere(asked: {
    readonly member: string;
    readonly spaces: readonly string[];
    readonly pace: unknown;
  }): Reply<WhereStep>;
  /**
   * Looks for one member in all spaces of the caller, however many, in the tab `Spaces of NAME`: lists the spaces, one request for
   * 1,000 of them, begins the job and does its first step. Direct messages and group chats only where they are wanted.
   */
  sidebarStartWhere(asked: { readonly member: string; readonly directMessages: boolean }): Reply<JobView>;
  /** Tables that can be exported. */
  sidebarTables(): Reply<readonly TableInfo[]>;
  sidebarExport(tab: number): Reply<ExportedTable>;
  sidebarEraseSummary(): Reply<EraseSummary>;
  /** Refused with `eraseChanged` where something else would go than the person was shown. */
  sidebarErase(shown: EraseSummary): Reply<null>;
  sidebarSaveSettings(settings: Settings): Reply<Settings>;
  /** Who can edit the sheet, and so its script: e-mail addresses where they can be known, else null. */
  sidebarEditors(): Reply<readonly string[] | null>;
  sidebarCheckSetup(space: string): Reply<SetupReport>;
}

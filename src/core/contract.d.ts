/**
 * What may cross `google.script.run`: JSON only, one interface, used by both ends. `main.ts` exports one function of the
 * same name for each method; the sidebar calls them through one promise wrapper.
 */
import type { Membership } from './chat/membership';
import type { Who } from './chat/problem';
import type { VerdictKind } from './chat/verdict';
/** Failure crosses the wire as data, never as an exception. */
export type Reply<T> =
  | {
      readonly ok: true;
      readonly value: T;
    }
  | {
      readonly ok: false;
      readonly problem: ProblemText;
    };
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
  readonly link?: {
    readonly url: string;
    readonly label: string;
  };
  readonly original?: string;
}
export type Locale = 'en' | 'ja';
/** A question as typed. `space` may be empty when `member` holds a whole membership name. */
export interface Question {
  readonly space: string;
  readonly member: string;
}
/** The settings of this user in this sheet. */
export interface Settings {
  readonly as: 'user' | 'app' | 'admin';
  /** E-mail address of the service account; empty unless set. */
  readonly serviceAccount: string;
  /** The user has read the warning for this sheet and confirmed it. */
  readonly confirmed: boolean;
}
/** All that the sidebar shows when it opens. */
export interface Start {
  readonly locale: Locale;
  readonly settings: Settings;
  /** The question that is selected in the sheet, for the fields; null where none or more than one is. */
  readonly question: Question | null;
  /** The last questions of the `Memberships` tab, newest first, at most 10. */
  readonly recent: readonly Question[];
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
  /** `Member`, `Not a direct member`, in the user's language. */
  readonly verdictText: string;
  /** What a colleague would say. */
  readonly sentence: string;
  /** Label and text of each known field, in order, in the user's language. */
  readonly fields: readonly {
    readonly label: string;
    readonly text: string;
  }[];
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
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
/** Where an answer was written. */
export interface Written {
  readonly tab: string;
  /** One-based. */
  readonly row: number;
  readonly updated: boolean;
}
/** What a selection holds, before anything is sent. */
export interface SelectionSummary {
  readonly tab: string;
  readonly range: string;
  readonly rows: number;
  readonly questions: number;
  readonly spaces: number;
  readonly people: number;
  /** Rows that will get a problem instead of a look-up. */
  readonly badRows: number;
  readonly hiddenRows: number;
  /** About how many requests: at best and at most. */
  readonly requestsLow: number;
  readonly requestsHigh: number;
  readonly headerRow: boolean;
  /** A column of people alone: one space is meant for all of them. */
  readonly peopleAlone: boolean;
  /** And it has not been named yet. */
  readonly needsSpace: boolean;
  /** False where `script.external_request` was refused: one request after another. */
  readonly parallel: boolean;
}
export type JobState = 'running' | 'paused' | 'done' | 'stopped';
/** Rows by their verdict. */
export type VerdictCounts = Readonly<Record<VerdictKind, number>>;
/** A job as the sidebar shows it. Nothing about people. */
export interface JobView {
  readonly runId: string;
  /** Id of its kind. */
  readonly kind: string;
  /** As whom it asks. */
  readonly as: 'user' | 'app' | 'admin';
  readonly state: JobState;
  readonly tab: string;
  readonly total: number;
  readonly done: number;
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
  sidebarLookUp(question: Question): Reply<Answer>;
  sidebarWrite(answer: Answer): Reply<Written>;
  sidebarSelection(space: string): Reply<SelectionSummary>;
  /** Refused with `selectionChanged` where the selection is no longer what the person was shown. */
  sidebarStartJob(space: string, shown: SelectionSummary): Reply<JobView>;
  /** One bounded step of at most 15 s. */
  sidebarStepJob(runId: string, takeOver?: boolean): Reply<JobView>;
  sidebarPauseJob(runId: string): Reply<JobView>;
  sidebarCancelJob(runId: string): Reply<JobView>;
  sidebarSaveSettings(settings: Settings): Reply<Settings>;
  /** Who can edit the sheet, and so its script: e-mail addresses where they can be known, else null. */
  sidebarEditors(): Reply<readonly string[] | null>;
  sidebarCheckSetup(space: string): Reply<SetupReport>;
}

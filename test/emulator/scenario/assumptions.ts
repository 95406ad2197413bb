/**
 * What nobody could establish about Google, as switches: each with its possible answers. The default is what Google answered to the
 * conformance case of the same name, or else the first. The product must be right, or say "Couldn't check", under all of them.
 */
import type { KeptAnswers } from '../conformance/answers';
import { KEPT } from '../conformance/kept';
import type { Scenario } from './scenario';

export const ASSUMPTIONS = {
  /** members.get by the address of somebody who is not in the space: both were reported. */
  'absent-email': ['400', '404'],
  /** members.get of somebody who has left. Not documented. */
  'left-member': ['404', '400', '200'],
  /** A space that does not exist, or that the caller cannot see: one status for both was recorded on other methods. */
  'unseen-space': ['404', '403'],
  /** Whether owners and managers still read a restricted member list with their own token. Not documented. */
  'restricted-owners-exempt': ['no', 'yes'],
  /** members.get with a name `members/group-…`. Inferred from names in lists, never recorded. */
  'group-get': ['works', '404'],
  /** members.get of somebody who is in the space only through a Google Group. Not documented. */
  'through-group-get': ['404', '200'],
  /** members.get by the address of a group: the address form is documented for people only. */
  'group-email-get': ['404', '400', '200'],
  /** members.get of somebody who is invited, with admin access. Not stated; lists leave them out. */
  'admin-invited-get': ['shown', '404'],
  /** Whether spaces.list holds spaces that the caller is in only through a group, or is invited to. No statement. */
  'listed-spaces': ['through-groups', 'direct', 'invited-too'],
  /** JSON of the "empty Membership" in the event of somebody who has gone since. */
  'event-empty-membership': ['object', 'absent'],
  /** State in the `deleted` event of somebody who is back: payloads show what is true today. */
  'event-rejoined-state': ['JOINED', 'NOT_A_MEMBER'],
  /** Whether the membership of a Google Group raises events. Not documented. */
  'event-of-group': ['none', 'raised'],
  /** What a space that restricts its member list shows of its events. Not documented. */
  'event-restricted-list': ['shown', 'refused', 'empty'],
  /** spaceEvents.list with a start more than 28 days ago. Not documented. */
  'event-start-too-old': ['cut', '400'],
  /** Whether a list takes a filter with app authentication: the guide says no, and its own samples use one. */
  'app-filter': ['works', 'refused'],
  /** What an app gets of a space that restricts its member list: documented as "may" be empty, and denied. */
  'restricted-as-app': ['shown', 'hidden'],
  /** members.get by address with a service account: older guides refuse it, the current text does not say. */
  'app-email-alias': ['refused', 'works'],
  /** Whether e-mail and picture come with app authentication. No statement. */
  'app-profile-fields': ['absent', 'filled'],
  /** The profile fields of September 2026 may not have reached every organisation. */
  'profile-fields': ['filled', 'absent'],
  /** Whether reads work before the Chat app is configured: the guides and reports disagree. */
  'unconfigured-reads': ['refused', 'work'],
  /** A list may return fewer than asked, and an empty page with a token was measured on a sibling method. */
  'short-pages': ['no', 'yes'],
  /** How much of an API error reaches a script through an advanced service. */
  'advanced-error-details': ['code-message-errors', 'whole'],
  /** Whether calls of an advanced service count against the day's quota of UrlFetchApp. Not established. */
  'advanced-fetch-quota': ['apart', 'shared'],
  /** What a failure handler of a page gets for a thrown `Error`: reports disagree. */
  'script-run-error-prefix': ['class', 'bare'],
  /** A text that begins with `=`, written into a cell whose format is `@`: no report either way. */
  'formula-in-text-cell': ['text', 'formula'],
  /** A leading apostrophe, written into a cell whose format is `@`: no report. */
  'apostrophe-in-text-cell': ['kept', 'consumed'],
  /** The same in any other cell: two projects and the Sheets API say consumed, one remark says stored. */
  'apostrophe-in-plain-cell': ['consumed', 'kept'],
  /** Whether reading cells a second time sees what others changed meanwhile: currency is promised for one's own writes only. */
  reread: ['fresh', 'cached-until-flush'],
  /** Whether a date from getValues is `instanceof Date`: one author measured no, countless scripts rely on yes. */
  'date-class': ['instance', 'no-instance'],
  /** When protection, validation and typed columns refuse a write: two projects say at the flush; the call itself would be usual. */
  'errors-at-flush': ['flush', 'call'],
  /** What becomes of the writes that were queued behind one that is refused: no report. */
  'behind-refused-write': ['lost', 'done'],
  /** Whether a write that is queued moves along when another person inserts rows above it: no report. */
  'queued-write-in-moved-rows': ['stays', 'follows'],
  /** Whether a copied tab, column or file carries developer metadata: no statement. */
  'metadata-in-copies': ['no', 'yes'],
  /** Whether a copied file carries document properties: no statement. Script properties stay behind, by one project. */
  'properties-in-copies': ['no', 'yes'],
  /** Whether a run from the script editor sees what is selected in the window: it is documented for runs from the sheet only. */
  'selection-from-editor': ['unseen', 'seen'],
} as const satisfies Readonly<Record<string, readonly [string, string, ...string[]]>>;

export type Assumption = keyof typeof ASSUMPTIONS;

const NAMES = Object.keys(ASSUMPTIONS) as Assumption[];
const SETTLED = settledBy(KEPT);

/** Tells which answer holds at present. */
export type Assumed = <A extends Assumption>(assumption: A) => (typeof ASSUMPTIONS)[A][number];

/** Assumptions that no conformance case can settle, each with the reason. */
export const WITHOUT_CASE: Readonly<Partial<Record<Assumption, string>>> = {
  'advanced-fetch-quota': 'The case would use up the day’s quota of the person who asks.',
};

/** Every answer to an assumption, the default first. */
export function answersTo(assumption: Assumption): readonly string[] {
  const choices: readonly string[] = ASSUMPTIONS[assumption];
  const known = SETTLED[assumption];
  return known === undefined ? choices : [known, ...choices.filter((choice) => choice !== known)];
}

/** The switches that these answers to conformance cases settle; an answer that no switch has is left out. */
export function settledBy(kept: KeptAnswers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const choices: readonly string[] = ASSUMPTIONS[name];
      const answer = kept[name]?.answer;
      return answer !== undefined && choices.includes(answer) ? [[name, answer]] : [];
    }),
  );
}

/** The answer that a scenario gives. */
export function choiceOf<A extends Assumption>(
  { assumptions }: Scenario,
  assumption: A,
): (typeof ASSUMPTIONS)[A][number] {
  // Whoever reads a scenario checks its answers.
  return (assumptions[assumption] ?? answersTo(assumption)[0]) as (typeof ASSUMPTIONS)[A][number];
}

/** The first answer of each list, whatever Google has answered: for tests of the emulator itself. */
export const FIRST_ANSWERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ASSUMPTIONS).map(([name, [first]]) => [name, first]),
);

/** The first answer to everything. */
export const DEFAULT_ANSWERS: Assumed = (assumption) => ASSUMPTIONS[assumption][0];

/** Every switch turned to its answer of this number, counted from 0, which is the default; so is one with fewer answers. */
export function answersNumbered(number: number): Readonly<Record<string, string>> {
  return Object.fromEntries(NAMES.map((name) => [name, answersTo(name)[number] ?? answersTo(name)[0] ?? '']));
}

/** Every single switch turned to each of its other answers. */
export function variants(): readonly Readonly<Record<string, string>>[] {
  return NAMES.flatMap((name) =>
    answersTo(name)
      .slice(1)
      .map((choice) => ({ [name]: choice })),
  );
}

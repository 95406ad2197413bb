/** One answer as a person sees it: made from a verdict, and read back when the sidebar asks to write it. */
import * as v from 'valibot';
import { QUESTION } from '../arguments';
import type { Answer, Question } from '../contract';
import type { Identity } from '../chat/identity';
import { kindOf, readMembership, type Membership } from '../chat/membership';
import { problemOf, type Problem } from '../chat/problem';
import { isProblemCode, type ProblemCode } from '../chat/problem-table';
import { spaceLink } from '../chat/space';
import {
  membershipName,
  parseQuestion,
  withoutSecrets,
  type CurrentUser,
  type MembershipReference,
} from '../chat/reference';
import {
  cannotSee,
  isAbout,
  judgeMembership,
  VERDICTS,
  type NotVisible,
  type Verdict,
} from '../chat/verdict';
import { fail, ok, type Result } from '../result';
import type { Catalogue } from '../locales/catalogue';
import { safeText } from '../locales/safe-text';

/** What an answer needs beside its verdict. */
export interface AnswerContext {
  /** As typed. */
  readonly question: Question;
  /** As understood; null where it could not be read. */
  readonly reference: MembershipReference | null;
  readonly identity: Identity;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
  /** What the space is called, where the page knows it. */
  readonly spaceName?: string;
  readonly catalogue: Catalogue;
  /** Writes a time in the sheet's zone, by a pattern of `words.card`. */
  readonly formatTime: (milliseconds: number, pattern: string) => string;
  readonly problemText: (problem: Problem) => NonNullable<Answer['problem']>;
}

/** Makes the answer: the sentence and the known fields in the user's language, the API's own answer beside them. */
export function answerOf(verdict: Verdict, context: AnswerContext): Answer {
  const { catalogue, question, reference, identity, checkedAt, spaceName = null } = context;
  const membership = verdict.kind === 'unchecked' ? null : (verdict.membership ?? null);
  const day = (time: string | undefined): string | null => written(time, catalogue.card.dayPattern, context);
  return {
    question: { space: withoutSecrets(question.space), member: withoutSecrets(question.member) },
    verdict: verdict.kind,
    verdictText: catalogue.verdictText(verdict),
    sentence: catalogue.sentence(verdict, {
      question: reference ?? question,
      since: day(membership?.createTime),
      until: day(membership?.deleteTime),
      spaceName,
    }),
    fields: fieldsOf(verdict, membership ?? {}, context),
    since: day(membership?.createTime),
    displayName: seen(membership?.member?.displayName),
    avatarUrl: membership?.member?.avatarUrl ?? null,
    spaceLink: reference === null ? null : spaceLink(reference.space),
    membership,
    problem: verdict.kind === 'unchecked' ? context.problemText(verdict.problem) : null,
    checkedAt: new Date(checkedAt).toISOString(),
    as: identity.as,
    ...(verdict.kind === 'notMember' ? notVisibleIn(verdict) : { directOnly: false }),
  };
}

function fieldsOf(verdict: Verdict, membership: Membership, context: AnswerContext): Answer['fields'] {
  const { catalogue, identity, checkedAt } = context;
  const { fields, kinds, timePattern } = catalogue.card;
  const kind = kindOf(membership);
  const created = written(membership.createTime, timePattern, context);
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [fields.name, seen(membership.member?.displayName)],
    [fields.email, seen(membership.member?.email)],
    [fields.kind, kind === null ? null : kinds[kind]],
    [fields.role, catalogue.roleText(membership)],
    [fields.from, catalogue.originText(membership)],
    [verdict.kind === 'invited' ? fields.invited : fields.joined, created],
    [fields.left, written(membership.deleteTime, timePattern, context)],
    [fields.membership, membership.name],
    [fields.checked, context.formatTime(checkedAt, timePattern)],
    [fields.as, catalogue.identities[identity.as]],
  ];
  return rows.flatMap(([label, text]) =>
    text === null || text === undefined || text === '' ? [] : [{ label, text }],
  );
}

/** A text of which something can be seen: a name may consist of invisible characters. */
function seen(text: string | undefined): string | null {
  return text === undefined || safeText(text) === '' ? null : text;
}

/** A time that cannot be read stays as it came. */
function written(time: string | undefined, pattern: string, { formatTime }: AnswerContext): string | null {
  if (time === undefined || time === '') return null;
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? time : formatTime(milliseconds, pattern);
}

/** An answer on its way back from the sidebar, as far as the sheet needs it. */
export interface ReturnedAnswer {
  readonly question: Question;
  readonly verdict: Verdict;
  readonly as: Answer['as'];
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
}

/** What an answer that comes back is checked against. */
export interface ReturnContext {
  readonly currentUser: CurrentUser;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const PROBLEM = v.object({
  code: v.custom<ProblemCode>((code) => typeof code === 'string' && isProblemCode(code)),
  params: v.record(v.string(), v.string()),
  original: v.optional(v.string()),
});
const ANSWER = v.object({
  question: QUESTION,
  verdict: v.picklist(VERDICTS),
  membership: v.unknown(),
  problem: v.nullable(PROBLEM),
  checkedAt: v.string(),
  as: v.picklist(['user', 'app', 'admin']),
  directOnly: v.boolean(),
  maybeGroupAddress: v.optional(v.literal(true)),
  maybeInvited: v.optional(v.literal(true)),
});
type RawAnswer = v.InferOutput<typeof ANSWER>;

/** Who is in a space changes: an answer in a page that was left open must not be written as if it were new. */
const LONGEST_KEPT_MS = 24 * 60 * 60_000;

/**
 * Reads back what the sidebar sends. Nothing in it is trusted: what does not fit, in itself or together, is refused as a whole
 * (`argumentUnreadable`), and so is an answer of more than a day ago (`answerOutdated`).
 */
export function readAnswer(value: unknown, { currentUser, now }: ReturnContext): Result<ReturnedAnswer> {
  const read = v.safeParse(ANSWER, value);
  if (!read.success) return fail('argumentUnreadable');
  const { question, as } = read.output;
  const asked = parseQuestion(question.space, question.member, currentUser);
  if (!asked.ok) return asked;
  const verdict = readVerdict(read.output, asked.value);
  const checkedAt = Date.parse(read.output.checkedAt);
  if (verdict === null || Number.isNaN(checkedAt) || checkedAt > now) return fail('argumentUnreadable');
  return now - checkedAt > LONGEST_KEPT_MS
    ? fail('answerOutdated')
    : ok({ question, verdict, as, checkedAt });
}

/** The verdict; null where it is not one that could have been given to this question. */
function readVerdict(raw: RawAnswer, asked: MembershipReference): Verdict | null {
  if (raw.verdict === 'unchecked') {
    if (raw.membership !== null || raw.problem === null) return null;
    const { code, params, original } = raw.problem;
    return { kind: 'unchecked', problem: problemOf(code, params, original) };
  }
  const identity: Identity = raw.as === 'app' ? { as: 'app', serviceAccount: '' } : { as: raw.as };
  if (cannotSee(identity, asked.member) !== null) return null;
  if (raw.verdict === 'notMember' && raw.membership === null)
    return { kind: 'notMember', ...notVisibleIn(raw) };
  const membership = readMembership(raw.membership);
  if (membership === null || !isAbout(membership, membershipName(asked))) return null;
  const verdict = judgeMembership(membership, !raw.directOnly);
  return verdict.kind === raw.verdict ? verdict : null;
}

/** What else a refusal leaves open. */
function notVisibleIn({
  directOnly,
  maybeGroupAddress,
  maybeInvited,
}: Pick<RawAnswer, keyof NotVisible>): NotVisible {
  return {
    directOnly,
    ...(maybeGroupAddress === undefined ? {} : { maybeGroupAddress }),
    ...(maybeInvited === undefined ? {} : { maybeInvited }),
  };
}

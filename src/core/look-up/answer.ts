/** One answer as a person sees it: made from a verdict, and read back when the sidebar asks to write it. */
import type { Answer, Question } from '../contract';
import type { Identity } from '../chat/identity';
import { kindOf, readMembership, type Membership } from '../chat/membership';
import { problemOf, type Problem, type ProblemCode } from '../chat/problem';
import { PROBLEMS } from '../chat/problem-table';
import type { MembershipReference } from '../chat/reference';
import { fail, ok, type Result } from '../result';
import { isIdentity } from '../setup/settings';
import type { Verdict } from '../chat/verdict';
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
  readonly catalogue: Catalogue;
  /** Writes a time in the sheet's zone, by a pattern of `words.card`. */
  readonly formatTime: (milliseconds: number, pattern: string) => string;
  readonly problemText: (problem: Problem) => NonNullable<Answer['problem']>;
}

/** Makes the answer: the sentence and the known fields in the user's language, the API's own answer beside them. */
export function answerOf(verdict: Verdict, context: AnswerContext): Answer {
  const { catalogue, question, reference, identity, checkedAt } = context;
  const membership = verdict.kind === 'unchecked' ? null : (verdict.membership ?? null);
  const day = (time: string | undefined): string | null => written(time, catalogue.card.dayPattern, context);
  return {
    question,
    verdict: verdict.kind,
    verdictText: catalogue.verdictText(verdict),
    sentence: catalogue.sentence(verdict, {
      question: reference ?? question,
      since: day(membership?.createTime),
      until: day(membership?.deleteTime),
    }),
    fields: fieldsOf(verdict, membership ?? {}, context),
    displayName: seen(membership?.member?.displayName),
    avatarUrl: membership?.member?.avatarUrl ?? null,
    membership,
    problem: verdict.kind === 'unchecked' ? context.problemText(verdict.problem) : null,
    checkedAt: new Date(checkedAt).toISOString(),
    as: identity.as,
    directOnly: verdict.kind === 'notMember' && verdict.directOnly,
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

/** Reads back what the sidebar sends. Nothing in it is trusted; what does not fit is refused as a whole. */
export function readAnswer(value: unknown): Result<ReturnedAnswer> {
  const raw = asRecord(value);
  const question = readQuestionArgument(raw.question);
  const verdict = readVerdict(raw);
  const checkedAt = typeof raw.checkedAt === 'string' ? Date.parse(raw.checkedAt) : NaN;
  const { as } = raw;
  if (!question.ok) return question;
  if (verdict === null || Number.isNaN(checkedAt) || !isIdentity(as)) return fail('argumentUnreadable');
  return ok({ question: question.value, verdict, as, checkedAt });
}

/** Reads a question as the sidebar or a caller in the editor gives it. */
export function readQuestionArgument(value: unknown): Result<Question> {
  const { space, member } = asRecord(value);
  if (typeof space !== 'string' || typeof member !== 'string') return fail('argumentUnreadable');
  return ok({ space, member });
}

function readVerdict(raw: Readonly<Record<string, unknown>>): Verdict | null {
  const membership = raw.membership === null ? null : readMembership(raw.membership);
  switch (raw.verdict) {
    case 'member':
    case 'invited':
      return membership === null ? null : { kind: raw.verdict, membership };
    case 'notMember':
      return {
        kind: 'notMember',
        directOnly: raw.directOnly !== false,
        ...(membership === null ? {} : { membership }),
      };
    case 'unchecked': {
      const { code, original, params } = asRecord(raw.problem);
      if (typeof code !== 'string' || !isCode(code)) return null;
      const catalogue = typeof original === 'string' ? original : undefined;
      return { kind: 'unchecked', problem: problemOf(code, textsIn(params), catalogue) };
    }
    default:
      return null;
  }
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(asRecord(value)).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function isCode(code: string): code is ProblemCode {
  return Object.prototype.hasOwnProperty.call(PROBLEMS, code);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

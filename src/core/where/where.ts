/** Where somebody is, some spaces at a time. The page holds the list of spaces and what was found; nothing is remembered here. */
import * as v from 'valibot';
import { roleOf, type Membership } from '../chat/membership';
import { problemOf, ProblemError } from '../chat/problem';
import { parseMember } from '../chat/reference';
import type { Verdict } from '../chat/verdict';
import type { WherePlace, WhereStep } from '../contract';
import type { Execution } from '../execution';
import { answerNotVisible, planLookUps } from '../look-up/plan';
import type { Answered } from '../look-up/space-plan';
import { carryOut } from '../requests/at-once';
import { Rate, readRateState } from '../requests/rate';
import { valueOf } from '../result';
import { OwnersPlan } from './owners-plan';

/** Spaces that one call takes: at Google's limit of 50 reads a second some seconds of work. */
const MOST_SPACES = 200;
/** Nothing new is asked after this, so that the page can show what was found. */
const ASKING_MS = 9_000;
/** Time for the owners of what was found. */
const OWNERS_MS = 3_000;

/** What the page hands in. */
const ARGUMENT = v.object({
  member: v.string(),
  spaces: v.pipe(v.array(v.pipe(v.string(), v.regex(/^spaces\/[\w-]{1,64}$/))), v.maxLength(20_000)),
  pace: v.unknown(),
});

export interface WhereArgument {
  /** As typed. */
  readonly member: string;
  /** `spaces/S`, in the order in which they are to be asked. */
  readonly spaces: readonly string[];
  /** As an earlier call gave it; whatever cannot be that counts as none. */
  readonly pace: unknown;
}

/**
 * Asks the first of these spaces for one member; `left` says which remain. That one is in a space oneself does not prove that its
 * members can be read: it may show them to its owners only.
 */
export function lookWhere(execution: Execution, { member, spaces, pace }: WhereArgument): WhereStep {
  const { identity, currentUser, clock } = execution;
  const reference = valueOf(parseMember(member, currentUser));
  const now = clock.now();
  const rate = new Rate(readRateState(pace, now), execution.readsPerMinute);
  const chosen = [...new Set(spaces)].slice(0, MOST_SPACES);
  const questions = chosen.map((name) => ({ space: idOf(name), member: reference }));
  const [first] = questions;
  const notVisible = first === undefined ? null : answerNotVisible(first, identity);
  if (notVisible?.verdict.kind === 'unchecked') throw new ProblemError(notVisible.verdict.problem);
  const plan = planLookUps(questions, { identity, currentUser });
  const asked = carryOut(plan, { identity, ports: execution, rate, until: now + ASKING_MS });
  const owned = asked.results.filter(({ verdict }) => isOwner(verdict)).map(({ question }) => question.space);
  const owners = carryOut(new OwnersPlan(owned, identity), {
    identity,
    ports: execution,
    rate,
    until: clock.now() + OWNERS_MS,
  });
  const counts = new Map(owners.results.map(({ space, count }) => [space, count]));
  const places = asked.results.flatMap((answered) => placeOf(answered, counts, execution));
  const done = new Set(asked.results.map(({ question }) => `spaces/${question.space}`));
  const { problem } = asked;
  return {
    places,
    notIn: asked.results.length - places.length,
    left: [...new Set(spaces)].filter((name) => !done.has(name)),
    pace: rate.state(clock.now()),
    problem: problem !== null && (problem.repeats || done.size === 0) ? execution.problemText(problem) : null,
  };
}

function idOf(name: string): string {
  return name.slice('spaces/'.length);
}

function isOwner(verdict: Verdict): boolean {
  return verdict.kind === 'member' && roleOf(verdict.membership) === 'owner';
}

/** One space as the page shows it; none where the member is not there. */
function placeOf(
  { question, verdict }: Answered,
  owners: ReadonlyMap<string, number | null>,
  execution: Execution,
): readonly WherePlace[] {
  if (verdict.kind === 'notMember') return [];
  const { catalogue } = execution;
  const membership: Membership = verdict.kind === 'unchecked' ? {} : verdict.membership;
  const joined = Date.parse(membership.createTime ?? '');
  const count = isOwner(verdict) ? (owners.get(question.space) ?? null) : null;
  return [
    {
      space: `spaces/${question.space}`,
      verdict: verdict.kind,
      verdictText: catalogue.verdictText(verdict),
      role: catalogue.roleText(membership),
      since: Number.isNaN(joined) ? null : execution.formatTime(joined, catalogue.card.dayPattern),
      isOwner: isOwner(verdict),
      isOnlyOwner: count === null ? null : count === 1,
      problem: verdict.kind === 'unchecked' ? execution.problemText(verdict.problem) : null,
    },
  ];
}

/** Checks what the page hands in. Throws a `ProblemError` where it is not that. */
export function readWhereArgument(value: unknown): WhereArgument {
  const read = v.safeParse(ARGUMENT, value);
  if (read.success) return read.output;
  throw new ProblemError(problemOf('argumentUnreadable'));
}

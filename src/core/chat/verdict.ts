/** An API answer turned into a verdict. The only place that judges an answer. */
import { isEmail, isKnownForm } from './reference';
import type { Identity } from './identity';
import {
  kindOf,
  memberKeys,
  readMembership,
  spaceOf,
  stateOf,
  type Membership,
  type State,
} from './membership';
import type { ChatRequest, Failure, Outcome } from '../ports';
import { judgeFailure, problemOf, type Problem } from './problem';

/** The kinds of verdict, listed once. */
export const VERDICTS = ['member', 'invited', 'notMember', 'unchecked'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** The answer to "is M in S?". */
export type Verdict =
  | { readonly kind: 'member'; readonly membership: Membership }
  | { readonly kind: 'invited'; readonly membership: Membership }
  | ({ readonly kind: 'notMember'; readonly membership?: Membership } & NotVisible)
  | { readonly kind: 'unchecked'; readonly problem: Problem };

/** What a refusal leaves open: whom this identity would not have seen although they are in the space. */
export interface NotVisible {
  /**
   * There is no membership of their own, but people who come in through a group cannot be seen. False only where a
   * complete listing as the user showed that the space holds no group.
   */
  readonly directOnly: boolean;
  /** The address may be a group's: whether members.get finds a group by its address is not established. */
  readonly maybeGroupAddress?: true;
  /** They may be invited: what admin access answers for an invited person is not established. */
  readonly maybeInvited?: true;
}

/** A verdict, or the need to know first whether the space itself can be read. */
export type Judgement =
  { readonly needsProbe?: never; readonly verdict: Verdict } | { readonly needsProbe: true };

/** What is known when a get has come back. */
export interface GetContext {
  readonly request: Extract<ChatRequest, { method: 'spaces.members.get' }>;
  readonly identity: Identity;
  /** Whether the space could be read as this identity; null while nobody looked. */
  readonly spaceReadable: boolean | null;
  /** True when a complete listing as the user showed no group. */
  readonly noGroups: boolean;
}

/** Judges what became of one `spaces.members.get`. */
export function judge(outcome: Outcome, context: GetContext): Judgement {
  if (!outcome.ok) return judgeRefusal(outcome.failure, context);
  const membership = readMembership(outcome.body);
  if (membership === null) return unchecked(problemOf('answerUnreadable'));
  if (!isAbout(membership, context.request.name)) return unchecked(problemOf('otherMember'));
  return { verdict: judgeMembership(membership, context.noGroups) };
}

/** Judges a membership that is known to be the one asked for, from a get or a list. */
export function judgeMembership(membership: Membership, noGroups: boolean): Verdict {
  const state = stateOf(membership);
  if (state === null) return { kind: 'unchecked', problem: problemOf('stateMissing') };
  if (typeof state === 'object') {
    return { kind: 'unchecked', problem: problemOf('stateUnknown', { value: state.raw }) };
  }
  const verdicts: Readonly<Record<State, Verdict>> = {
    joined: { kind: 'member', membership },
    invited: { kind: 'invited', membership },
    notAMember: { kind: 'notMember', directOnly: !noGroups, membership },
  };
  return verdicts[state];
}

/** Says before a request is sent that this identity cannot see such a member; null where it can or might. */
export function cannotSee(identity: Identity, member: string): Problem | null {
  if (identity.as === 'app' && member === 'app') return problemOf('appCannotSeeApps');
  if (identity.as === 'app' && member.startsWith('group-')) return problemOf('appCannotSeeGroups');
  if (identity.as === 'admin' && member === 'app') return problemOf('adminCannotSeeApps');
  return null;
}

/** A refusal is an absence only where the API says so and the identity could have seen the member. */
function judgeRefusal(failure: Failure, context: GetContext): Judgement {
  const problem = judgeFailure(failure, context);
  if (problem.code !== 'notFound' && problem.code !== 'noSuchMember') return unchecked(problem);
  const { member } = idsIn(context.request.name);
  const provesNothing = whyProvesNothing(member, context);
  if (provesNothing !== null) return unchecked(provesNothing);
  const absent: Judgement = { verdict: { kind: 'notMember', ...notVisibleTo(member, context) } };
  // Reported for people asked by address as the user: this 400 alone says "not a member of this space".
  if (problem.code === 'noSuchMember' && context.identity.as === 'user' && isEmail(member)) return absent;
  if (context.noGroups || context.spaceReadable === true) return absent;
  if (context.spaceReadable === null) return { needsProbe: true };
  return unchecked(problemOf('spaceNotFound', problem.params, failure.message));
}

/** Why "not found" would prove nothing: what this identity cannot see, or what the API is not known to answer. */
function whyProvesNothing(member: string, { identity, noGroups }: GetContext): Problem | null {
  switch (identity.as) {
    case 'app':
      return problemOf(isEmail(member) ? 'appCannotUseEmail' : 'appSeesJoinedOnly');
    case 'admin':
      // Apps have no address, so an address is a person; an id may be an app's, and admins are shown no apps.
      return isEmail(member) ? null : (groupNotVisible(member, noGroups) ?? problemOf('adminCannotSeeApps'));
    case 'user':
      return isKnownForm(member)
        ? groupNotVisible(member, noGroups)
        : problemOf('memberUnreadable', { value: member });
  }
}

/** Whom a refusal leaves open. */
function notVisibleTo(member: string, { identity, noGroups }: GetContext): NotVisible {
  return {
    directOnly: !noGroups,
    ...(isEmail(member) && !noGroups ? { maybeGroupAddress: true } : {}),
    ...(identity.as === 'admin' ? { maybeInvited: true } : {}),
  };
}

/** Whether `members/group-…` is answered at all is not established. */
function groupNotVisible(member: string, noGroups: boolean): Problem | null {
  return member.startsWith('group-') && !noGroups ? problemOf('groupUnconfirmed') : null;
}

/** Whether an answer is about the member asked for: a broken proxy or cache may give somebody else's. */
export function isAbout(membership: Membership, name: string): boolean {
  const asked = idsIn(name);
  if ((spaceOf(membership) ?? asked.space) !== asked.space) return false;
  // An address may be an alias: the answer then carries the canonical id and the primary address.
  if (isEmail(asked.member)) return kindOf(membership) !== 'app';
  if (asked.member === 'app') return kindOf(membership) === 'app' || kindOf(membership) === null;
  return memberKeys(membership).includes(asked.member);
}

function idsIn(name: string): { readonly space: string; readonly member: string } {
  const [, space = '', , member = ''] = name.split('/');
  return { space, member };
}
function unchecked(problem: Problem): Judgement {
  return { verdict: { kind: 'unchecked', problem } };
}

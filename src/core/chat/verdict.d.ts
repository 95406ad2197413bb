import type { Identity } from './identity';
import { type Membership } from './membership';
import type { ChatRequest, Outcome } from '../ports';
import { type Problem } from './problem';
/** The kinds of verdict, listed once. */
export declare const VERDICTS: readonly ['member', 'invited', 'notMember', 'unchecked'];
export type VerdictKind = (typeof VERDICTS)[number];
/** The answer to "is M in S?". */
export type Verdict =
  | {
      readonly kind: 'member';
      readonly membership: Membership;
    }
  | {
      readonly kind: 'invited';
      readonly membership: Membership;
    }
  | ({
      readonly kind: 'notMember';
      readonly membership?: Membership;
    } & NotVisible)
  | {
      readonly kind: 'unchecked';
      readonly problem: Problem;
    };
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
  | {
      readonly needsProbe?: never;
      readonly verdict: Verdict;
    }
  | {
      readonly needsProbe: true;
    };
/** What is known when a get has come back. */
export interface GetContext {
  readonly request: Extract<
    ChatRequest,
    {
      method: 'spaces.members.get';
    }
  >;
  readonly identity: Identity;
  /** Whether the space could be read as this identity; null while nobody looked. */
  readonly spaceReadable: boolean | null;
  /** True when a complete listing as the user showed no group. */
  readonly noGroups: boolean;
}
/** Judges what became of one `spaces.members.get`. */
export declare function judge(outcome: Outcome, context: GetContext): Judgement;
/** Judges a membership that is known to be the one asked for, from a get or a list. */
export declare function judgeMembership(membership: Membership, noGroups: boolean): Verdict;
/** Says before a request is sent that this identity cannot see such a member; null where it can or might. */
export declare function cannotSee(identity: Identity, member: string): Problem | null;
/** Whether an answer is about the member asked for: a broken proxy or cache may give somebody else's. */
export declare function isAbout(membership: Membership, name: string): boolean;

/** An API answer turned into a verdict. The only place that judges an answer. */
import type { Membership } from './membership';
import type { Problem } from './problem';

/**
 * The answer to "is M in S?". `notMember.directOnly` is true unless a complete listing with `showGroups` showed that the
 * space holds no group: people who come in through a group cannot be seen.
 */
export type Verdict =
  | { readonly kind: 'member'; readonly membership: Membership }
  | { readonly kind: 'invited'; readonly membership: Membership }
  | { readonly kind: 'notMember'; readonly directOnly: boolean; readonly membership?: Membership }
  | { readonly kind: 'unchecked'; readonly problem: Problem };

/** Whether a member is whoever asks. */
import { memberKeys, type Membership } from './membership';
import { ProblemError } from './problem';
import type { CurrentUser } from './reference';

/** The address of whoever asks, in lower case; null where it may not be read. */
export function addressOfMe(currentUser: CurrentUser): string | null {
  try {
    return currentUser.me?.toLowerCase() ?? null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** Tells whether a membership is that of whoever asks; never where their address, or the member's, is not known. */
export function isMe(membership: Membership, currentUser: CurrentUser): boolean {
  const me = addressOfMe(currentUser);
  return me !== null && memberKeys(membership).includes(me);
}

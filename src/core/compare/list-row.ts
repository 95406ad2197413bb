/** Which answers beside a list are about the people who stand there now. */
import { USER, type Identity } from '../chat/identity';
import { saysMe } from '../chat/reference';
import type { JobPorts } from '../job/kind';
import { questionKey, readAnswered, unreadableKey } from '../look-up/question-key';
import { cellText, type Cell } from '../table/cell';
import { readQuestion } from '../table/selection';

/**
 * Whether a row's answer, by its cell in `Chat question`, is about the member who is typed there now. False in a row that was emptied
 * or changed since. `space` is `spaces/S`.
 */
export function answersTyped(
  { member, question }: { readonly member: Cell; readonly question: Cell },
  space: string,
  { currentUser, identity }: Pick<JobPorts, 'currentUser' | 'identity'>,
): boolean {
  const typed = cellText(member);
  if (typed.trim() === '') return false;
  const answered = readAnswered(question);
  // Another person may have asked about themselves, and an older version wrote no key: nothing tells that somebody else is meant.
  if (answered === null || saysMe(typed)) return true;
  const read = readQuestion({ space: '', member }, space, currentUser);
  const keys = read.ok
    ? identitiesBeside(identity).map((one) => questionKey(read.value, one))
    : [unreadableKey('', member)];
  return keys.includes(answered.key);
}

/** As whom a row of the list may have been asked. */
function identitiesBeside(identity: Identity): readonly Identity[] {
  return [identity, USER, { as: 'admin' }];
}

/** People of a list as the page needs them: a name, and who is an exception. */
import { kindOf, originOf, roleOf, stateOf, type Membership } from '../../core/chat/membership';
import { safeText } from '../../core/locales/safe-text';

/** A name, else an address, else the id. */
export function memberName({ member, groupMember, name = '' }: Membership): string {
  const texts = [member?.displayName, member?.email, idIn(member?.name), idIn(groupMember?.name), name];
  return texts.map((text) => safeText(text ?? '')).find((text) => text !== '') ?? '';
}

export function isInvited(membership: Membership): boolean {
  return stateOf(membership) === 'invited';
}

/** People who have joined. */
export function peopleIn(memberships: readonly Membership[]): readonly Membership[] {
  return memberships.filter((one) => kindOf(one) === 'person' && stateOf(one) === 'joined');
}

export function groupsIn(memberships: readonly Membership[]): readonly Membership[] {
  return memberships.filter((one) => kindOf(one) === 'group');
}

const RANKS: readonly unknown[] = ['owner', 'manager', 'member'];

/** Owners first, then by name. */
export function byRole(memberships: readonly Membership[]): readonly Membership[] {
  const rank = (one: Membership): number => {
    const at = RANKS.indexOf(roleOf(one));
    return at < 0 ? RANKS.length : at;
  };
  return [...memberships].sort((a, b) => rank(a) - rank(b) || memberName(a).localeCompare(memberName(b)));
}

export function isFrom(membership: Membership, origin: 'outside' | 'guest'): boolean {
  return originOf(membership) === origin;
}

function idIn(name: string | undefined): string | undefined {
  return name?.replace(/^(?:users|groups)\//, '');
}

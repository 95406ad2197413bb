/** Who is in a space, in numbers. */
import { kindOf, originOf, roleOf, stateOf, type Membership } from '../chat/membership';
import type { GoogleCounts } from '../chat/space';
import type { Composition } from '../contract';

export const NOBODY: Composition = {
  people: 0,
  owners: 0,
  managers: 0,
  members: 0,
  inside: 0,
  guests: 0,
  outside: 0,
  groups: 0,
  apps: 0,
  invited: 0,
};

/** What of a membership is counted. Null stands for what the API does not say, other texts for values that nobody knows. */
export interface Counted {
  readonly kind: string | null;
  readonly state: string | null;
  readonly role: string | null;
  readonly from: string | null;
}

/** What of a membership is counted. */
export function countedOf(membership: Membership): Counted {
  return {
    kind: kindOf(membership),
    state: plain(stateOf(membership)),
    role: plain(roleOf(membership)),
    from: plain(originOf(membership)),
  };
}

/** The numbers of memberships. Roles and origins are those of people who have joined; others are in no number but `people`. */
export function composition(memberships: Iterable<Counted>): Composition {
  const n = { ...NOBODY };
  for (const { kind, state, role, from } of memberships) {
    if (state === 'invited') n.invited += 1;
    if (state !== 'joined') continue;
    if (kind === 'group') n.groups += 1;
    if (kind === 'app') n.apps += 1;
    if (kind !== 'person') continue;
    n.people += 1;
    if (role === 'owner') n.owners += 1;
    if (role === 'manager') n.managers += 1;
    if (role === 'member') n.members += 1;
    if (from === 'inside') n.inside += 1;
    if (from === 'guest') n.guests += 1;
    if (from === 'outside') n.outside += 1;
  }
  return n;
}

/** Two compositions together. */
export function added(a: Composition, b: Composition): Composition {
  const keys = Object.keys(NOBODY) as (keyof Composition)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Composition;
}

/** How many rows a composition stands for. */
export function sizeOf({ people, groups, apps, invited }: Composition): number {
  return people + groups + apps + invited;
}

/**
 * Whether a listing has as many people and groups as Google counts. Groups are shown to people only, so the Chat app's list is
 * compared by its people.
 */
export function agrees(listed: GoogleCounts, counts: GoogleCounts, as: 'user' | 'app' | 'admin'): boolean {
  return listed.people === counts.people && (as === 'app' || listed.groups === counts.groups);
}

function plain(value: string | { readonly raw: string } | null): string | null {
  return typeof value === 'object' && value !== null ? value.raw : value;
}

/** The Chat API's JSON for memberships, understood without trusting it: every field may be absent, unknown enum values are kept. */

import { isRecord } from '../json';

/** `User` of the Chat API. `type` is `HUMAN`, `BOT` or a value this version does not know. */
export interface User {
  readonly name?: string;
  readonly type?: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly avatarUrl?: string;
  readonly domainId?: string;
  readonly isAnonymous?: boolean;
}

/** `Group` of the Chat API: a Google Group, by resource name only. */
export interface Group {
  readonly name?: string;
}

/** `Membership` of the Chat API. Timestamps are RFC 3339 in UTC with 0 to 9 fraction digits. */
export interface Membership {
  readonly name?: string;
  readonly state?: string;
  readonly role?: string;
  readonly member?: User;
  readonly groupMember?: Group;
  readonly createTime?: string;
  readonly deleteTime?: string;
  readonly affiliation?: string;
}

/** One page of `spaces.members.list`. */
export interface MembershipPage {
  readonly memberships: readonly Membership[];
  /** Null on the last page. */
  readonly nextPageToken: string | null;
}

/** An enum value that this version does not know, verbatim. */
export interface Unrecognised {
  readonly raw: string;
}

export type State = 'joined' | 'invited' | 'notAMember';
/** As the Chat user interface calls them: `ROLE_MANAGER` is the owner, `ROLE_ASSISTANT_MANAGER` the manager. */
export type Role = 'owner' | 'manager' | 'member';
/** Relation to the organisation that owns the space. */
export type Origin = 'inside' | 'outside' | 'guest';
export type MemberKind = 'person' | 'app' | 'group';

const STATES: ReadonlyMap<string, State> = new Map([
  ['JOINED', 'joined'],
  ['INVITED', 'invited'],
  ['NOT_A_MEMBER', 'notAMember'],
]);
const ROLES: ReadonlyMap<string, Role> = new Map([
  ['ROLE_MANAGER', 'owner'],
  ['ROLE_ASSISTANT_MANAGER', 'manager'],
  ['ROLE_MEMBER', 'member'],
]);
const ORIGINS: ReadonlyMap<string, Origin> = new Map([
  ['INTERNAL', 'inside'],
  ['EXTERNAL', 'outside'],
  ['MANAGED_EXTERNAL', 'guest'],
]);
/** The API's ways to say nothing. */
const UNSPECIFIED = new Set([
  'MEMBERSHIP_STATE_UNSPECIFIED',
  'MEMBERSHIP_ROLE_UNSPECIFIED',
  'AFFILIATION_UNSPECIFIED',
]);

/** Reads the state; null where the API says nothing. */
export function stateOf(membership: Membership): State | Unrecognised | null {
  return meaning(membership.state, STATES);
}

/** Reads the role; null where the API says nothing, as for groups. */
export function roleOf(membership: Membership): Role | Unrecognised | null {
  return meaning(membership.role, ROLES);
}

/** Reads inside, outside or guest; null where the API says nothing, as for groups. */
export function originOf(membership: Membership): Origin | Unrecognised | null {
  return meaning(membership.affiliation, ORIGINS);
}

/** Tells whom a membership is about; null where it does not tell. More kinds may come. */
export function kindOf(membership: Membership): MemberKind | null {
  if (
    membership.groupMember !== undefined ||
    idAfter(membership.name, /\/members\/(group-[^/]+)$/) !== null
  ) {
    return 'group';
  }
  if (membership.member?.type === 'HUMAN') return 'person';
  return membership.member?.type === 'BOT' ? 'app' : null;
}

/**
 * Lists every text by which a question may mean this member, as `MembershipReference.member` writes them: user id,
 * `group-` with the group's id, e-mail address in lower case, membership id.
 */
export function memberKeys(membership: Membership): readonly string[] {
  const group = idAfter(membership.groupMember?.name, /^groups\/([^/]+)$/);
  const keys = [
    idAfter(membership.member?.name, /^users\/([^/]+)$/),
    membership.member?.email?.toLowerCase() ?? null,
    idAfter(membership.name, /^spaces\/[^/]+\/members\/([^/]+)$/),
    group === null ? null : `group-${group}`,
  ];
  return [...new Set(keys.filter((key): key is string => key !== null && key !== ''))];
}

/** Finds the id of the space a membership belongs to, where its name tells. */
export function spaceOf(membership: Membership): string | null {
  return idAfter(membership.name, /^spaces\/([^/]+)\/members\/[^/]+$/);
}

/** Reads one membership; null for anything that is not one. Fields of a wrong type are dropped. */
export function readMembership(body: unknown): Membership | null {
  if (!isRecord(body)) return null;
  const member = isRecord(body.member) ? readUser(body.member) : null;
  const group = isRecord(body.groupMember) ? texts(body.groupMember, ['name']) : null;
  const membership: Membership = {
    ...texts(body, ['name', 'state', 'role', 'createTime', 'deleteTime', 'affiliation']),
    ...(member === null ? {} : { member }),
    ...(group === null ? {} : { groupMember: group }),
  };
  const named = spaceOf(membership) !== null || memberKeys(membership).length > 0;
  return named ? membership : null;
}

/** Reads one page of a list; null for anything that is not one. `{}` is an empty last page. */
export function readMembershipPage(body: unknown): MembershipPage | null {
  if (!isRecord(body)) return null;
  const { memberships = [], nextPageToken = '' } = body;
  const isPage = 'memberships' in body || 'nextPageToken' in body || Object.keys(body).length === 0;
  if (!isPage || !Array.isArray(memberships) || typeof nextPageToken !== 'string') return null;
  const read = memberships.map(readMembership);
  if (!read.every((one) => one !== null)) return null;
  return { memberships: read, nextPageToken: nextPageToken === '' ? null : nextPageToken };
}

function readUser(body: Readonly<Record<string, unknown>>): User {
  const user = texts(body, ['name', 'type', 'displayName', 'email', 'avatarUrl', 'domainId']);
  return typeof body.isAnonymous === 'boolean' ? { ...user, isAnonymous: body.isAnonymous } : user;
}

function meaning<T>(raw: string | undefined, known: ReadonlyMap<string, T>): T | Unrecognised | null {
  if (raw === undefined || raw === '' || UNSPECIFIED.has(raw)) return null;
  return known.get(raw) ?? { raw };
}

function idAfter(name: string | undefined, pattern: RegExp): string | null {
  return pattern.exec(name ?? '')?.[1] ?? null;
}

/** Picks those of the keys that hold a text. */
function texts<K extends string>(
  from: Readonly<Record<string, unknown>>,
  keys: readonly K[],
): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = from[key];
    if (typeof value === 'string') found[key] = value;
  }
  return found;
}

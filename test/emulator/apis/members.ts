/** `spaces.members.get` and `spaces.members.list`, by the rules of the Chat API reference for user, admin and app. */
import { seededRandom } from '../random';
import type { MembershipResource } from '../workspace/workspace';
import {
  appNotInSpace,
  appsHiddenFromApp,
  denied,
  emailRefusedToApp,
  invalidValue,
  noSuchMember,
  notFound,
  userOnly,
} from './errors';
import { isEqual, leavesAppsOut, MEMBER_FILTER, passes, readFilter, type Filter } from './filter';
import { cut, type Page } from './paging';
import { answerTo, has, type ApiRequest } from './request';

/** Answers `spaces.members.get`. */
export function getMembership(request: ApiRequest): MembershipResource {
  const [space = '', member = ''] = request.resource.split('/members/');
  requireVisible(request, space);
  requireUnrestricted(request, space);
  if (hidesItsList(request, space)) throw denied();
  const found = findMember(request, space, member);
  if (!found)
    throw member.includes('@') && answerTo(request, 'absent-email') === '400' ? noSuchMember() : notFound();
  if (found.state === 'NOT_A_MEMBER') {
    const answer = answerTo(request, 'left-member');
    if (answer !== '200') throw answer === '400' ? noSuchMember() : notFound();
  }
  if (
    found.state === 'INVITED' &&
    request.as === 'admin' &&
    answerTo(request, 'admin-invited-get') === '404'
  ) {
    throw notFound();
  }
  if (isApp(request, found)) {
    if (request.as === 'app') throw appsHiddenFromApp();
    if (request.as === 'admin') throw notFound();
  }
  const hiddenFromApp = found.groupMember !== undefined || found.state === 'INVITED';
  if (request.as === 'app' && hiddenFromApp) throw notFound();
  return shown(request, found);
}

function findMember(request: ApiRequest, space: string, member: string): MembershipResource | undefined {
  const { directory, as } = request;
  if (member === 'app') {
    if (as === 'app') throw appsHiddenFromApp();
    const app = directory.workspace.app;
    return app === undefined ? undefined : directory.find(space, app.replace('users/', ''));
  }
  if (member.includes('@')) {
    if (as === 'app' && answerTo(request, 'app-email-alias') === 'refused') throw emailRefusedToApp();
    const group = directory.groupOf(member);
    if (group !== undefined) return findGroup(request, space, group);
    const user = directory.userOf(member);
    return user === undefined ? undefined : findPerson(request, space, user.replace('users/', ''));
  }
  if (member.startsWith('group-') && answerTo(request, 'group-get') === '404') return undefined;
  return findPerson(request, space, member);
}

/** A group asked for by its address. */
function findGroup(request: ApiRequest, space: string, group: string): MembershipResource | undefined {
  const answer = answerTo(request, 'group-email-get');
  if (answer === '400') throw noSuchMember();
  if (answer === '404') throw notFound();
  return request.directory.find(space, group.replace('groups/', 'group-'));
}

/** A membership of one's own, or one that comes with a group. */
function findPerson(request: ApiRequest, space: string, id: string): MembershipResource | undefined {
  const { directory, as } = request;
  const own = directory.find(space, id);
  const through = as !== 'app' && answerTo(request, 'through-group-get') === '200';
  if (own || !through || !directory.isIn(space, `users/${id}`)) return own;
  return {
    name: `${space}/members/${id}`,
    state: 'JOINED',
    role: 'ROLE_MEMBER',
    member: { name: `users/${id}`, type: 'HUMAN' },
  };
}

/** Answers `spaces.members.list`. */
export function listMemberships(request: ApiRequest): Page<'memberships', MembershipResource> {
  const space = request.resource;
  const { filter, showInvited = false } = request.parameters;
  requireVisible(request, space);
  requireUnrestricted(request, space);
  if (request.as === 'app' && showInvited === true) throw userOnly();
  const read = readFilter(filter, MEMBER_FILTER);
  if (request.as === 'admin' && !leavesAppsOut(read)) throw adminFilterNeeded();
  if (request.as === 'app' && read.length > 0 && answerTo(request, 'app-filter') === 'refused')
    throw userOnly();
  const all = hidesItsList(request, space) ? [] : arrange(request, space, read);
  return cut(request, 'memberships', all, (one) => shown(request, one));
}

function adminFilterNeeded(): Error {
  return invalidValue(
    'With admin access the filter must hold member.type = "HUMAN" or member.type != "BOT", and no other member type.',
    'filter',
  );
}

/** What this list holds, in an order of its own: none is promised. One listing keeps it from page to page. */
function arrange(request: ApiRequest, space: string, filter: Filter): readonly MembershipResource[] {
  const { directory, parameters, as } = request;
  const { showGroups = false, showInvited = false } = parameters;
  const key = JSON.stringify([space, as, showGroups, showInvited, parameters.filter ?? null]);
  const known = ARRANGED.get(directory)?.get(key);
  if (known) return known;
  const listed = directory.membershipsOf(space).filter((one) => {
    if (one.state === 'NOT_A_MEMBER') return false;
    // With admin access nobody who is invited is listed, people or groups.
    if (one.state === 'INVITED' && (showInvited !== true || as === 'admin')) return false;
    if (one.groupMember && (showGroups !== true || as === 'app')) return false;
    if (as !== 'user' && isApp(request, one)) return false;
    // A filter by type drops what has none: groups pass `!= "BOT"` alone.
    return passes(filter, (term) => isEqual(term, term.field === 'role' ? one.role : directory.typeOf(one)));
  });
  const random = seededRandom(listed.length + space.length);
  const order = listed.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  const arranged = order.map(({ one }) => one);
  const ofDirectory = ARRANGED.get(directory) ?? new Map<string, readonly MembershipResource[]>();
  ARRANGED.set(directory, ofDirectory.set(key, arranged));
  return arranged;
}

/** Lists that were asked for before, so that a page of a large space needs no work on the whole. */
const ARRANGED = new WeakMap<object, Map<string, readonly MembershipResource[]>>();

/** Throws unless this identity may look into the space. */
export function requireVisible(request: ApiRequest, space: string): void {
  const { directory, token, as } = request;
  const exists = directory.spaces.has(space);
  if (as === 'admin') {
    if (!exists) throw notFound();
    return;
  }
  if (as === 'app') {
    if (has(request, 'app-not-in-space') || !directory.isJoined(space, token.principal))
      throw appNotInSpace();
    return;
  }
  if (!exists || !directory.isIn(space, token.principal)) {
    throw answerTo(request, 'unseen-space') === '403' ? denied() : notFound();
  }
}

export function isRestricted(request: ApiRequest, space: string): boolean {
  return has(request, 'restricted-list') || request.directory.workspace.restricted?.includes(space) === true;
}

/** Throws where the space shows its members to few, and the asker is a person who is none of them. */
function requireUnrestricted(request: ApiRequest, space: string): void {
  const { directory, as, token } = request;
  if (as !== 'user' || !isRestricted(request, space)) return;
  const role = directory.find(space, token.principal.replace('users/', ''))?.role ?? '';
  const leads = ['ROLE_MANAGER', 'ROLE_ASSISTANT_MANAGER'].includes(role);
  if (leads && answerTo(request, 'restricted-owners-exempt') === 'yes') return;
  throw denied();
}

/** To an app such a space may look empty. */
function hidesItsList(request: ApiRequest, space: string): boolean {
  return (
    request.as === 'app' &&
    isRestricted(request, space) &&
    answerTo(request, 'restricted-as-app') === 'hidden'
  );
}

function isApp({ directory }: ApiRequest, membership: MembershipResource): boolean {
  return directory.typeOf(membership) === 'BOT';
}

/** A membership with the profile fields that this identity gets. */
export function shown(request: ApiRequest, membership: MembershipResource): MembershipResource {
  const { member } = membership;
  if (!member) return membership;
  const person = { ...request.directory.people.get(member.name), ...member };
  const { displayName, email, avatarUrl, ...bare } = person;
  const names = displayName === undefined ? {} : { displayName };
  const profile = {
    ...names,
    ...(email === undefined ? {} : { email }),
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
  };
  const joined = membership.state === 'JOINED';
  const filled =
    request.as === 'app'
      ? answerTo(request, 'app-profile-fields') === 'filled'
        ? profile
        : names
      : joined && answerTo(request, 'profile-fields') === 'filled'
        ? profile
        : {};
  return { ...membership, member: { ...bare, ...filled } };
}

/** Reads a workspace from a file, and says which entry and which field is wrong. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { microsOf } from '../rfc-3339';
import { dataOf, EVENT_TYPES } from './space-events';
import type { SpaceEventResource, Workspace } from './workspace';

const name = (pattern: RegExp, form: string) =>
  v.pipe(v.string(`must be a text such as ${form}`), v.regex(pattern, `must be a name such as ${form}`));
const userName = name(/^users\/[^/]+$/, 'users/123');
const spaceName = name(/^spaces\/[^/]+$/, 'spaces/AAQAh4rUk1w');
const membershipName = name(/^spaces\/[^/]+\/members\/[^/]+$/, 'spaces/AAQAh4rUk1w/members/123');
const groupName = name(/^groups\/[^/]+$/, 'groups/03abc');
const text = v.optional(v.string('must be a text'));

const PERSON = v.object({
  name: userName,
  type: text,
  displayName: text,
  email: text,
  avatarUrl: text,
  domainId: text,
  isAnonymous: v.optional(v.boolean('must be true or false')),
});

const SPACE = v.looseObject({ name: spaceName, displayName: text, spaceType: text });

const MEMBERSHIP = v.pipe(
  v.object({
    name: membershipName,
    state: v.optional(v.string('must be a text'), 'JOINED'),
    role: text,
    member: v.optional(PERSON),
    groupMember: v.optional(v.object({ name: groupName })),
    createTime: text,
    deleteTime: text,
    affiliation: text,
  }),
  v.check(
    ({ member, groupMember }) => (member === undefined) !== (groupMember === undefined),
    'must have either member or groupMember',
  ),
);

const DATA = v.object({ membership: v.optional(v.object({ name: membershipName })) });
const BATCH = v.object({ memberships: v.optional(v.array(DATA)) });
const SPACE_EVENT = v.pipe(
  v.object({
    name: name(/^spaces\/[^/]+\/spaceEvents\/[^/]+$/, 'spaces/AAQAh4rUk1w/spaceEvents/1'),
    eventTime: v.pipe(
      v.string('must be a text'),
      v.check((time) => microsOf(time) !== null, 'must be a time such as 2026-11-01T08:00:00Z'),
    ),
    eventType: v.picklist(
      [...EVENT_TYPES.keys()],
      'must be a type such as google.workspace.chat.membership.v1.created',
    ),
    membershipCreatedEventData: v.optional(DATA),
    membershipUpdatedEventData: v.optional(DATA),
    membershipDeletedEventData: v.optional(DATA),
    membershipBatchCreatedEventData: v.optional(BATCH),
    membershipBatchUpdatedEventData: v.optional(BATCH),
    membershipBatchDeletedEventData: v.optional(BATCH),
  }),
  v.check(
    (event) => dataOf(event as SpaceEventResource) !== undefined,
    'must have the event data of its type, such as membershipCreatedEventData',
  ),
);

const WORKSPACE = v.object({
  caller: userName,
  people: v.array(PERSON),
  spaces: v.array(SPACE),
  memberships: v.array(MEMBERSHIP),
  app: v.optional(userName),
  admins: v.optional(v.array(userName)),
  groups: v.optional(v.record(v.string(), v.array(userName))),
  groupAddresses: v.optional(v.record(groupName, v.string('must be a text'))),
  spaceEvents: v.optional(v.array(SPACE_EVENT)),
  restricted: v.optional(v.array(spaceName)),
  approvedScopes: v.optional(v.array(v.string('must be a text'))),
  serviceAccounts: v.optional(
    v.array(v.object({ email: v.string(), tokenCreators: v.array(userName), sameProject: v.boolean() })),
  ),
});

/** Reads a file; throws an error that names the file and, where it is JSON, the entry and the field. */
export function readWorkspace(file: string): Workspace {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`--workspace ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = v.safeParse(WORKSPACE, json);
  if (!read.success) {
    const [issue] = read.issues;
    const reason = issue.received === 'undefined' ? 'is missing' : issue.message;
    throw new Error(
      `--workspace ${file}: ${v.getDotPath(issue) ?? 'the file'}: ${reason}. A workspace is ` +
        '{"caller":"users/…","people":[User…],"spaces":[Space…],"memberships":[Membership…]}, resources as in the Chat API.',
    );
  }
  const workspace = read.output as Workspace;
  const problem = findStray(workspace);
  if (problem !== null) throw new Error(`--workspace ${file}: ${problem}`);
  return workspace;
}

/** A name that leads nowhere: the caller among the people, the space of every membership and event among the spaces. */
function findStray({ caller, people, spaces, memberships, spaceEvents = [] }: Workspace): string | null {
  if (!people.some((one) => one.name === caller)) return `caller: ${caller} is not among the people.`;
  const known = new Set(spaces.map((space) => space.name));
  for (const [list, all] of Object.entries({ memberships, spaceEvents })) {
    const index = all.findIndex(({ name: one }) => !known.has(one.split('/').slice(0, 2).join('/')));
    if (index >= 0) {
      return `${list}.${index}.name: ${all[index]?.name ?? ''} is in a space that is not among the spaces.`;
    }
  }
  return null;
}

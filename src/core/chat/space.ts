/** The Chat API's JSON for spaces, understood without trusting it: every field may be absent, unknown types are kept out. */
import * as v from 'valibot';
import type { SpaceType, SpaceView } from '../contract';
import { asList, asRecord, isRecord } from '../json';
import { isId } from './resource-name';

/** `Space` of the Chat API, as far as Rollcall uses it. */
export interface Space {
  /** `spaces/…` */
  readonly name: string;
  readonly displayName?: string | undefined;
  /** `SPACE`, `GROUP_CHAT`, `DIRECT_MESSAGE` or a value this version does not know. */
  readonly spaceType?: string | undefined;
  readonly singleUserBotDm?: boolean | undefined;
  readonly spaceUri?: string | undefined;
  /** Google's own count. JSON of a protocol buffer holds no zeros: an absent number is 0 where the object is there. */
  readonly membershipCount?:
    | {
        readonly joinedDirectHumanUserCount?: number | undefined;
        readonly joinedGroupCount?: number | undefined;
      }
    | undefined;
  readonly lastActiveTime?: string | undefined;
  readonly createTime?: string | undefined;
  /** Absent where it is false, or not said. */
  readonly externalUserAllowed?: boolean | undefined;
}

/** One page of spaces. */
export interface SpacePage {
  readonly spaces: readonly Space[];
  /** Null on the last page. */
  readonly nextPageToken: string | null;
}

/** How many people and groups Google counts as direct members who have joined. */
export interface GoogleCounts {
  readonly people: number;
  readonly groups: number;
}

/** What of a space is asked for. */
export const SPACE_FIELDS =
  'name,displayName,spaceType,singleUserBotDm,spaceUri,membershipCount,lastActiveTime,createTime,externalUserAllowed';

const TYPES: ReadonlyMap<string, SpaceType> = new Map([
  ['SPACE', 'space'],
  ['GROUP_CHAT', 'groupChat'],
  ['DIRECT_MESSAGE', 'directMessage'],
]);

/** A field of another type counts as absent. */
const lenient = <T extends v.GenericSchema>(schema: T) => v.fallback(v.optional(schema), undefined);
const count = lenient(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
const text = lenient(v.string());
const SPACE = v.object({
  name: v.pipe(
    v.string(),
    v.check((name) => name.startsWith('spaces/') && isId(name.slice('spaces/'.length))),
  ),
  displayName: text,
  spaceType: text,
  singleUserBotDm: lenient(v.boolean()),
  spaceUri: text,
  membershipCount: lenient(v.object({ joinedDirectHumanUserCount: count, joinedGroupCount: count })),
  lastActiveTime: text,
  createTime: text,
  externalUserAllowed: lenient(v.boolean()),
});

/** Reads one space; null for anything that is not one. */
export function readSpace(body: unknown): Space | null {
  const read = v.safeParse(SPACE, body);
  return read.success ? read.output : null;
}

/** Reads a page of `spaces.list`, or of `spaces.search`, which holds its spaces in `results`; null for anything that is not one. */
export function readSpacePage(body: unknown): SpacePage | null {
  if (!isRecord(body)) return null;
  const { spaces = [], results, nextPageToken = '' } = body;
  const isPage = ['spaces', 'results', 'nextPageToken', 'totalSize'].some((key) => key in body);
  if (!isPage && Object.keys(body).length > 0) return null;
  if (!Array.isArray(spaces) || typeof nextPageToken !== 'string') return null;
  const found = results === undefined ? spaces : asList(results).map((one) => asRecord(one).space);
  const read = found.map(readSpace);
  if (!read.every((one) => one !== null)) return null;
  return { spaces: read, nextPageToken: nextPageToken === '' ? null : nextPageToken };
}

/** The bare id of a space. */
export function spaceIdOf({ name }: Pick<Space, 'name'>): string {
  return name.slice('spaces/'.length);
}

export function spaceTypeOf({ spaceType }: Space): SpaceType {
  return TYPES.get(spaceType ?? '') ?? 'unknown';
}

/** Its own name; null for a space that has none, as direct messages and unnamed group chats. */
export function spaceNameOf({ displayName }: Space): string | null {
  return displayName === undefined || displayName.trim() === '' ? null : displayName;
}

/**
 * Whether the only name it could have is made of the people in it: a direct message, or a group chat without a name. A space
 * whose type is not known counts as named: nobody could ask.
 */
export function isNamedByPeople(space: Space): boolean {
  return ['directMessage', 'groupChat'].includes(spaceTypeOf(space)) && spaceNameOf(space) === null;
}

/** Google's own count; null where the answer holds none. */
export function googleCountsOf({ membershipCount }: Space): GoogleCounts | null {
  if (membershipCount === undefined) return null;
  const { joinedDirectHumanUserCount: people = 0, joinedGroupCount: groups = 0 } = membershipCount;
  return { people, groups };
}

/** A link that opens the space. Google's own is taken only where it leads to Google Chat. */
export function spaceLinkOf(space: Space): string {
  const { spaceUri = '' } = space;
  if (/^https:\/\/chat\.google\.com\/[\w/?=&-]*$/.test(spaceUri)) return spaceUri;
  return spaceLink(spaceIdOf(space), spaceTypeOf(space));
}

/** The link of a space of which no more than its bare id is known. */
export function spaceLink(id: string, type: SpaceType = 'unknown'): string {
  return `https://chat.google.com/${type === 'directMessage' ? 'dm' : 'room'}/${id}`;
}

/** A space as the page shows it. */
export function spaceViewOf(space: Space): SpaceView {
  const counts = googleCountsOf(space);
  return {
    space: space.name,
    displayName: spaceNameOf(space),
    type: spaceTypeOf(space),
    withApp: space.singleUserBotDm === true,
    link: spaceLinkOf(space),
    people: counts?.people ?? null,
    groups: counts?.groups ?? null,
    lastActive: space.lastActiveTime ?? null,
    created: space.createTime ?? null,
    outsidersAllowed: space.externalUserAllowed ?? null,
  };
}

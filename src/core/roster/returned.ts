/** A roster on its way back from the sidebar. Nothing in it is trusted: what does not fit, in itself or together, is refused as a whole. */
import * as v from 'valibot';
import { kindOf, readMembership, spaceOf, stateOf, type Membership } from '../chat/membership';
import { readSpace, type Space } from '../chat/space';
import type { Roster } from '../contract';
import { fail, ok, type Result } from '../result';
import { MOST_ON_CARD } from './card';
import { hiddenTo } from './stamp';

/** A roster, as far as the sheet needs it. */
export interface ReturnedRoster {
  readonly space: Space;
  readonly memberships: readonly Membership[];
  readonly as: Roster['stamp']['as'];
  /** Milliseconds since the epoch. */
  readonly listedAt: number;
}

/** Who is in a space changes: a list in a page that was left open must not be written as if it were new. */
const LONGEST_KEPT_MS = 24 * 60 * 60_000;

const count = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
const text = v.nullable(v.pipe(v.string(), v.maxLength(2000)));
const RETURNED = v.object({
  space: v.object({
    space: v.string(),
    displayName: text,
    type: v.picklist(['space', 'groupChat', 'directMessage', 'unknown']),
    withApp: v.boolean(),
    link: v.string(),
    people: count,
    groups: count,
    lastActive: text,
    created: text,
    outsidersAllowed: v.nullable(v.boolean()),
  }),
  memberships: v.pipe(v.array(v.unknown()), v.maxLength(MOST_ON_CARD)),
  isLarge: v.literal(false),
  stamp: v.object({
    listedAt: v.string(),
    as: v.picklist(['user', 'app', 'admin']),
    googleCounts: v.nullable(v.object({ people: v.number(), groups: v.number() })),
  }),
});

/** Reads a roster back. `now` in milliseconds since the epoch. */
export function readRoster(value: unknown, now: number): Result<ReturnedRoster> {
  const read = v.safeParse(RETURNED, value);
  if (!read.success) return fail('argumentUnreadable');
  const { space: view, memberships: raw, stamp } = read.output;
  const space = readSpace(asGiven(view, stamp.googleCounts));
  const memberships = raw.map(readMembership);
  const listedAt = Date.parse(stamp.listedAt);
  if (space === null || Number.isNaN(listedAt) || listedAt > now) return fail('argumentUnreadable');
  const bare = space.name.slice('spaces/'.length);
  if (!memberships.every((one) => one !== null)) return fail('argumentUnreadable');
  const names = new Set(memberships.map(({ name }) => name));
  const isWhole =
    names.size === memberships.length &&
    memberships.every((one) => spaceOf(one) === bare && isSeenBy(one, stamp.as));
  if (!isWhole) return fail('argumentUnreadable');
  return now - listedAt > LONGEST_KEPT_MS
    ? fail('answerOutdated')
    : ok({ space, memberships, as: stamp.as, listedAt });
}

/** The space as the API gave it. */
function asGiven(
  view: v.InferOutput<typeof RETURNED>['space'],
  counts: Roster['stamp']['googleCounts'],
): unknown {
  const types = {
    space: 'SPACE',
    groupChat: 'GROUP_CHAT',
    directMessage: 'DIRECT_MESSAGE',
    unknown: undefined,
  };
  return {
    name: view.space,
    displayName: view.displayName ?? undefined,
    spaceType: types[view.type],
    singleUserBotDm: view.withApp,
    spaceUri: view.link,
    lastActiveTime: view.lastActive ?? undefined,
    createTime: view.created ?? undefined,
    externalUserAllowed: view.outsidersAllowed ?? undefined,
    ...(counts === null
      ? {}
      : {
          membershipCount: {
            joinedDirectHumanUserCount: counts.people,
            joinedGroupCount: counts.groups,
          },
        }),
  };
}

/** Whether an identity could have been shown this member. */
function isSeenBy(membership: Membership, as: Roster['stamp']['as']): boolean {
  const hidden = hiddenTo(as);
  const kind = kindOf(membership);
  if (stateOf(membership) === 'notAMember') return false;
  if (stateOf(membership) === 'invited' && hidden.includes('invited')) return false;
  return !((kind === 'group' && hidden.includes('groups')) || (kind === 'app' && hidden.includes('apps')));
}

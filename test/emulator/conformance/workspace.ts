/** What the cases about Google Chat look at on the emulator: the invented workspace, and a few spaces for what it lacks. */
import { inventedWorkspace, SPACES } from '../workspace/invented';
import type { MembershipResource, Space, Workspace } from '../workspace/workspace';

/** When the cases are asked on the emulator: the invented workspace lives then. */
export const ASKED_AT = '2026-11-02T09:00:00+09:00';

const OWN_RESTRICTED = 'spaces/AAQAownRestr';
const MY_GROUP = 'spaces/AAQAmyGroup1';
const INVITED = 'spaces/AAQAinvited1';
const TURNOVER = 'spaces/AAQAturnover';
const APP_RESTRICTED = 'spaces/AAQAappRestr';
/** A group that the caller is in. */
const GROUP = 'groups/03conformance';

const id = (end: string): string => `1000000000000000000${end}`;
const ME = id('01');
const OTHER = id('02');

const space = (name: string): Space => ({
  name,
  spaceType: 'SPACE',
  displayName: name.slice('spaces/'.length),
});

function seat(
  spaceName: string,
  user: string,
  more: Partial<MembershipResource> = {},
  type = 'HUMAN',
): MembershipResource {
  return {
    name: `${spaceName}/members/${user}`,
    state: 'JOINED',
    role: 'ROLE_MEMBER',
    createTime: '2026-05-01T03:00:00Z',
    affiliation: 'INTERNAL',
    member: { name: `users/${user}`, type },
    ...more,
  };
}

const group = (spaceName: string): MembershipResource => ({
  name: `${spaceName}/members/group-${GROUP.slice('groups/'.length)}`,
  state: 'JOINED',
  createTime: '2026-10-20T01:00:00Z',
  groupMember: { name: GROUP },
});

export function conformanceWorkspace(): Workspace {
  const invented = inventedWorkspace();
  const { app = '', groups, restricted = [], caller } = invented;
  const added = [OWN_RESTRICTED, MY_GROUP, INVITED, TURNOVER, APP_RESTRICTED];
  return {
    ...invented,
    spaces: [...invented.spaces, ...added.map(space)],
    memberships: [
      ...invented.memberships,
      seat(OWN_RESTRICTED, ME, { role: 'ROLE_MANAGER' }),
      seat(OWN_RESTRICTED, OTHER),
      seat(MY_GROUP, OTHER, { role: 'ROLE_MANAGER' }),
      group(MY_GROUP),
      seat(INVITED, OTHER, { role: 'ROLE_MANAGER' }),
      seat(INVITED, ME, { state: 'INVITED' }),
      seat(TURNOVER, ME, { role: 'ROLE_MANAGER' }),
      group(TURNOVER),
      seat(TURNOVER, id('42'), {
        state: 'NOT_A_MEMBER',
        createTime: '2026-10-10T01:00:00Z',
        deleteTime: '2026-10-12T01:00:00Z',
      }),
      // Left and came back.
      seat(TURNOVER, id('43'), {
        createTime: '2026-10-25T01:00:00Z',
        deleteTime: '2026-10-20T01:00:00Z',
      }),
      // A space that the caller does not manage, and that somebody joined lately.
      seat(SPACES.board, id('12'), { createTime: '2026-10-28T01:00:00Z' }),
      seat(APP_RESTRICTED, ME),
      seat(APP_RESTRICTED, app.slice('users/'.length), {}, 'BOT'),
    ],
    groups: { ...groups, [GROUP]: [caller] },
    restricted: [...restricted, OWN_RESTRICTED, APP_RESTRICTED],
    admins: [caller],
  };
}

/** What is filled into the tab "Given" there. */
export const GIVEN: Readonly<Record<string, string>> = {
  space: `https://chat.google.com/room/${SPACES.launch.slice('spaces/'.length)}?cls=11`,
  absentAddress: 'lena.fischer@orchard.example',
  leftMember: id('43'),
  invitedAddress: 'daisuke.nakamura@orchard.example',
  ownedRestrictedSpace: OWN_RESTRICTED,
  restrictedSpace: SPACES.board,
  groupSpace: SPACES.sales,
  throughGroupMember: id('40'),
  groupAddress: 'pickers@orchard.example',
  newGroupSpace: TURNOVER,
  myGroupSpace: MY_GROUP,
  mineInvitedSpace: INVITED,
  leaverSpace: TURNOVER,
  rejoinedMember: `${TURNOVER}/members/${id('43')}`,
  serviceAccount: 'rollcall-app@orchard-project.iam.gserviceaccount.com',
  appSpace: SPACES.launch,
  appSpaceAddress: 'hana.sato@orchard.example',
  appRestrictedSpace: APP_RESTRICTED,
};

/**
 * The invented workspace of the preview and the tests: Hana Sato's view of a small company that grows fruit, "Orchard".
 * Every kind of membership that the Chat API knows is in it at least once; the comment of each space says which.
 */
import type { MembershipResource, Person, Space, Workspace } from './workspace';

/** Ids of the spaces, by what happens in them. */
export const SPACES = {
  launch: 'spaces/AAQAh4rUk1w',
  sales: 'spaces/AAQAp7Qm2Zs',
  board: 'spaces/AAQAr3Bd9Xe',
  lab: 'spaces/AAQAn1Vq8cT',
  elsewhere: 'spaces/AAQAo9Ek5Lu',
  groupChat: 'spaces/AAAAg6Ct0Jy',
  directMessage: 'spaces/hZmKQw2AAAE',
  appMessage: 'spaces/kXbR7t1AAAE',
} as const;

type SpaceKey = keyof typeof SPACES;

const APP = 'users/109000000000000000001';
const PICKERS = 'groups/03orchardpickers';
/** A group that is in no space. */
const OFFICE = 'groups/03orchardoffice';
const SERVICE_ACCOUNT = 'rollcall-app@orchard-project.iam.gserviceaccount.com';

interface Entry {
  /** Last digits of the 21-digit id. */
  readonly id: number;
  readonly displayName?: string;
  readonly email?: string;
  readonly type?: string;
  readonly isAnonymous?: boolean;
}

const userName = (id: number): string => `users/1000000000000000000${String(id).padStart(2, '0')}`;

const PEOPLE: readonly Entry[] = [
  { id: 1, displayName: '佐藤 花', email: 'hana.sato@orchard.example' },
  { id: 2, displayName: 'Ken Mori', email: 'ken.mori@orchard.example' },
  { id: 3, displayName: '高橋 美咲', email: 'misaki.takahashi@orchard.example' },
  { id: 4, displayName: 'Amara Okafor', email: 'amara.okafor@orchard.example' },
  { id: 5, displayName: 'Jonas Lindqvist', email: 'jonas@lindqvist-design.example' },
  { id: 6, displayName: 'Priya Raman', email: 'priya.guest@orchard.example' },
  { id: 7, displayName: '中村 大輔', email: 'daisuke.nakamura@orchard.example' },
  { id: 8, displayName: 'Zoë Brontë-Ó Súilleabháin', email: 'zoe@orchard.example' },
  { id: 9, displayName: 'Ольга Соколова', email: 'olga@harvest-partner.example' },
  { id: 10, displayName: 'يوسف حداد', email: 'yousef@harvest-partner.example' },
  // Without a profile: the directory does not show them.
  { id: 11 },
  { id: 12, email: 'no.name@orchard.example' },
  { id: 13, displayName: 'Name Without Address' },
  { id: 14, isAnonymous: true },
  // Names that a spreadsheet or a page could take for something else.
  { id: 20, displayName: '=HYPERLINK("https://evil.example","click")', email: 'formula@outside.example' },
  { id: 21, displayName: '+1 555 0100', email: 'plus@outside.example' },
  { id: 22, displayName: '-2+3', email: 'minus@outside.example' },
  { id: 23, displayName: '@SUM(A1:A9)', email: 'at@outside.example' },
  { id: 24, displayName: "'quoted'", email: 'apostrophe@outside.example' },
  { id: 25, displayName: '\tTabbed "name"', email: 'tab@outside.example' },
  { id: 26, displayName: '<img src=x onerror=alert(1)>', email: 'markup@outside.example' },
  { id: 27, displayName: 'Invoice\u202Egpj.exe', email: 'bidi@outside.example' },
  { id: 28, displayName: 'Zero\u200Bwidth', email: 'zero.width@outside.example' },
  { id: 29, displayName: `Longest ${'x'.repeat(240)}`, email: 'longest@outside.example' },
  { id: 30, displayName: '2026-11-02', email: 'date@outside.example' },
  // In no space of Hana's, or only through a group.
  { id: 40, displayName: '小林 健', email: 'ken.kobayashi@orchard.example' },
  { id: 41, displayName: 'Lena Fischer', email: 'lena.fischer@orchard.example' },
  { id: 42, displayName: 'Tomás Herrera', email: 'tomas@orchard.example' },
  { id: 43, displayName: 'Petra Nováková', email: 'petra@orchard.example' },
];

interface Seat {
  readonly id: number;
  readonly state?: string;
  readonly role?: string;
  readonly from?: string;
  /** RFC 3339. */
  readonly since?: string;
  readonly left?: string;
}

const OWNER = { role: 'ROLE_MANAGER' };
const MANAGER = { role: 'ROLE_ASSISTANT_MANAGER' };
const INVITED = { state: 'INVITED' };
const OUTSIDE = { from: 'EXTERNAL' };
const GUEST = { from: 'MANAGED_EXTERNAL' };

const SEATS: Readonly<Record<SpaceKey, readonly Seat[]>> = {
  // Owner, manager, members, an outsider, a guest, an invited person, two who left, and roles of the future.
  launch: [
    { id: 1, ...OWNER, since: '2026-04-06T00:15:30.123456Z' },
    { id: 2, ...MANAGER },
    { id: 3 },
    { id: 4, since: '2026-10-31T15:30:00Z' },
    { id: 5, ...OUTSIDE },
    { id: 6, ...GUEST },
    { id: 7, ...INVITED, since: '2026-10-30T02:00:00.500Z' },
    { id: 8, role: 'ROLE_LIBRARIAN', from: 'PARTNER_ORGANISATION' },
    { id: 9, ...OUTSIDE },
    { id: 11 },
    { id: 12 },
    { id: 13, ...OUTSIDE },
    { id: 42, state: 'NOT_A_MEMBER', left: '2026-09-30T09:00:00Z' },
    { id: 43, state: 'NOT_A_MEMBER', left: '2026-10-20T07:30:00.250000Z' },
  ],
  // A Google Group, with people who are here only through it.
  sales: [{ id: 1 }, { id: 3, ...OWNER }, { id: 7 }, { id: 10, ...OUTSIDE }],
  // The member list is restricted.
  board: [{ id: 1 }, { id: 4, ...OWNER }, { id: 2, ...MANAGER }],
  // Names in every dress.
  lab: [
    { id: 1, ...OWNER },
    ...[20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30].map((id) => ({ id, ...OUTSIDE })),
    { id: 14, ...OUTSIDE },
  ],
  // Hana is not in it.
  elsewhere: [{ id: 4, ...OWNER }, { id: 41 }],
  groupChat: [{ id: 1 }, { id: 2 }, { id: 5, ...OUTSIDE }],
  directMessage: [{ id: 1 }, { id: 3 }],
  appMessage: [{ id: 1 }],
};

const NAMES: Readonly<Partial<Record<SpaceKey, string>>> = {
  launch: 'Orchard launch',
  sales: '営業部',
  board: 'Board papers',
  lab: 'Name lab',
  elsewhere: 'Packing hall',
};
/** When somebody last wrote something. */
const LAST_ACTIVE: Readonly<Record<SpaceKey, string>> = {
  launch: '2026-11-01T08:12:45.654321Z',
  sales: '2026-10-30T07:00:00Z',
  board: '2026-01-15T05:30:00Z',
  lab: '2026-06-02T02:00:00Z',
  elsewhere: '2026-10-28T22:45:10.5Z',
  groupChat: '2026-10-12T03:00:00Z',
  directMessage: '2026-11-01T23:59:00Z',
  appMessage: '2026-05-20T01:00:00Z',
};
const APP_IN: readonly SpaceKey[] = ['launch', 'sales', 'appMessage'];

/** Makes the workspace; the same every time. */
export function inventedWorkspace(): Workspace {
  const people: Person[] = [
    ...PEOPLE.map(({ id, type = 'HUMAN', ...profile }) => ({
      name: userName(id),
      type,
      ...profile,
      ...(id === 1 ? { avatarUrl: 'https://lh3.googleusercontent.com/a/made-up-hana' } : {}),
    })),
    { name: APP, type: 'BOT', displayName: 'Rollcall' },
  ];
  const keys = Object.keys(SPACES) as SpaceKey[];
  return {
    caller: userName(1),
    people,
    spaces: keys.map(spaceOf),
    memberships: keys.flatMap((key) => [
      ...SEATS[key].map((seat, index) => seatOf(SPACES[key], seat, index)),
      ...(APP_IN.includes(key) ? [appIn(SPACES[key])] : []),
      ...(key === 'sales' ? [groupIn(SPACES[key])] : []),
    ]),
    app: APP,
    admins: [userName(2)],
    groups: { [PICKERS]: [userName(40), userName(8)] },
    groupAddresses: { [PICKERS]: 'pickers@orchard.example', [OFFICE]: 'office@orchard.example' },
    restricted: [SPACES.board],
    serviceAccounts: [
      { email: SERVICE_ACCOUNT, tokenCreators: [userName(1)], sameProject: true },
      {
        email: 'other@another-project.iam.gserviceaccount.com',
        tokenCreators: [userName(1)],
        sameProject: false,
      },
    ],
  };
}

function spaceOf(key: SpaceKey): Space {
  const name = SPACES[key];
  const type =
    key === 'groupChat'
      ? 'GROUP_CHAT'
      : key === 'directMessage' || key === 'appMessage'
        ? 'DIRECT_MESSAGE'
        : 'SPACE';
  const path = type === 'DIRECT_MESSAGE' ? 'dm' : 'room';
  const displayName = NAMES[key];
  return {
    name,
    spaceType: type,
    ...(displayName === undefined ? {} : { displayName }),
    ...(key === 'appMessage' ? { singleUserBotDm: true } : {}),
    spaceUri: `https://chat.google.com/${path}/${name.replace('spaces/', '')}?cls=11`,
    spaceThreadingState: type === 'SPACE' ? 'THREADED_MESSAGES' : 'UNTHREADED_MESSAGES',
    spaceHistoryState: 'HISTORY_ON',
    ...(type === 'SPACE' && key !== 'board' ? { externalUserAllowed: true } : {}),
    // A direct message has no time of creation.
    ...(type === 'DIRECT_MESSAGE' ? {} : { createTime: '2026-04-06T00:15:00Z' }),
    lastActiveTime: LAST_ACTIVE[key],
  };
}

function seatOf(space: string, seat: Seat, index: number): MembershipResource {
  const { id, state = 'JOINED', role = 'ROLE_MEMBER', from = 'INTERNAL', since, left } = seat;
  const user = userName(id);
  const day = String(1 + (index % 28)).padStart(2, '0');
  return {
    name: `${space}/members/${user.replace('users/', '')}`,
    state,
    ...(state === 'NOT_A_MEMBER' ? {} : { role }),
    createTime: since ?? `2026-05-${day}T03:00:00.000Z`,
    ...(left === undefined ? {} : { deleteTime: left }),
    affiliation: from,
    member: { name: user, type: 'HUMAN' },
  };
}

function appIn(space: string): MembershipResource {
  return {
    name: `${space}/members/${APP.replace('users/', '')}`,
    state: 'JOINED',
    role: 'ROLE_MEMBER',
    createTime: '2026-05-20T01:00:00Z',
    member: { name: APP, type: 'BOT' },
  };
}

/** Groups have neither role nor affiliation. */
function groupIn(space: string): MembershipResource {
  return {
    name: `${space}/members/group-${PICKERS.replace('groups/', '')}`,
    state: 'JOINED',
    createTime: '2026-06-01T01:00:00Z',
    groupMember: { name: PICKERS },
  };
}

/** A small invented workspace for the feature tests: every verdict can be had in it. */
import type { Workspace } from '../../src/local/workspace/workspace';

const person = (id: string, displayName: string, email: string) => ({
  name: `users/${id}`,
  type: 'HUMAN',
  displayName,
  email,
  domainId: 'orchard',
});

const ADA = person('110000000000000000001', 'Ada Orchard', 'ada@orchard.example');
const BEN = person(
  '110000000000000000002',
  '=HYPERLINK("https://evil.example","Ben")',
  'ben@orchard.example',
);
const CLEO = person('110000000000000000003', '木村 クレオ', 'cleo@orchard.example');
const DAN = person('110000000000000000004', 'Dan Pear', 'dan@orchard.example');
const BOT = { name: 'users/110000000000000000009', type: 'BOT', displayName: 'Rollcall' };

/** Where most of it happens. Ada asks. */
export const PICKERS = 'spaces/AAAAPickers01';
/** A space without any group. */
export const PRESS = 'spaces/AAAAPress0001';
/** Ada is not in it. */
export const CELLAR = 'spaces/AAAACellar001';

const membership = (space: string, member: { readonly name: string }, rest: object = {}) => ({
  name: `${space}/members/${member.name.slice('users/'.length)}`,
  state: 'JOINED',
  role: 'ROLE_MEMBER',
  createTime: '2024-03-12T15:30:00.123456Z',
  affiliation: 'INTERNAL',
  member,
  ...rest,
});

export const ORCHARD: Workspace = {
  caller: ADA.name,
  people: [ADA, BEN, CLEO, DAN, BOT],
  spaces: [
    { name: PICKERS, displayName: 'Pickers', spaceType: 'SPACE' },
    { name: PRESS, displayName: 'Press', spaceType: 'SPACE' },
    { name: CELLAR, displayName: 'Cellar', spaceType: 'SPACE' },
  ],
  memberships: [
    membership(PICKERS, ADA, { role: 'ROLE_MANAGER' }),
    membership(PICKERS, BEN, { role: 'ROLE_ASSISTANT_MANAGER', affiliation: 'EXTERNAL' }),
    membership(PICKERS, CLEO, { state: 'INVITED' }),
    membership(PICKERS, BOT),
    {
      name: `${PICKERS}/members/group-canopy`,
      state: 'JOINED',
      groupMember: { name: 'groups/canopy' },
      createTime: '2024-03-12T15:30:00Z',
    },
    membership(PRESS, ADA),
    membership(CELLAR, DAN),
  ],
  app: BOT.name,
  admins: [],
  serviceAccounts: [
    {
      email: 'rollcall@orchard-project.iam.gserviceaccount.com',
      tokenCreators: [ADA.name],
      sameProject: true,
    },
  ],
};

import { answersIn } from './answers.testing';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { variants } from '../emulator/scenario/assumptions';
import { SPACES } from '../emulator/workspace/invented';
import {
  ADMIN_MEMBERSHIPS,
  AS_ADMIN,
  AS_APP,
  CLOUD_PLATFORM,
  IAM_HOST,
  extended,
  openSession,
  valueOf,
  type UserSession,
} from './front-door.testing';

const PROJECT = extended([CLOUD_PLATFORM, ADMIN_MEMBERSHIPS], [IAM_HOST]);
let session: UserSession | null = null;

afterEach(async () => {
  await session?.close();
  session = null;
});
afterAll(PROJECT.remove);

const { launch, sales, board, elsewhere, directMessage } = SPACES;
const id = (end: string) => `1000000000000000000${end}`;

/** Questions and what is true of them: in the space, invited, or neither. */
const TRUTH = [
  [launch, 'hana.sato@orchard.example', 'in'],
  [launch, id('02'), 'in'],
  [launch, 'jonas@lindqvist-design.example', 'in'],
  [launch, 'daisuke.nakamura@orchard.example', 'invited'],
  [launch, id('07'), 'invited'],
  [launch, 'tomas@orchard.example', 'out'],
  [launch, id('42'), 'out'],
  [launch, 'lena.fischer@orchard.example', 'out'],
  [launch, id('41'), 'out'],
  [launch, 'app', 'in'],
  [launch, 'groups/03orchardpickers', 'out'],
  [sales, 'groups/03orchardpickers', 'in'],
  // Only through the group: never "not a member". If Google says that they have joined, so may we.
  [sales, 'ken.kobayashi@orchard.example', 'hidden'],
  [sales, id('40'), 'hidden'],
  [board, 'amara.okafor@orchard.example', 'in'],
  [board, 'lena.fischer@orchard.example', 'out'],
  [elsewhere, 'lena.fischer@orchard.example', 'in'],
  [elsewhere, id('41'), 'in'],
  [directMessage, 'misaki.takahashi@orchard.example', 'in'],
  ['spaces/AAAAnobody1', 'misaki.takahashi@orchard.example', 'out'],
] as const;

const { verdicts, notes } = catalogueFor('en');
/** Status and note: the note names what could not be seen. */
const DIRECT = [notes.notDirectMember, notes.notDirectByAddress, notes.notDirectAsAdmin].flatMap((note) =>
  ['', `${notes.left} `].map((left) => `${verdicts.notDirectMember}: ${left}${note}`),
);
const UNSURE = verdicts.unchecked;
/** What may be said where something is true. */
const ALLOWED: Readonly<Record<(typeof TRUTH)[number][2], readonly string[]>> = {
  in: [verdicts.member, UNSURE],
  // An admin may not be shown who is invited: the words then say so.
  invited: [verdicts.invited, `${verdicts.notDirectMember}: ${notes.notDirectAsAdmin}`, UNSURE],
  hidden: [...DIRECT, verdicts.member, UNSURE],
  out: [...DIRECT, verdicts.notMember, UNSURE],
};

const CASES = [{}, ...variants()].flatMap((assumptions) =>
  ([AS_APP, AS_ADMIN, null] as const).map((settings) => ({
    as: settings?.as ?? 'user',
    assumptions,
    settings,
    name: JSON.stringify(assumptions),
  })),
);

test.each(CASES)(
  'whatever is true of Google, no answer is wrong: as $as, $name',
  async ({ assumptions, settings }) => {
    const user = settings?.as === 'admin' ? { user: `users/${id('02')}` } : {};
    const now = (session = await openSession({
      project: PROJECT.project,
      scenario: { assumptions },
      ...user,
    }));
    if (settings !== null) valueOf(await now.sidebar('sidebarSaveSettings', settings));
    now.emulator.spreadsheet.addTab('Memberships', [
      ['Space', 'Member'],
      ...TRUTH.map((row) => row.slice(0, 2)),
    ]);
    const result = await now.editor('getMembership');
    expect(result.outcome).toBe('completed');
    const said = answersIn(now.emulator.spreadsheet.display('Memberships')).map(({ verdict, note }) =>
      verdict === verdicts.notDirectMember ? `${verdict}: ${note}` : verdict,
    );
    TRUTH.forEach(([space, member, truth], index) => {
      const text = said[index] ?? '';
      expect([space, member, ALLOWED[truth].includes(text), text]).toEqual([space, member, true, text]);
    });
    // Caution is no excuse for saying nothing: most is known in every case.
    const sure = said.filter((text) => text !== UNSURE).length;
    expect(sure).toBeGreaterThanOrEqual(settings?.as === 'app' ? 1 : 9);
  },
);

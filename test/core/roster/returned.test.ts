/** What a page hands back is checked before it is written. */
import { expect, test } from '@jest/globals';
import type { Roster } from '../../../src/core/contract';
import { readRoster } from '../../../src/core/roster/returned';
import { person, RosterWorld, S } from './roster.testing';

const HOUR = 60 * 60_000;
/** A list as the page got it, and what the clock said then. */
function given(): { readonly roster: Roster; readonly now: number } {
  const world = new RosterWorld([
    { id: S, displayName: 'Orchard', members: [person('1001'), person('1002', { state: 'INVITED' })] },
  ]);
  const roster = world.calls().listMembers(`spaces/${S}`);
  // As JSON, as it comes back from the page.
  return { roster: JSON.parse(JSON.stringify(roster)) as Roster, now: world.chat.now };
}
const code = (value: unknown, now: number): string => {
  const read = readRoster(value, now);
  return read.ok ? 'ok' : read.problem.code;
};

test('a list comes back as it was given', () => {
  const { roster, now } = given();
  expect(readRoster(roster, now)).toMatchObject({
    ok: true,
    value: {
      space: { name: `spaces/${S}`, displayName: 'Orchard' },
      as: 'user',
      listedAt: Date.parse(roster.stamp.listedAt),
      memberships: [{ state: 'JOINED' }, { state: 'INVITED' }],
    },
  });
});

test('a list is kept for a day', () => {
  const { roster } = given();
  const listedAt = Date.parse(roster.stamp.listedAt);
  expect(code(roster, listedAt + 24 * HOUR)).toBe('ok');
  expect(code(roster, listedAt + 24 * HOUR + 1)).toBe('answerOutdated');
  expect(code(roster, listedAt - 1)).toBe('argumentUnreadable');
});

test.each<[string, (roster: Roster) => unknown]>([
  ['nothing', () => null],
  ['a list too long for a card', (roster) => ({ ...roster, isLarge: true })],
  ['more members than a card shows', (roster) => ({ ...roster, memberships: Array(1001).fill({}) })],
  ['a membership that is none', (roster) => ({ ...roster, memberships: [7] })],
  [
    'somebody twice',
    ({ memberships, ...rest }) => ({ ...rest, memberships: [memberships[0], memberships[0]] }),
  ],
  [
    'a member of another space',
    (roster) => ({
      ...roster,
      memberships: [{ ...roster.memberships[0], name: 'spaces/AAAAother/members/1' }],
    }),
  ],
  [
    'somebody who is no member',
    (roster) => ({ ...roster, memberships: [{ ...roster.memberships[0], state: 'NOT_A_MEMBER' }] }),
  ],
  ['somebody whom the app cannot see', (roster) => ({ ...roster, stamp: { ...roster.stamp, as: 'app' } })],
  ['a space that is none', (roster) => ({ ...roster, space: { ...roster.space, space: 'users/1' } })],
  ['a time that is none', (roster) => ({ ...roster, stamp: { ...roster.stamp, listedAt: 'now' } })],
])('%s is refused as a whole', (_, change) => {
  const { roster, now } = given();
  expect(code(change(roster), now)).toBe('argumentUnreadable');
});

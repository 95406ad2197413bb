import { describe, expect, test } from '@jest/globals';
import type { Membership } from '../../../src/core/chat/membership';
import { goneCells, rosterCells, rosterTable, shownName } from '../../../src/core/roster/columns';
import { digestOf, readDigest } from '../../../src/core/roster/digest';
import { cellOf } from '../../../src/core/table/cell';
import { ENGLISH, JAPANESE } from './roster.testing';

const SEEN = Date.parse('2026-10-01T09:00:00Z');
const LINK = 'https://chat.google.com/room/AAAA1';
const NAME = 'spaces/AAAA1/members/1';
const ADA: Membership = {
  name: NAME,
  state: 'JOINED',
  role: 'ROLE_MANAGER',
  affiliation: 'INTERNAL',
  createTime: '2026-03-02T09:30:00Z',
  member: { name: 'users/1', type: 'HUMAN', displayName: 'Ada', email: 'ada@orchard.example' },
};
const GROUP: Membership = {
  name: 'spaces/AAAA1/members/group-7',
  state: 'JOINED',
  groupMember: { name: 'groups/7' },
};
const cells = (membership: Membership, catalogue = ENGLISH) =>
  rosterCells(membership, { name: 'Orchard', link: LINK, seen: SEEN, catalogue });

describe('the row of a membership', () => {
  test('holds what Google says of a person', () => {
    expect(cells(ADA)).toEqual({
      spaceName: { text: 'Orchard', link: LINK },
      name: 'Ada',
      email: 'ada@orchard.example',
      role: ENGLISH.roleText(ADA),
      from: ENGLISH.originText(ADA),
      kind: ENGLISH.card.kinds.person,
      state: ENGLISH.roster.states.joined,
      note: '',
      since: new Date('2026-03-02T09:30:00Z'),
      space: 'spaces/AAAA1',
      membership: NAME,
      seen: new Date(SEEN),
      digest: digestOf(ADA, 'Orchard'),
    });
  });

  test('of a group says that the people in it are not shown, and shows its id', () => {
    expect(cells(GROUP)).toMatchObject({
      name: 'groups/7',
      kind: ENGLISH.card.kinds.group,
      note: ENGLISH.roster.notes.group,
      membership: GROUP.name,
    });
  });

  test('says where nothing shows who somebody is', () => {
    const hidden = { ...ADA, member: { name: 'users/1', type: 'HUMAN' } };
    expect(cells(hidden)).toMatchObject({ name: '', email: '', note: ENGLISH.roster.notes.hidden });
    expect(cells({ ...hidden, member: { ...hidden.member, email: 'a@orchard.example' } }).note).toBe('');
  });

  test('keeps what nobody knows as Google said it', () => {
    const strange = { ...ADA, state: 'PENDING', createTime: 'long ago', member: { type: 'ROBOT' } };
    expect(cells(strange)).toMatchObject({ state: 'PENDING', since: 'long ago', kind: 'ROBOT' });
    expect(cells({ ...ADA, state: 'INVITED' }).state).toBe(ENGLISH.roster.states.invited);
    expect(cells({ ...ADA, state: 'NOT_A_MEMBER' }).state).toBe(ENGLISH.roster.states.gone);
    expect(cells({ name: NAME })).toMatchObject({ state: '', since: '' });
  });

  test('has the same digest in every language, so that a refresh in another one changes nothing', () => {
    expect(cells(ADA, JAPANESE).digest).toBe(cells(ADA).digest);
    expect(cells(ADA, JAPANESE).state).not.toBe(cells(ADA).state);
  });

  test('holds texts no longer than a cell', () => {
    const long = { ...ADA, member: { ...ADA.member, displayName: 'x'.repeat(60_000) } };
    expect(cells(long).name).toHaveLength(50_000);
  });
});

test('of somebody who is gone only the state, the note and the digest change', () => {
  const gone = goneCells(digestOf(ADA, 'Orchard'), 'Left', ENGLISH);
  expect(gone).toEqual({
    state: ENGLISH.roster.states.gone,
    note: 'Left',
    digest: gone.digest,
  });
  expect(readDigest(cellOf(gone.digest ?? ''))).toMatchObject({ state: 'gone', role: 'owner' });
});

test('a member is shown by name, else address, else id', () => {
  expect(shownName(ADA)).toBe('Ada');
  expect(shownName({ ...ADA, member: { ...ADA.member, displayName: ' \u200b ' } })).toBe(
    'ada@orchard.example',
  );
  expect(shownName({ ...ADA, member: { name: 'users/1' } })).toBe('users/1');
  expect(shownName(GROUP)).toBe('groups/7');
  expect(shownName({ name: NAME })).toBe(NAME);
});

test('a row is found by the name of its membership, and by nothing else', () => {
  const table = rosterTable('spaces/AAAA1');
  expect(table.isKey('spaces/AAAA1/members/1')).toBe(true);
  for (const text of ['', 'Ada', 'spaces/AAAA1', 'spaces/AAAA1/members/', 'spaces/AAAA1/members/1 2'])
    expect(table.isKey(text)).toBe(false);
  expect(table.kind).not.toBe(rosterTable(null).kind);
});

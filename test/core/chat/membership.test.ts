/** The Chat API's JSON, read without trusting it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  kindOf,
  memberKeys,
  originOf,
  readMembership,
  readMembershipPage,
  roleOf,
  spaceOf,
  stateOf,
} from '../../../src/core/chat/membership';

const PERSON = {
  name: 'spaces/AAA/members/100000000000000000001',
  state: 'JOINED',
  role: 'ROLE_MANAGER',
  affiliation: 'INTERNAL',
  createTime: '2026-08-17T16:28:42.882944Z',
  member: {
    name: 'users/100000000000000000001',
    type: 'HUMAN',
    displayName: 'Ada Example',
    email: 'Ada@Example.com',
  },
};
const GROUP = {
  name: 'spaces/AAA/members/group-01examplegroup1',
  state: 'JOINED',
  createTime: '2026-08-17T16:28:56.416015Z',
  groupMember: { name: 'groups/01examplegroup1' },
};

describe('a membership', () => {
  test('is read with all its fields', () => {
    expect(readMembership(PERSON)).toEqual(PERSON);
    expect(readMembership(GROUP)).toEqual(GROUP);
  });

  test.each([
    ['state', stateOf, { JOINED: 'joined', INVITED: 'invited', NOT_A_MEMBER: 'notAMember' }],
    ['role', roleOf, { ROLE_MANAGER: 'owner', ROLE_ASSISTANT_MANAGER: 'manager', ROLE_MEMBER: 'member' }],
    ['affiliation', originOf, { INTERNAL: 'inside', EXTERNAL: 'outside', MANAGED_EXTERNAL: 'guest' }],
  ] as const)('has a %s, known, unknown, unspecified or absent', (field, read, known) => {
    for (const [raw, meaning] of Object.entries(known)) expect(read({ [field]: raw })).toBe(meaning);
    expect(read({ [field]: 'SOMETHING_NEW' })).toEqual({ raw: 'SOMETHING_NEW' });
    expect(read({ [field]: 'constructor' })).toEqual({ raw: 'constructor' });
    expect(read({})).toBeNull();
    expect(read({ [field]: '' })).toBeNull();
  });

  test('that is unspecified says nothing', () => {
    expect(stateOf({ state: 'MEMBERSHIP_STATE_UNSPECIFIED' })).toBeNull();
    expect(roleOf({ role: 'MEMBERSHIP_ROLE_UNSPECIFIED' })).toBeNull();
    expect(originOf({ affiliation: 'AFFILIATION_UNSPECIFIED' })).toBeNull();
  });

  test('tells a person, an app and a group apart, and says so where it cannot', () => {
    expect(kindOf(PERSON)).toBe('person');
    expect(kindOf(GROUP)).toBe('group');
    expect(kindOf({ name: GROUP.name })).toBe('group');
    expect(kindOf({ member: { type: 'BOT' } })).toBe('app');
    expect(kindOf({ member: { type: 'ROBOT' } })).toBeNull();
    expect(kindOf({})).toBeNull();
  });

  test('has every key by which somebody may ask for it', () => {
    expect(memberKeys(PERSON)).toEqual(['100000000000000000001', 'ada@example.com']);
    expect(memberKeys(GROUP)).toEqual(['group-01examplegroup1']);
    expect(memberKeys({ name: 'spaces/AAA/members/abc', member: { name: 'users/1' } })).toEqual(['1', 'abc']);
    expect(memberKeys({})).toEqual([]);
    expect(spaceOf(PERSON)).toBe('AAA');
    expect(spaceOf({ name: 'spaces/AAA' })).toBeNull();
  });

  test('loses fields of a wrong type and keeps the rest', () => {
    const odd = {
      ...PERSON,
      state: 1,
      role: null,
      createTime: ['x'],
      member: { name: 'users/1', email: 7, isAnonymous: true },
    };
    expect(readMembership(odd)).toEqual({
      name: PERSON.name,
      affiliation: 'INTERNAL',
      member: { name: 'users/1', isAnonymous: true },
    });
  });

  test.each([
    [null],
    [undefined],
    ['text'],
    [7],
    [[]],
    [[PERSON]],
    [{}],
    [{ error: { code: 404 } }],
    [{ state: 'JOINED' }],
    [{ name: 'spaces/AAA' }],
  ])('is not %j', (body) => {
    expect(readMembership(body)).toBeNull();
  });
});

describe('a page of memberships', () => {
  test('is read with its token', () => {
    expect(readMembershipPage({ memberships: [PERSON, GROUP], nextPageToken: 't' })).toEqual({
      memberships: [PERSON, GROUP],
      nextPageToken: 't',
    });
  });

  test('may be empty, last or both', () => {
    expect(readMembershipPage({})).toEqual({ memberships: [], nextPageToken: null });
    expect(readMembershipPage({ nextPageToken: 't' })).toEqual({ memberships: [], nextPageToken: 't' });
    expect(readMembershipPage({ memberships: [], nextPageToken: '' })).toEqual({
      memberships: [],
      nextPageToken: null,
    });
  });

  test.each([
    [null],
    [[]],
    ['{}'],
    [{ error: {} }],
    [{ memberships: {} }],
    [{ memberships: [PERSON, null] }],
    [{ memberships: [{}] }],
    [{ memberships: [], nextPageToken: 5 }],
  ])('is not %j', (body) => {
    expect(readMembershipPage(body)).toBeNull();
  });
});

describe('for any membership', () => {
  const text = fc.string({ minLength: 1, maxLength: 12 });
  const id = fc.stringMatching(/^[\w-]{1,12}$/);
  const optional = { requiredKeys: [] };
  const user = fc.record(
    {
      name: id.map((one) => `users/${one}`),
      type: text,
      displayName: text,
      email: text,
      avatarUrl: text,
      domainId: text,
      isAnonymous: fc.boolean(),
    },
    optional,
  );
  const membership = fc.record(
    {
      name: fc.tuple(id, id).map(([space, member]) => `spaces/${space}/members/${member}`),
      state: text,
      role: text,
      createTime: text,
      deleteTime: text,
      affiliation: text,
      member: user,
      groupMember: fc.record({ name: id.map((one) => `groups/${one}`) }),
    },
    { requiredKeys: ['name'] },
  );
  const noText = fc.jsonValue().filter((value) => typeof value !== 'string');

  test('every field arrives, and any other is left out', () => {
    fc.assert(
      fc.property(membership, fc.jsonValue(), (body, value) => {
        expect(readMembership({ ...body, somethingNew: value })).toEqual(body);
      }),
    );
  });

  test('one field of another type is lost alone', () => {
    const fields = ['state', 'role', 'createTime', 'deleteTime', 'affiliation'] as const;
    const userFields = ['name', 'type', 'displayName', 'email', 'avatarUrl', 'domainId'] as const;
    const without = (body: object, field: string) =>
      Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));
    fc.assert(
      fc.property(
        membership,
        user,
        fc.constantFrom(...fields),
        fc.constantFrom(...userFields),
        noText,
        (body, member, field, userField, value) => {
          expect(readMembership({ ...body, [field]: value })).toEqual(without(body, field));
          expect(readMembership({ ...body, member: { ...member, [userField]: value } })).toEqual({
            ...body,
            member: without(member, userField),
          });
          expect(readMembership({ ...body, member: { ...member, isAnonymous: 'yes' } })).toEqual({
            ...body,
            member: without(member, 'isAnonymous'),
          });
          expect(readMembership({ name: value, state: 'JOINED' })).toBeNull();
        },
      ),
    );
  });

  test('a page holds it, and one entry that is no membership makes it no page', () => {
    const pages = fc.array(membership, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pages, text, fc.nat(), noText, (memberships, nextPageToken, at, value) => {
        expect(readMembershipPage({ memberships, nextPageToken })).toEqual({ memberships, nextPageToken });
        const broken = memberships.map((one, index) =>
          index === at % memberships.length ? { name: value } : one,
        );
        expect(readMembershipPage({ memberships: broken, nextPageToken })).toBeNull();
        expect(readMembershipPage({ memberships, nextPageToken: value })).toBeNull();
      }),
    );
  });

  test('its keys name it: each is a text that a question may hold', () => {
    fc.assert(
      fc.property(membership, (body) => {
        const keys = memberKeys(body);
        expect(keys).toContain(body.name.split('/')[3]);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).not.toMatch(/^(?:users|groups|spaces)\/|^$/);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { USER, type Identity } from '../../../src/core/chat/identity';
import type { Membership } from '../../../src/core/chat/membership';
import { SpaceListing } from '../../../src/core/look-up/space-listing';
import type { ListingMemory } from '../../../src/core/look-up/space-memory';

const APP: Identity = { as: 'app', serviceAccount: 'rollcall@example-project.iam.gserviceaccount.com' };
const ADMIN: Identity = { as: 'admin' };
const ME: Membership = {
  name: 'spaces/AAAA1/members/7',
  state: 'JOINED',
  member: { name: 'users/7', type: 'HUMAN', email: 'me@example.com' },
};
const HANA: Membership = {
  ...ME,
  name: 'spaces/AAAA1/members/8',
  member: { name: 'users/8', type: 'HUMAN' },
};
const GROUP: Membership = { name: 'spaces/AAAA1/members/group-1', groupMember: { name: 'groups/1' } };
const NEW_KIND: Membership = { name: 'spaces/AAAA1/members/9', state: 'JOINED' };

function listing(identity: Identity = USER, memory?: ListingMemory): SpaceListing {
  return new SpaceListing('AAAA1', { identity, isCurrentUser: (one) => one === ME }, memory);
}

/** A listing of these pages; the last ends it. */
function listed(pages: readonly (readonly Membership[])[], identity: Identity = USER): SpaceListing {
  const list = listing(identity);
  pages.forEach((memberships, index) => {
    list.add({ memberships, nextPageToken: index === pages.length - 1 ? null : `token-${index}` });
  });
  return list;
}

describe('a request for a page', () => {
  test('shows whom the identity may see', () => {
    const page = { method: 'spaces.members.list', parent: 'spaces/AAAA1', pageSize: 1000 };
    expect(listing().request()).toEqual({ ...page, showGroups: true, showInvited: true });
    expect(listing(ADMIN).request()).toEqual({ ...page, showGroups: true, filter: 'member.type != "BOT"' });
    expect(listing(APP).request()).toEqual(page);
  });

  test('names where the last page ended', () => {
    const list = listing();
    list.add({ memberships: [HANA], nextPageToken: 'token-1' });
    expect(list.request()).toMatchObject({ pageToken: 'token-1' });
    expect([list.state, list.pages]).toEqual(['open', 1]);
  });
});

describe('a listing', () => {
  test('proves that there is no group once it was read to its end and holds whoever asks', () => {
    const cut = listing();
    cut.add({ memberships: [ME, HANA], nextPageToken: 'token-1' });
    expect(cut.provesNoGroups).toBe(false);
    expect(listed([[HANA], [ME]]).provesNoGroups).toBe(true);
    expect(listed([[ME], [GROUP]]).provesNoGroups).toBe(false);
    expect(listed([[ME, NEW_KIND]]).provesNoGroups).toBe(false);
    expect(listed([[HANA]]).provesNoGroups).toBe(false);
    expect(listed([[]]).provesNoGroups).toBe(false);
  });

  test('proves nothing about groups as the app or an admin, who are not shown all', () => {
    expect([APP, ADMIN].map((identity) => listed([[ME]], identity).provesNoGroups)).toEqual([false, false]);
  });

  test('proves absence also where there are groups, but not when a page came in an earlier step', () => {
    expect(listed([[ME, GROUP]]).provesAbsence).toBe(true);
    const first = listing();
    first.add({ memberships: [ME], nextPageToken: 'token-1' });
    const second = listing(USER, first.memory(true));
    second.add({ memberships: [HANA], nextPageToken: null });
    expect([second.provesNoGroups, second.provesAbsence, second.pages]).toEqual([true, false, 2]);
  });

  test('no longer proves that there is no group when a get shows one', () => {
    const list = listed([[ME]]);
    list.noteKind(GROUP);
    expect(list.provesNoGroups).toBe(false);
  });

  test('knows by its first page with people whether addresses are shown', () => {
    expect(listed([[HANA], [ME]]).isAddressless).toBe(true);
    expect(listed([[ME], [HANA]]).isAddressless).toBe(false);
    expect(listed([[GROUP]]).isAddressless).toBe(false);
  });
});

describe('a listing that fails', () => {
  test('begins again once where its page token may be the reason', () => {
    const list = listing();
    list.add({ memberships: [ME], nextPageToken: 'token-1' });
    expect(list.fail('requestRefused')).toBe(true);
    expect([list.state, list.pages]).toEqual(['open', 0]);
    list.add({ memberships: [ME], nextPageToken: 'token-2' });
    expect(list.fail('requestRefused')).toBe(false);
    expect([list.state, list.failedWith]).toEqual(['failed', 'requestRefused']);
  });

  test('is over otherwise', () => {
    const list = listing();
    expect(list.fail('requestRefused')).toBe(false);
    expect(list.state).toBe('failed');
    const other = listing();
    other.add({ memberships: [ME], nextPageToken: 'token-1' });
    expect(other.fail('serverError')).toBe(false);
    expect(other.failedWith).toBe('serverError');
  });
});

describe('the memory of a listing', () => {
  test('goes on where it was cut', () => {
    const list = listing();
    list.add({ memberships: [ME, GROUP], nextPageToken: 'token-1' });
    const next = listing(USER, list.memory(true));
    expect(next.request()).toEqual(list.request());
    expect(next.memory(true)).toEqual(list.memory(true));
  });

  test('begins again where somebody still waits for what the absence from it proves', () => {
    const list = listed([[ME], [GROUP]]);
    const next = listing(USER, list.memory(false));
    expect([next.state, next.pages]).toEqual(['open', 0]);
    next.add({ memberships: [ME], nextPageToken: null });
    expect([next.provesNoGroups, next.provesAbsence]).toEqual([true, true]);
  });

  test('holds nothing about people', () => {
    expect(JSON.stringify(listed([[ME, HANA]]).memory(true))).not.toMatch(/example|users|members/);
  });
});

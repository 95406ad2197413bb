import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WherePlace, WhereStep } from '../../../src/core/contract';
import { ProblemError } from '../../../src/core/chat/problem';
import { lookWhere, readWhereArgument } from '../../../src/core/where/where';
import { openExecution } from '../execution.testing';
import {
  apiFailure,
  FakeChat,
  NOT_FOUND,
  type FakeChatOptions,
  type FakeMember,
  type FakeSpace,
} from '../fake-chat.testing';

const ADA = '1000001';
/** What Google is reported to answer for an address that is not in the space. */
const NO_SUCH_MEMBER = apiFailure(400, {
  status: 'INVALID_ARGUMENT',
  message: 'Invalid membership state, user, group or request ID',
});
const person = (id: string, role?: FakeMember['role']): FakeMember => ({
  id,
  email: `p${id}@example.com`,
  ...(role === undefined ? {} : { role }),
});
const nameOf = ({ id }: FakeSpace) => `spaces/${id}`;

/** Calls until nothing is left, as the page does. */
function lookEverywhere(spaces: readonly FakeSpace[], options: FakeChatOptions = {}) {
  const chat = new FakeChat(spaces, { absentAddress: NO_SUCH_MEMBER, ...options });
  const places: WherePlace[] = [];
  let left: readonly string[] = spaces.map(nameOf);
  let step: WhereStep | null = null;
  let notIn = 0;
  let calls = 0;
  while (left.length > 0 && (step?.problem ?? null) === null && calls < 100) {
    const pace: unknown = JSON.parse(JSON.stringify(step?.pace ?? null));
    step = lookWhere(openExecution(chat), { member: `p${ADA}@example.com`, spaces: left, pace });
    places.push(...step.places);
    notIn += step.notIn;
    left = step.left;
    calls += 1;
  }
  return { chat, places, notIn, left, calls, problem: step?.problem ?? null };
}

describe('where somebody is', () => {
  test('equals the truth in any workspace: every space is found, counted or named as unchecked', () => {
    const members = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 });
    const world = fc.array(
      fc.record({
        members,
        ada: fc.constantFrom('owner', 'member', 'invited', 'none'),
        closed: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(world, (rows) => {
        const spaces = rows.map(({ members: others, ada, closed }, index): FakeSpace => {
          const self: FakeMember[] =
            ada === 'none'
              ? []
              : [
                  {
                    ...person(ADA, ada === 'owner' ? 'ROLE_MANAGER' : undefined),
                    ...(ada === 'invited' ? { state: 'INVITED' as const } : {}),
                  },
                ];
          const more = others.map((n) => person(`20000${n}`, n > 7 ? 'ROLE_MANAGER' : undefined));
          return { id: `AAAA${index}`, members: [...self, ...more], closed };
        });
        const { places, notIn } = lookEverywhere(spaces);
        const truth = rows.map(({ ada, closed, members: others }, index) => {
          const isOnlyOwner = ada === 'owner' && !others.some((n) => n > 7);
          return { space: `AAAA${index}`, ada, closed, isOnlyOwner };
        });
        for (const { space, ada, closed, isOnlyOwner } of truth) {
          const place = places.find((one) => one.space === `spaces/${space}`);
          // Who cannot read a space is told so, whatever is true of it.
          if (closed) expect(place?.verdict ?? 'notMember').not.toBe('member');
          else if (ada === 'none') expect(place).toBeUndefined();
          else {
            expect(place).toMatchObject({
              verdict: ada === 'invited' ? 'invited' : 'member',
              isOwner: ada === 'owner',
              isOnlyOwner: ada === 'owner' ? isOnlyOwner : null,
            });
          }
        }
        expect(places.length + notIn).toBe(spaces.length);
      }),
    );
  });

  test('costs one get a space, and one list where they are an owner', () => {
    const spaces = Array.from({ length: 450 }, (_, n): FakeSpace => ({
      id: `AAAA${n}`,
      members: n % 3 === 0 ? [person(ADA, n % 9 === 0 ? 'ROLE_MANAGER' : undefined)] : [person('7')],
    }));
    const { chat, places, notIn, calls } = lookEverywhere(spaces);
    expect([chat.gets().length, chat.lists().length]).toEqual([450, 50]);
    expect([places.length, notIn, calls]).toEqual([150, 300, 3]);
    expect(places.filter(({ isOnlyOwner }) => isOnlyOwner === true)).toHaveLength(50);
  });

  test('keeps Google’s limit of the project over many calls', () => {
    const spaces = Array.from({ length: 4_000 }, (_, n): FakeSpace => ({ id: `AAAA${n}`, members: [] }));
    const { chat } = lookEverywhere(spaces, { latencyMs: 100 });
    chat.times.forEach((time, index) => {
      const earlier = chat.times[index - 3_000];
      if (earlier !== undefined) expect(time - earlier).toBeGreaterThanOrEqual(60_000);
    });
  });

  test('asks whether a space can be read at all where the refusal does not tell', () => {
    const spaces: readonly FakeSpace[] = [
      { id: 'AAAA0', members: [person('7')] },
      { id: 'AAAA1', members: [person('7')] },
    ];
    const restricted: FakeChatOptions['fault'] = (request) =>
      request.method === 'spaces.members.list' && request.parent === 'spaces/AAAA1'
        ? apiFailure(403, { status: 'PERMISSION_DENIED' })
        : null;
    const { places, notIn } = lookEverywhere(spaces, { absentAddress: NOT_FOUND, fault: restricted });
    expect(notIn).toBe(1);
    expect(places).toMatchObject([{ space: 'spaces/AAAA1', verdict: 'unchecked' }]);
  });

  test('asks all pages of owners', () => {
    const owners = Array.from({ length: 5 }, (_, n) => person(`20000${n}`, 'ROLE_MANAGER'));
    const space = { id: 'AAAA1', members: [person(ADA, 'ROLE_MANAGER'), ...owners] };
    const { places, chat } = lookEverywhere([space], { pageSize: 2 });
    expect(places).toMatchObject([{ isOwner: true, isOnlyOwner: false }]);
    expect(chat.lists()).toHaveLength(3);
  });

  test('does not know about other owners where their list is refused', () => {
    const space = { id: 'AAAA1', members: [person(ADA, 'ROLE_MANAGER')] };
    const fault: FakeChatOptions['fault'] = ({ method }) =>
      method === 'spaces.members.list' ? apiFailure(403, { status: 'PERMISSION_DENIED' }) : null;
    expect(lookEverywhere([space], { fault }).places).toMatchObject([{ isOwner: true, isOnlyOwner: null }]);
  });

  test('stops with what would meet every request, and leaves the rest to be asked', () => {
    const spaces = Array.from({ length: 3 }, (_, n): FakeSpace => ({ id: `AAAA${n}`, members: [] }));
    const fault: FakeChatOptions['fault'] = () => apiFailure(401, { status: 'UNAUTHENTICATED' });
    const { problem, left, places } = lookEverywhere(spaces, { fault });
    expect(problem).toMatchObject({ code: 'tokenInvalid' });
    expect([left.length, places.length]).toEqual([3, 0]);
  });

  test('names a space that could not be checked', () => {
    const spaces = ['AAAA0', 'AAAA1'].map((id): FakeSpace => ({ id, members: [person(ADA)] }));
    const fault: FakeChatOptions['fault'] = (request) =>
      'name' in request && request.name.includes('AAAA1') ? apiFailure(500) : null;
    const { places } = lookEverywhere(spaces, { fault });
    expect(places).toContainEqual(expect.objectContaining({ space: 'spaces/AAAA0', verdict: 'member' }));
    expect(places).toContainEqual(
      expect.objectContaining({
        space: 'spaces/AAAA1',
        verdict: 'unchecked',
        problem: expect.anything() as unknown,
      }),
    );
  });
});

describe('what the page hands in', () => {
  const given = { member: 'ada@example.com', spaces: ['spaces/AAAA1'], pace: null };

  test('is taken when it is right, whatever stands in the pace', () => {
    expect(readWhereArgument({ ...given, pace: { reads: 'x' } })).toMatchObject(
      given.spaces.length === 1 ? { spaces: given.spaces } : {},
    );
  });

  test.each([
    ['no member', { ...given, member: undefined }],
    ['no list', { ...given, spaces: 'spaces/AAAA1' }],
    ['no name of a space', { ...given, spaces: ['AAAA1'] }],
    ['a name that leads elsewhere', { ...given, spaces: ['spaces/AAAA1/members/1'] }],
    ['nothing', null],
  ])('is refused: %s', (_, value) => {
    expect(() => readWhereArgument(value)).toThrow(ProblemError);
  });

  test('is refused where the member cannot be read', () => {
    const execution = openExecution(new FakeChat([]));
    expect(() =>
      lookWhere(execution, { member: 'nobody at all', spaces: ['spaces/AAAA1'], pace: null }),
    ).toThrow(ProblemError);
  });
});

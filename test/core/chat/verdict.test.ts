/** Answers and refusals of the API -> verdicts; "couldn't check" is never "not a member". */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USER, type Identity } from '../../../src/core/chat/identity';
import type { Failure, Outcome } from '../../../src/core/ports';
import { cannotSee, judge, type GetContext } from '../../../src/core/chat/verdict';

const APP: Identity = { as: 'app', serviceAccount: 'rollcall@example-project.iam.gserviceaccount.com' };
const ADMIN: Identity = { as: 'admin' };
const NOT_FOUND: Failure = {
  at: 'api',
  httpStatus: 404,
  status: 'NOT_FOUND',
  message: 'Requested entity was not found.',
};
const NO_SUCH_MEMBER: Failure = {
  at: 'api',
  httpStatus: 400,
  status: 'INVALID_ARGUMENT',
  message: 'Invalid membership state, user, group or request ID',
};
const HIDDEN: Failure = {
  at: 'api',
  httpStatus: 403,
  status: 'PERMISSION_DENIED',
  message:
    "Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.",
};
const NOT_CONFIGURED: Failure = {
  at: 'api',
  httpStatus: 404,
  status: 'NOT_FOUND',
  message: 'Google Chat app not found. To create a Chat app, you must turn on the Chat API.',
};

function contextOf(member: string, more: Partial<GetContext> = {}): GetContext {
  return {
    request: { method: 'spaces.members.get', name: `spaces/AAAA/members/${member}` },
    identity: USER,
    spaceReadable: null,
    noGroups: false,
    ...more,
  };
}

/** `member`, `notMember directly`, `unchecked noAccess`, `probe`. */
function said(outcome: Outcome, about: GetContext): string {
  const judgement = judge(outcome, about);
  if (judgement.needsProbe === true) return 'probe';
  const { verdict } = judgement;
  if (verdict.kind === 'unchecked') return `unchecked ${verdict.problem.code}`;
  return verdict.kind === 'notMember' && verdict.directOnly ? 'notMember directly' : verdict.kind;
}
const answered = (body: unknown, member: string, more: Partial<GetContext> = {}) =>
  said({ ok: true, body }, contextOf(member, more));
const refused = (failure: Failure, member: string, more: Partial<GetContext> = {}) =>
  said({ ok: false, failure }, contextOf(member, more));

const person = (more: Readonly<Record<string, unknown>> = {}) => ({
  name: 'spaces/AAAA/members/123',
  state: 'JOINED',
  role: 'ROLE_MEMBER',
  member: { name: 'users/123', type: 'HUMAN' },
  ...more,
});

describe('an answer', () => {
  test('says member, invited or not a member by its state', () => {
    expect(answered(person(), '123')).toBe('member');
    expect(answered(person({ state: 'INVITED' }), '123')).toBe('invited');
    expect(answered(person({ state: 'NOT_A_MEMBER' }), '123')).toBe('notMember directly');
    expect(answered(person({ state: 'NOT_A_MEMBER' }), '123', { noGroups: true })).toBe('notMember');
    expect(answered({ name: 'spaces/AAAA/members/123', state: 'NOT_A_MEMBER' }, '123')).toBe(
      'notMember directly',
    );
  });

  test('without a known state proves nothing', () => {
    expect(answered(person({ state: 'WAITING_AT_THE_DOOR' }), '123')).toBe('unchecked stateUnknown');
    expect(answered(person({ state: undefined }), '123')).toBe('unchecked stateMissing');
    expect(answered(person({ state: 'MEMBERSHIP_STATE_UNSPECIFIED' }), '123')).toBe('unchecked stateMissing');
  });

  test('that is no membership proves nothing', () => {
    for (const body of [null, '', 'text', [], {}, { error: { code: 404 } }, { memberships: [person()] }]) {
      expect(answered(body, '123')).toBe('unchecked answerUnreadable');
    }
  });

  test('about somebody else proves nothing', () => {
    expect(answered(person(), '124')).toBe('unchecked otherMember');
    expect(answered(person({ name: 'spaces/BBBB/members/123' }), '123')).toBe('unchecked otherMember');
    expect(answered(person(), 'group-1')).toBe('unchecked otherMember');
    expect(answered(person(), 'app')).toBe('unchecked otherMember');
    expect(answered(person({ member: { name: 'users/9', type: 'BOT' } }), 'ada@example.com')).toBe(
      'unchecked otherMember',
    );
  });

  test('may name the member in any of its ways', () => {
    expect(answered(person(), 'ada@example.com')).toBe('member');
    expect(answered(person({ name: undefined }), '123')).toBe('member');
    expect(answered(person({ name: 'spaces/AAAA/members/xyz' }), '123')).toBe('member');
    expect(answered(person({ name: 'spaces/AAAA/members/xyz' }), 'xyz')).toBe('member');
    expect(
      answered(
        { name: 'spaces/AAAA/members/group-1', state: 'JOINED', groupMember: { name: 'groups/1' } },
        'group-1',
      ),
    ).toBe('member');
    expect(
      answered(
        { name: 'spaces/AAAA/members/9', state: 'JOINED', member: { name: 'users/9', type: 'BOT' } },
        'app',
      ),
    ).toBe('member');
  });
});

describe('a refusal as the user', () => {
  test('of an address says not a member', () => {
    expect(refused(NO_SUCH_MEMBER, 'ada@example.com')).toBe('notMember directly');
    expect(refused(NO_SUCH_MEMBER, 'ada@example.com', { noGroups: true })).toBe('notMember');
  });

  test('that may mean the space is settled by one look at the space', () => {
    for (const member of ['123', 'ada@example.com', 'app']) {
      expect(refused(NOT_FOUND, member)).toBe('probe');
      expect(refused(NOT_FOUND, member, { spaceReadable: true })).toBe('notMember directly');
      expect(refused(NOT_FOUND, member, { spaceReadable: false })).toBe('unchecked spaceNotFound');
      expect(refused(NOT_FOUND, member, { noGroups: true })).toBe('notMember');
    }
    expect(refused(NO_SUCH_MEMBER, '123')).toBe('probe');
    expect(refused(NO_SUCH_MEMBER, '123', { spaceReadable: true })).toBe('notMember directly');
  });

  test('of a word that may be somebody’s name proves nothing', () => {
    for (const more of [{}, { spaceReadable: true }, { noGroups: true }]) {
      expect(refused(NOT_FOUND, 'Ada', more)).toBe('unchecked memberUnreadable');
    }
  });

  test('of a group proves nothing unless the space is known to hold none', () => {
    expect(refused(NOT_FOUND, 'group-1', { spaceReadable: true })).toBe('unchecked groupUnconfirmed');
    expect(refused(NO_SUCH_MEMBER, 'group-1')).toBe('unchecked groupUnconfirmed');
    expect(refused(NOT_FOUND, 'group-1', { noGroups: true })).toBe('notMember');
  });

  test('that hides the cause is never an absence', () => {
    expect(refused(HIDDEN, '123')).toBe('unchecked noAccess');
    expect(refused(HIDDEN, '123', { spaceReadable: false })).toBe('unchecked noAccess');
    expect(refused(HIDDEN, '123', { spaceReadable: true })).toBe('unchecked memberListRestricted');
    expect(refused(NOT_CONFIGURED, '123', { spaceReadable: true })).toBe('unchecked appNotConfigured');
  });
});

describe('what a refusal leaves open', () => {
  const verdictOf = (failure: Failure, member: string, more: Partial<GetContext> = {}) => {
    const judgement = judge({ ok: false, failure }, contextOf(member, { spaceReadable: true, ...more }));
    return judgement.needsProbe === true ? null : judgement.verdict;
  };

  test('as the user are people who come in through a group, and a group by its address', () => {
    expect(verdictOf(NOT_FOUND, '123')).toEqual({ kind: 'notMember', directOnly: true });
    for (const failure of [NOT_FOUND, NO_SUCH_MEMBER]) {
      expect(verdictOf(failure, 'ada@example.com')).toEqual({
        kind: 'notMember',
        directOnly: true,
        maybeGroupAddress: true,
      });
    }
  });

  test('is nothing where the space is proven to hold no group', () => {
    for (const member of ['123', 'ada@example.com']) {
      expect(verdictOf(NOT_FOUND, member, { noGroups: true })).toEqual({
        kind: 'notMember',
        directOnly: false,
      });
    }
  });

  test('as an admin is also whoever is invited', () => {
    expect(verdictOf(NOT_FOUND, 'ada@example.com', { identity: ADMIN })).toEqual({
      kind: 'notMember',
      directOnly: true,
      maybeGroupAddress: true,
      maybeInvited: true,
    });
  });
});

test('an address may be a group’s: its membership is the answer', () => {
  const group = { name: 'spaces/AAAA/members/group-1', state: 'JOINED', groupMember: { name: 'groups/1' } };
  for (const identity of [USER, ADMIN]) {
    expect(answered(group, 'pickers@example.com', { identity })).toBe('member');
    expect(answered({ ...group, state: 'INVITED' }, 'pickers@example.com', { identity })).toBe('invited');
  }
});

test('a page instead of an answer is never an absence, even with status 404', () => {
  const page: Failure = { at: 'api', httpStatus: 404, message: '<html><body>Not Found</body></html>' };
  expect(refused(page, '123', { spaceReadable: true, noGroups: true })).toBe('unchecked answerUnreadable');
  const nothing: Failure = { at: 'api', httpStatus: 404, message: '' };
  expect(refused(nothing, '123', { spaceReadable: true, noGroups: true })).toBe('unchecked unknown');
});

describe('a refusal as the app or an admin', () => {
  test('proves nothing about what the app cannot see', () => {
    for (const failure of [NOT_FOUND, NO_SUCH_MEMBER]) {
      for (const spaceReadable of [true, false, null]) {
        expect(refused(failure, 'ada@example.com', { identity: APP, spaceReadable })).toBe(
          'unchecked appCannotUseEmail',
        );
        expect(refused(failure, '123', { identity: APP, spaceReadable })).toBe('unchecked appSeesJoinedOnly');
      }
    }
  });

  test('proves nothing about an id that may be an app’s, which admins are not shown', () => {
    expect(refused(NOT_FOUND, '123', { identity: ADMIN, spaceReadable: true })).toBe(
      'unchecked adminCannotSeeApps',
    );
    expect(refused(NOT_FOUND, 'ada@example.com', { identity: ADMIN })).toBe('probe');
    expect(refused(NOT_FOUND, 'ada@example.com', { identity: ADMIN, spaceReadable: true })).toBe(
      'notMember directly',
    );
    expect(refused(NO_SUCH_MEMBER, 'ada@example.com', { identity: ADMIN })).toBe('probe');
    expect(refused(HIDDEN, 'ada@example.com', { identity: ADMIN })).toBe('unchecked adminDenied');
  });

  test('is foreseen where the facts are sure', () => {
    expect(cannotSee(APP, 'app')?.code).toBe('appCannotSeeApps');
    expect(cannotSee(APP, 'group-1')?.code).toBe('appCannotSeeGroups');
    expect(cannotSee(APP, 'ada@example.com')).toBeNull();
    expect(cannotSee(APP, '123')).toBeNull();
    expect(cannotSee(ADMIN, 'app')?.code).toBe('adminCannotSeeApps');
    expect(cannotSee(ADMIN, 'group-1')).toBeNull();
    expect(cannotSee(USER, 'app')).toBeNull();
  });
});

test('whatever the status and words, only 400 and 404 can ever become an absence', () => {
  const failure = fc.record(
    {
      at: fc.constantFrom('api', 'network', 'body', 'platform'),
      httpStatus: fc.constantFrom(401, 403, 405, 409, 429, 500, 502, 503),
      status: fc.constantFrom('PERMISSION_DENIED', 'UNAUTHENTICATED', 'INTERNAL', 'UNAVAILABLE', 'X'),
      reason: fc.string(),
      message: fc.string(),
    },
    { requiredKeys: ['at', 'httpStatus', 'message'] },
  ) as fc.Arbitrary<Failure>;
  fc.assert(
    fc.property(
      failure,
      fc.constantFrom(USER, APP, ADMIN),
      fc.constantFrom(true, false, null),
      fc.boolean(),
      (fault, identity, spaceReadable, noGroups) => {
        expect(refused(fault, '123', { identity, spaceReadable, noGroups })).toMatch(/^unchecked /);
      },
    ),
  );
});

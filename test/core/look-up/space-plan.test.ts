/** What the failures of one space mean for the questions about it. */
import { describe, expect, test } from '@jest/globals';
import { USER, type Identity } from '../../../src/core/chat/identity';
import type { ChatRequest, Failure, Outcome } from '../../../src/core/ports';
import type { PlannedRequest } from '../../../src/core/requests/plan';
import type { SpaceMemory } from '../../../src/core/look-up/space-memory';
import { SpacePlan, type Answered } from '../../../src/core/look-up/space-plan';
import { apiFailure, DENIED, NOT_FOUND } from '../fake-chat.testing';

const SPACE = 'AAAA1';
const context = (identity: Identity = USER) => ({
  identity,
  isCurrentUser: ({ name }: { readonly name?: string }) => name === `spaces/${SPACE}/members/7`,
});

function planFor(members: readonly string[], identity: Identity = USER, memory?: SpaceMemory): SpacePlan {
  const plan = new SpacePlan(SPACE, context(identity), memory);
  for (const member of members) plan.add({ space: SPACE, member });
  return plan;
}

const membership = (id: string) => ({
  name: `spaces/${SPACE}/members/${id}`,
  state: 'JOINED',
  member: { name: `users/${id}`, type: 'HUMAN', email: `p${id}@example.com` },
});
const page = (...ids: readonly string[]): Outcome => ({
  ok: true,
  body: { memberships: ids.map(membership) },
});
const fails = (failure: Failure): Outcome => ({ ok: false, failure });
const GARBAGE = fails({ at: 'body', httpStatus: 200, message: '<html>' });

interface Asked {
  /** `page`, `probe`, or the member asked for, in order. */
  readonly sent: readonly string[];
  /** Verdict by member. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Works a plan to its end; what may pass is answered for the last time at once. */
function work(plan: SpacePlan, answerTo: (purpose: string, member: string) => Outcome): Asked {
  const sent: string[] = [];
  const answers: Record<string, string> = {};
  for (let planned = plan.next(); planned !== null; planned = plan.next()) {
    const member = memberIn(planned.request);
    sent.push(planned.purpose === 'get' ? member : planned.purpose);
    note(answers, settleForGood(plan, planned, answerTo(planned.purpose, member)));
  }
  expect(plan.open).toBe(0);
  return { sent, answers };
}

function settleForGood(plan: SpacePlan, planned: PlannedRequest, outcome: Outcome): readonly Answered[] {
  const settled = plan.settle(planned, outcome, true);
  if (settled.kind !== 'results') throw new Error(settled.problem.code);
  return settled.results;
}

function note(answers: Record<string, string>, results: readonly Answered[]): void {
  for (const { question, verdict } of results)
    answers[question.member] = verdict.kind === 'unchecked' ? verdict.problem.code : verdict.kind;
}

function memberIn(request: ChatRequest): string {
  return 'name' in request ? (request.name.split('/')[3] ?? '') : '';
}

describe('a list that fails', () => {
  test.each([
    ['HTTP 500', fails(apiFailure(500))],
    ['HTTP 503', fails(apiFailure(503))],
    ['garbage', GARBAGE],
    ['HTTP 400', fails(apiFailure(400, { status: 'INVALID_ARGUMENT' }))],
    ['HTTP 400 and a status of its own', fails(apiFailure(400, { status: 'FAILED_PRECONDITION' }))],
  ])('with %s does not make the space unreadable', (_, failure) => {
    const { sent, answers } = work(planFor(['1', '2', '3']), (purpose, member) => {
      if (purpose === 'page') return failure;
      if (purpose === 'probe') return page('7');
      return member === '1' ? fails(NOT_FOUND) : { ok: true, body: membership(member) };
    });
    expect(answers).toEqual({ 1: 'notMember', 2: 'member', 3: 'member' });
    expect(sent[0]).toBe('page');
  });

  test('and a probe that fails too leave open whether there is such a member, with the reason', () => {
    const { answers } = work(planFor(['1', '2']), (purpose) =>
      purpose === 'get' ? fails(NOT_FOUND) : fails(apiFailure(503)),
    );
    expect(answers).toEqual({ 1: 'unavailable', 2: 'unavailable' });
  });

  test.each([
    ['refuses', DENIED, 'noAccess'],
    ['does not know', NOT_FOUND, 'spaceNotFound'],
  ])('because Google %s the space is followed by one get', (_, failure, code) => {
    const { sent, answers } = work(planFor(['1', '2', '3']), () => fails(failure));
    expect(sent).toEqual(['page', '1']);
    expect(answers).toEqual({ 1: code, 2: code, 3: code });
  });

  test.each([
    ['HTTP 500', fails(apiFailure(500)), 'serverError'],
    ['garbage', GARBAGE, 'answerUnreadable'],
  ])('for good, as a get then does, closes the space: %s', (_, failure, code) => {
    const { sent, answers } = work(planFor(['1', '2', '3']), () => failure);
    expect(sent).toEqual(['page', '1']);
    expect(answers).toEqual({ 1: code, 2: code, 3: code });
  });

  test('as a get does closes the space also in the next step', () => {
    const first = planFor(['1', '2', '3']);
    const planned = first.next();
    if (planned !== null) settleForGood(first, planned, fails(apiFailure(500)));
    const memory = JSON.parse(JSON.stringify(first.memory())) as SpaceMemory;
    const { sent } = work(planFor(['1', '2', '3'], USER, memory), () => fails(apiFailure(500)));
    expect(sent).toEqual(['1']);
  });

  test('differently from a get closes nothing', () => {
    const { sent, answers } = work(planFor(['1', '2', '3']), (purpose) =>
      purpose === 'page' ? fails(apiFailure(500)) : fails(apiFailure(503)),
    );
    expect(sent).toEqual(['page', '1', '2', '3']);
    expect(new Set(Object.values(answers))).toEqual(new Set(['unavailable']));
  });

  test('with a request that was refused closes nothing, though a get is refused too', () => {
    const refused = fails(apiFailure(400, { status: 'INVALID_ARGUMENT' }));
    const { sent } = work(planFor(['1', '2', '3']), () => refused);
    expect(sent).toEqual(['page', '1', '2', '3']);
  });
});

describe('a space', () => {
  test('whose members were just read is never said not to be found', () => {
    const { answers } = work(planFor(['1', '2', '3']), (purpose, member) => {
      if (purpose !== 'get') return fails(NOT_FOUND);
      return member === '1' ? { ok: true, body: membership('1') } : fails(NOT_FOUND);
    });
    expect(answers).toEqual({ 1: 'member', 2: 'notMember', 3: 'notMember' });
  });

  test('is looked at once, however many gets are refused', () => {
    const people = ['app', '1', '2', '3', '4'];
    const { sent, answers } = work(planFor(people), (purpose) => {
      if (purpose === 'page') return fails(apiFailure(500));
      return purpose === 'probe' ? page('7') : fails(NOT_FOUND);
    });
    expect(sent.filter((one) => one === 'probe')).toHaveLength(1);
    expect(new Set(Object.values(answers))).toEqual(new Set(['notMember']));
  });

  test('needs no look once a get showed somebody in it', () => {
    const { sent, answers } = work(planFor(['1', '2']), (purpose, member) => {
      if (purpose === 'page') return fails(apiFailure(500));
      return member === '1' ? { ok: true, body: membership(member) } : fails(NOT_FOUND);
    });
    expect(sent).toEqual(['page', '1', '2']);
    expect(answers).toEqual({ 1: 'member', 2: 'notMember' });
  });

  test('that a get shows answers also for those who wait for a look at it', () => {
    const plan = planFor(['1', '2']);
    const next = (outcome: Outcome): readonly Answered[] => {
      const planned = plan.next();
      return planned === null ? [] : settleForGood(plan, planned, outcome);
    };
    next(fails(apiFailure(500)));
    expect(next(fails(NOT_FOUND))).toEqual([]);
    // The look itself is still on its way.
    expect(plan.next()?.purpose).toBe('probe');
    const answers: Record<string, string> = {};
    note(answers, next({ ok: true, body: membership('2') }));
    expect(answers).toEqual({ 1: 'notMember', 2: 'member' });
  });

  test('with a group that a get shows is not free of groups any more', () => {
    const group = {
      name: `spaces/${SPACE}/members/group-1`,
      state: 'JOINED',
      groupMember: { name: 'groups/1' },
    };
    const plan = planFor(['group-1', 'no@example.com', '8']);
    const verdicts: Answered[] = [];
    for (let planned = plan.next(); planned !== null; planned = plan.next()) {
      const isGroup = memberIn(planned.request) === 'group-1';
      const outcome = planned.purpose === 'page' ? page('7', '8') : fails(NOT_FOUND);
      verdicts.push(...settleForGood(plan, planned, isGroup ? { ok: true, body: group } : outcome));
    }
    expect(verdicts.find(({ question }) => question.member === 'no@example.com')?.verdict).toEqual({
      kind: 'notMember',
      directOnly: true,
      maybeGroupAddress: true,
    });
  });

  test('that a get showed stays readable when its list is refused after that', () => {
    const plan = planFor(['app', '1', '2']);
    const [list, get] = [plan.next(), plan.next()];
    if (list === null || get === null) throw new Error('Two requests were expected.');
    expect([list.purpose, memberIn(get.request)]).toEqual(['page', 'app']);
    const app = {
      name: `spaces/${SPACE}/members/9`,
      state: 'JOINED',
      member: { name: 'users/9', type: 'BOT' },
    };
    settleForGood(plan, get, { ok: true, body: app });
    settleForGood(plan, list, fails(NOT_FOUND));
    expect(work(plan, () => fails(NOT_FOUND)).answers).toEqual({ 1: 'notMember', 2: 'notMember' });
  });

  test('that stops the job keeps its questions open', () => {
    const plan = planFor(['1', '2']);
    const planned = plan.next();
    const off = fails(apiFailure(403, { reason: 'SERVICE_DISABLED' }));
    expect(planned === null ? null : plan.settle(planned, off, false)).toMatchObject({
      kind: 'stop',
      problem: { code: 'apiOff' },
    });
    expect(plan.open).toBe(2);
  });
});

describe('ids that a complete list lacks', () => {
  const absent = ['101', '102', '103', '104', '105'];

  test('are all asked for where a get tells more than the list: who has left', () => {
    const left = { ...membership('101'), state: 'NOT_A_MEMBER' };
    const { sent, answers } = work(planFor(absent), (purpose, member) => {
      if (purpose === 'page') return page('7');
      return member === '101' ? { ok: true, body: left } : fails(NOT_FOUND);
    });
    expect([...sent].sort()).toEqual([...absent, 'page']);
    expect(new Set(Object.values(answers))).toEqual(new Set(['notMember']));
  });

  test('are listed again when a step ends before they were confirmed', () => {
    const plan = planFor(absent);
    const planned = plan.next();
    if (planned !== null) settleForGood(plan, planned, page('7'));
    plan.next();
    expect(plan.memory()).toMatchObject({ listing: 'open', pages: 0, token: null, readable: true });
  });
});

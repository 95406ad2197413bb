import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USER, type Identity } from '../../../src/core/chat/identity';
import { problemOf, ProblemError } from '../../../src/core/chat/problem';
import { isEmail, membershipName, type MembershipReference } from '../../../src/core/chat/reference';
import { judge } from '../../../src/core/chat/verdict';
import { planLookUps } from '../../../src/core/look-up/plan';
import type { SpaceMemory } from '../../../src/core/look-up/space-memory';
import type { Answered } from '../../../src/core/look-up/space-plan';
import { Rate, UNUSED } from '../../../src/core/requests/rate';
import { Runner } from '../../../src/core/requests/runner';
import { apiFailure, FakeChat, type FakeMember, type FakeSpace } from '../fake-chat.testing';

const ME = { id: '7000', email: 'me@example.com', shown: true };
const CURRENT_USER = { me: ME.email };

function answerAll(
  chat: FakeChat,
  questions: readonly MembershipReference[],
  currentUser: { readonly me: string | null } = CURRENT_USER,
  identity: Identity = USER,
): readonly Answered[] {
  const runner = new Runner({
    plan: planLookUps(questions, { identity, currentUser }),
    identity,
    rate: new Rate(UNUSED),
    ports: { ...chat.ports(), deadline: Infinity },
    canaryPassed: false,
    attemptsWithoutProgress: 0,
  });
  for (;;) {
    const pause = runner.run(Infinity, Infinity);
    if (pause.kind === 'done') return runner.take();
    if (pause.kind !== 'notBefore') throw new Error(JSON.stringify(pause));
    chat.now = pause.at;
  }
}

/** What one get per row finds; the probe of the space, where one is needed, is made beside. */
function oneByOne(chat: FakeChat, question: MembershipReference): string {
  const request = { method: 'spaces.members.get', name: membershipName(question) } as const;
  const parent = { method: 'spaces.members.list', parent: `spaces/${question.space}`, pageSize: 1 } as const;
  const judgement = judge(chat.answer(request, USER), {
    request,
    identity: USER,
    spaceReadable: chat.answer(parent, USER).ok,
    noGroups: false,
  });
  return judgement.needsProbe === true ? 'probe' : describeVerdict(judgement.verdict);
}

function describeVerdict(verdict: Answered['verdict']): string {
  return verdict.kind === 'unchecked' ? verdict.problem.code : verdict.kind;
}

const person = (id: number, shown = true, invited = false): FakeMember => ({
  id: `10000${id}`,
  email: `p${id}@example.com`,
  shown,
  state: invited ? 'INVITED' : 'JOINED',
});

const member = fc.record({
  id: fc.integer({ min: 10, max: 60 }),
  shown: fc.boolean(),
  invited: fc.boolean(),
  group: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
});

const space = (id: string) =>
  fc.record({
    id: fc.constant(id),
    closed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    members: fc
      .tuple(fc.uniqueArray(member, { selector: (one) => one.id, maxLength: 40 }), fc.boolean())
      .map(([members, withMe]) => [
        ...(withMe ? [ME] : []),
        ...members.map((one) =>
          one.group ? { id: `g${one.id}`, group: true } : person(one.id, one.shown, one.invited),
        ),
      ]),
  });

const workspace = fc.tuple(space('AAAA1'), space('AAAA2'), space('AAAA3'));

const question = fc.record({
  space: fc.constantFrom('AAAA1', 'AAAA2', 'AAAA3', 'AAAA9'),
  member: fc.oneof(
    fc.integer({ min: 10, max: 90 }).map((id) => `10000${id}`),
    fc.integer({ min: 10, max: 60 }).map((id) => `p${id}@example.com`),
    fc.constant('app'),
    fc.integer({ min: 10, max: 60 }).map((id) => `group-g${id}`),
  ),
});

const questions = fc.uniqueArray(question, {
  selector: (one) => `${one.space} ${one.member}`,
  minLength: 1,
  maxLength: 80,
});

describe('a plan', () => {
  test('finds what one get per row finds, for random workspaces and questions', () => {
    fc.assert(
      fc.property(workspace, questions, fc.integer({ min: 1, max: 12 }), (spaces, asked, pageSize) => {
        const answers = answerAll(new FakeChat(spaces, { pageSize }), asked);
        const plain = new FakeChat(spaces);
        const found = new Map(
          answers.map((one) => [membershipName(one.question), describeVerdict(one.verdict)]),
        );
        expect(found.size).toBe(asked.length);
        for (const one of asked) {
          const expected = oneByOne(plain, one);
          const got = found.get(membershipName(one));
          // A complete listing without groups can answer what a get alone must leave open.
          if (expected === 'groupUnconfirmed') expect(['groupUnconfirmed', 'notMember']).toContain(got);
          else expect(got).toBe(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('asks every question once and no space more than twice as often as the best in hindsight', () => {
    const shown = workspace.map((spaces) =>
      spaces.map((one) => ({ ...one, members: one.members.map((m) => ({ ...m, shown: true })) })),
    );
    fc.assert(
      fc.property(shown, questions, fc.integer({ min: 1, max: 12 }), (spaces, asked, pageSize) => {
        const chat = new FakeChat(spaces, { pageSize });
        answerAll(chat, asked);
        for (const one of spaces) {
          const here = asked.filter((two) => two.space === one.id).map((two) => two.member);
          const probes = chat
            .lists()
            .filter((list) => 'parent' in list && list.parent === `spaces/${one.id}`)
            .filter((list) => 'pageSize' in list && list.pageSize === 1).length;
          expect(probes).toBeLessThanOrEqual(1);
          if (here.length > 0 && !one.closed) {
            expect(chat.requestsTo(one.id) - probes).toBeLessThanOrEqual(2 * best(one, here, pageSize));
          }
        }
        expect(new Set(chat.gets()).size).toBe(chat.gets().length);
      }),
      { numRuns: 300 },
    );
  });

  test('answers a space of 1,000 with one page', () => {
    const members = Array.from({ length: 1000 }, (_, n) => person(n));
    const chat = new FakeChat([{ id: 'AAAA1', members }]);
    const answers = answerAll(
      chat,
      members.map((one) => ({ space: 'AAAA1', member: one.email ?? '' })),
    );
    expect(answers).toHaveLength(1000);
    expect([chat.requests.length, chat.rounds]).toEqual([1, 1]);
  });

  test('answers 50 spaces of 20 with one page each in two rounds', () => {
    const members = Array.from({ length: 20 }, (_, n) => person(n));
    const spaces = Array.from({ length: 50 }, (_, n) => ({ id: `AAAA${n}`, members }));
    const chat = new FakeChat(spaces);
    answerAll(
      chat,
      spaces.flatMap((one) => members.map((two) => ({ space: one.id, member: two.id }))),
    );
    expect([chat.requests.length, chat.rounds]).toEqual([50, 2]);
  });

  test('answers 10,000 ids of one space of 10,000 with ten pages', () => {
    const members = Array.from({ length: 10_000 }, (_, n) => person(n));
    const chat = new FakeChat([{ id: 'AAAA1', members }]);
    answerAll(
      chat,
      members.map((one) => ({ space: 'AAAA1', member: one.id })),
    );
    expect(chat.requests).toHaveLength(10);
  });

  test('notices after one page that addresses are missing, and asks directly', () => {
    const members = Array.from({ length: 30 }, (_, n) => person(n, false));
    const chat = new FakeChat([{ id: 'AAAA1', members }], { pageSize: 10 });
    answerAll(
      chat,
      members.map((one) => ({ space: 'AAAA1', member: one.email ?? '' })),
    );
    expect(chat.lists()).toHaveLength(1);
    expect(chat.requests).toHaveLength(31);
  });

  test('asks a closed space twice, however many people are asked about', () => {
    const chat = new FakeChat([]);
    const answers = answerAll(
      chat,
      Array.from({ length: 40 }, (_, n) => ({ space: 'AAAA9', member: `10000${n}` })),
    );
    expect(new Set(answers.map((one) => describeVerdict(one.verdict)))).toEqual(new Set(['noAccess']));
    expect(chat.requests).toHaveLength(2);
  });

  test('answers those who are there before those who are not', () => {
    const members = [ME, ...Array.from({ length: 30 }, (_, n) => person(n))];
    const absent = Array.from({ length: 40 }, (_, n) => ({ space: 'AAAA1', member: `no${n}@example.com` }));
    const present = members.map((one) => ({ space: 'AAAA1', member: one.email ?? '' }));
    const answers = answerAll(new FakeChat([{ id: 'AAAA1', members }]), [...absent, ...present]);
    expect(answers.slice(0, present.length).every(({ verdict }) => verdict.kind === 'member')).toBe(true);
    expect(answers).toHaveLength(absent.length + present.length);
  });
});

test('steps that end at any time list little again, and reach the end', () => {
  // 100 spaces with three people who are not there: a page and three gets each.
  const spaces = Array.from({ length: 100 }, (_, n) => ({ id: `AAAA${n}`, members: [ME] }));
  const asked = spaces.flatMap(({ id }) =>
    ['a', 'b', 'c'].map((name) => ({ space: id, member: `${name}@example.com` })),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (requestsInAStep) => {
      const chat = new FakeChat(spaces);
      let remembered: readonly SpaceMemory[] = [];
      let open = asked;
      for (let steps = 0; open.length > 0 && steps < 500; steps++) {
        const plan = planLookUps(open, { identity: USER, currentUser: CURRENT_USER, remembered });
        const answered = plan.next(requestsInAStep).flatMap((planned) => {
          const [outcome] = chat.send([planned.request], USER, Infinity);
          const settled = outcome === 'notSent' || !outcome ? null : plan.settle(planned, outcome, true);
          return settled?.kind === 'results' ? settled.results : [];
        });
        open = open.filter((one) => !answered.some(({ question }) => question === one));
        // As many as the record of a job holds.
        remembered = plan.memory().slice(0, 10);
      }
      expect(open).toEqual([]);
      expect(chat.lists().length).toBeLessThanOrEqual(spaces.length * 3);
    }),
    { numRuns: 20 },
  );
});

describe('whoever asks', () => {
  const orchard = (...more: readonly FakeMember[]): FakeSpace => ({
    id: 'AAAA1',
    members: [person(10), ...more],
  });
  const asked = ['1000010', '1000099'].map((id) => ({ space: 'AAAA1', member: id }));
  const verdictOn = (space: FakeSpace, currentUser: { readonly me: string | null }) =>
    answerAll(new FakeChat([space]), asked, currentUser).find(({ question }) => question.member === '1000099')
      ?.verdict;

  test('makes a list without groups a proof when they are in it', () => {
    expect(verdictOn(orchard(ME), CURRENT_USER)).toEqual({ kind: 'notMember', directOnly: false });
    expect(verdictOn(orchard(ME), { me: 'Me@Example.com' })).toEqual({
      kind: 'notMember',
      directOnly: false,
    });
  });

  test.each<[string, FakeSpace, { readonly me: string | null }]>([
    ['they are not in it', orchard(), CURRENT_USER],
    ['their address is not shown in it', orchard({ ...ME, shown: false }), CURRENT_USER],
    ['nobody knows who they are', orchard(ME), { me: null }],
    ['a group is in it', orchard(ME, { id: 'g1', group: true }), CURRENT_USER],
    ['it is empty', { id: 'AAAA1', members: [] }, CURRENT_USER],
  ])('leaves groups open when %s', (_, space, currentUser) => {
    expect(verdictOn(space, currentUser)).toEqual({ kind: 'notMember', directOnly: true });
  });

  test('is unknown where their address may not be read, and is looked up once', () => {
    let reads = 0;
    const currentUser = {
      get me(): string {
        reads += 1;
        throw new ProblemError(problemOf('scopeRefused'));
      },
    };
    expect(verdictOn(orchard(ME), currentUser)).toEqual({ kind: 'notMember', directOnly: true });
    expect(reads).toBe(1);
  });
});

describe('ids that a complete list lacks', () => {
  const absent = Array.from({ length: 50 }, (_, n) => ({ space: 'AAAA1', member: `9000${n}` }));
  const members = [ME, person(10), person(11, true, true)];

  test('are confirmed by three gets for all of them', () => {
    const chat = new FakeChat([{ id: 'AAAA1', members }]);
    const answers = answerAll(chat, absent);
    expect(answers.map(({ verdict }) => verdict)).toEqual(
      absent.map(() => ({ kind: 'notMember', directOnly: false })),
    );
    expect([chat.lists().length, chat.gets().length]).toEqual([1, 3]);
  });

  test('are all asked for when one get contradicts the list', () => {
    // The first, the middle and the last third are sampled.
    const late = { ...person(0), id: absent[17]?.member ?? '', unlisted: true };
    const later = { ...person(0), id: absent[30]?.member ?? '', unlisted: true };
    const chat = new FakeChat([{ id: 'AAAA1', members: [...members, late, later] }]);
    const answers = answerAll(chat, absent);
    expect(answers.filter(({ verdict }) => verdict.kind === 'member')).toHaveLength(2);
    expect(chat.gets()).toHaveLength(50);
  });

  test('are all asked for when a get does not confirm the list', () => {
    const name = `spaces/AAAA1/members/${absent[17]?.member ?? ''}`;
    const chat = new FakeChat([{ id: 'AAAA1', members }], {
      fault: (request) =>
        'name' in request && request.name === name ? apiFailure(403, { status: 'PERMISSION_DENIED' }) : null,
    });
    const answers = answerAll(chat, absent);
    expect(answers.filter(({ verdict }) => verdict.kind === 'notMember')).toHaveLength(49);
    expect(chat.gets()).toHaveLength(50);
  });

  test.each<[string, FakeSpace, Identity]>([
    ['whoever asks is not on the list', { id: 'AAAA1', members: [person(10)] }, USER],
    ['the list is short for this identity', { id: 'AAAA1', members }, { as: 'admin' }],
  ])('are all asked for when %s', (_, space, identity) => {
    const chat = new FakeChat([space]);
    answerAll(chat, absent, CURRENT_USER, identity);
    expect(chat.gets()).toHaveLength(50);
  });

  test('are asked for one by one where they are addresses', () => {
    const chat = new FakeChat([{ id: 'AAAA1', members }]);
    const answers = answerAll(
      chat,
      absent.map(({ space }, n) => ({ space, member: `no${n}@example.com` })),
    );
    expect(chat.gets()).toHaveLength(50);
    expect(answers[0]?.verdict).toEqual({ kind: 'notMember', directOnly: false });
  });
});

describe('an address that is absent', () => {
  const members = [ME, person(10), { id: 'g1', group: true, email: 'pickers@example.com' }];
  const asked = ['pickers@example.com', 'no@example.com', '1000010'].map((one) => ({
    space: 'AAAA1',
    member: one,
  }));
  const verdicts = (chat: FakeChat, identity: Identity = USER) =>
    new Map(
      answerAll(chat, asked, CURRENT_USER, identity).map(({ question, verdict }) => [
        question.member,
        verdict,
      ]),
    );

  test('may be a group’s while the space can hold groups', () => {
    const found = verdicts(new FakeChat([{ id: 'AAAA1', members }]));
    const open = { kind: 'notMember', directOnly: true, maybeGroupAddress: true };
    expect([found.get('pickers@example.com'), found.get('no@example.com')]).toEqual([open, open]);
  });

  test('is the group where Google finds it by its address', () => {
    const found = verdicts(new FakeChat([{ id: 'AAAA1', members }], { groupAddresses: 'found' }));
    expect(found.get('pickers@example.com')).toMatchObject({
      kind: 'member',
      membership: { groupMember: { name: 'groups/g1' } },
    });
  });

  test('may be an invited person’s for an admin, whatever Google answers', () => {
    const invited = [...members, { ...person(12), email: 'no@example.com', state: 'INVITED' as const }];
    const answersOf = (invitedAsAdmin: 'found' | 'notFound') =>
      verdicts(new FakeChat([{ id: 'AAAA1', members: invited }], { invitedAsAdmin }), { as: 'admin' });
    expect(answersOf('found').get('no@example.com')).toMatchObject({ kind: 'invited' });
    expect(answersOf('notFound').get('no@example.com')).toEqual({
      kind: 'notMember',
      directOnly: true,
      maybeGroupAddress: true,
      maybeInvited: true,
    });
  });
});

/** The best in hindsight: some first pages and a get for everyone who is not on them; of absent ids a sample where all was read. */
function best(space: FakeSpace, members: readonly string[], pageSize: number): number {
  const keys = (one: FakeMember) => (one.group === true ? [`group-${one.id}`] : [one.id, one.email]);
  let least = members.length;
  const all = Math.ceil(space.members.length / pageSize);
  for (let pages = 1; pages <= all; pages++) {
    const listed = new Set(space.members.slice(0, pages * pageSize).flatMap(keys));
    const absent = members.filter((one) => !listed.has(one));
    const ids = absent.filter((one) => !isEmail(one) && /^\d+$/.test(one)).length;
    const isProof = pages === all && space.members.some((one) => one.id === ME.id);
    least = Math.min(least, pages + (isProof ? absent.length - ids + Math.min(3, ids) : absent.length));
  }
  return least;
}

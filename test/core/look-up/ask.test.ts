import { describe, expect, test } from '@jest/globals';
import { USER, type Identity } from '../../../src/core/chat/identity';
import { problemOf, ProblemError } from '../../../src/core/chat/problem';
import type { Failure } from '../../../src/core/ports';
import { ask, askOne } from '../../../src/core/look-up/ask';
import type { RequestPorts } from '../../../src/core/requests/runner';
import { FakeChat, START } from '../fake-chat.testing';

const BUDGET = 20_000;
const withPorts = (ports: RequestPorts, identity: Identity = USER) => ({
  identity,
  currentUser: { me: null },
  ports,
  budget: BUDGET,
});

describe('one question', () => {
  const orchard = () =>
    new FakeChat([{ id: 'AAAAOrchard01', members: [{ id: '1', email: 'ada@example.com' }] }]);

  test('costs one get where the member is there', () => {
    const chat = orchard();
    const question = { space: 'AAAAOrchard01', member: 'ada@example.com' };
    const verdict = askOne(question, withPorts(chat.ports()));
    expect(verdict.kind).toBe('member');
    expect(chat.requests.map(({ method }) => method)).toEqual(['spaces.members.get']);
  });

  test('costs a get and a probe of the space where the member is not', () => {
    const chat = orchard();
    const verdict = askOne({ space: 'AAAAOrchard01', member: '99' }, withPorts(chat.ports()));
    expect(verdict).toMatchObject({ kind: 'notMember', directOnly: true });
    expect(chat.requests).toHaveLength(2);
  });

  test('costs nothing where the identity is known to be blind', () => {
    const chat = orchard();
    const app = { as: 'app', serviceAccount: 'a@b.iam.gserviceaccount.com' } as const;
    const verdict = askOne({ space: 'AAAAOrchard01', member: 'app' }, withPorts(chat.ports(), app));
    expect(verdict).toMatchObject({ kind: 'unchecked', problem: { code: 'appCannotSeeApps' } });
    expect(chat.requests).toEqual([]);
  });

  test.each<[string, Failure | 'lost' | 'hang']>([
    ['networkDown', 'lost'],
    ['timeout', 'hang'],
    ['unavailable', { at: 'api', httpStatus: 503, message: '' }],
    ['rateLimited', { at: 'api', httpStatus: 429, message: '', retryAfterSeconds: 3600 }],
  ])('that keeps failing is unchecked with its reason: %s', (code, fault) => {
    const chat = new FakeChat([], { fault: () => fault });
    expect(askOne({ space: 'S', member: '1' }, withPorts(chat.ports()))).toMatchObject({
      kind: 'unchecked',
      problem: { code },
    });
    // An hour of rest is not waited for.
    expect(chat.now - START).toBeLessThanOrEqual(60_000);
  });

  test('rests as long as Google asks, where the time allows', () => {
    const failure: Failure = { at: 'api', httpStatus: 429, message: '', retryAfterSeconds: 7 };
    const members = [{ id: '1' }];
    const chat = new FakeChat([{ id: 'S', members }], {
      fault: (_, count) => (count === 1 ? failure : null),
    });
    expect(askOne({ space: 'S', member: '1' }, withPorts(chat.ports())).kind).toBe('member');
    expect(chat.times[1]).toBeGreaterThanOrEqual(START + 7_000);
  });

  test('is unchecked where the identity cannot be used at all', () => {
    const chat = new FakeChat([]);
    const refusing = {
      batchSize: 1,
      fetchQuotaUsedUp: false,
      send: () => {
        throw new ProblemError(problemOf('tokenCreatorMissing'));
      },
    };
    const verdict = askOne({ space: 'S', member: '1' }, withPorts({ ...chat.ports(), chat: refusing }));
    expect(verdict).toMatchObject({ kind: 'unchecked', problem: { code: 'tokenCreatorMissing' } });
  });
});

test('what is answered is kept when something stops the rest', () => {
  const refusal: Failure = { at: 'platform', message: 'Service invoked too many times for one day: chat.' };
  const members = [{ id: '1' }, { id: '2' }];
  const chat = new FakeChat(
    [
      { id: 'A', members },
      { id: 'B', members },
    ],
    { batchSize: 1, fault: (_, count) => (count > 1 ? refusal : null) },
  );
  const references = [
    { space: 'A', member: '1' },
    { space: 'B', member: '1' },
  ];
  const { verdicts, problem } = ask(references, withPorts(chat.ports()));
  expect([...verdicts.keys()]).toEqual(['spaces/A/members/1']);
  expect(problem?.code).toBe('dailyQuota');
});

import { describe, expect, test } from '@jest/globals';
import { ask, askOne } from '../../../src/core/look-up/ask';
import type { ChatPort, Failure, Outcome } from '../../../src/core/ports';
import { problemOf, ProblemError } from '../../../src/core/chat/problem';
import { FakeChat } from '../fake-chat.testing';

const USER = { as: 'user' } as const;
const BUDGET = 20_000;

function portsWith(chat: ChatPort) {
  let time = Date.UTC(2025, 0, 1);
  return {
    chat,
    clock: {
      now: () => time,
      sleep: (milliseconds: number) => {
        time += milliseconds;
      },
    },
    random: { next: () => 0.5 },
  };
}

function alwaysFailing(failure: Failure): ChatPort & { sent: number } {
  return {
    sent: 0,
    batchSize: 1,
    send(requests) {
      this.sent += requests.length;
      return requests.map((): Outcome => ({ ok: false, failure }));
    },
  };
}

describe('one question', () => {
  const orchard = () =>
    new FakeChat([{ id: 'AAAAOrchard01', members: [{ id: '1', email: 'ada@example.com' }] }]);

  test('costs one get where the member is there', () => {
    const chat = orchard();
    const verdict = askOne(
      { space: 'AAAAOrchard01', member: 'ada@example.com' },
      USER,
      portsWith(chat),
      BUDGET,
    );
    expect(verdict.kind).toBe('member');
    expect(chat.requests.map(({ method }) => method)).toEqual(['spaces.members.get']);
  });

  test('costs a get and a probe of the space where the member is not', () => {
    const chat = orchard();
    const verdict = askOne({ space: 'AAAAOrchard01', member: '99' }, USER, portsWith(chat), BUDGET);
    expect(verdict).toMatchObject({ kind: 'notMember', directOnly: true });
    expect(chat.requests).toHaveLength(2);
  });

  test('costs nothing where the identity is known to be blind', () => {
    const chat = orchard();
    const app = { as: 'app', serviceAccount: 'a@b.iam.gserviceaccount.com' } as const;
    const verdict = askOne({ space: 'AAAAOrchard01', member: 'app' }, app, portsWith(chat), BUDGET);
    expect(verdict).toMatchObject({ kind: 'unchecked', problem: { code: 'appCannotSeeApps' } });
    expect(chat.requests).toEqual([]);
  });

  test.each([
    ['networkDown', { at: 'network', message: 'Address unavailable: x' }],
    ['unavailable', { at: 'api', httpStatus: 503, message: '' }],
    ['rateLimited', { at: 'api', httpStatus: 429, message: '', retryAfterSeconds: 3600 }],
  ] as const)('that keeps failing is unchecked with its reason: %s', (code, failure) => {
    const chat = alwaysFailing(failure);
    const verdict = askOne({ space: 'S', member: '1' }, USER, portsWith(chat), BUDGET);
    expect(verdict).toMatchObject({ kind: 'unchecked', problem: { code } });
  });

  test('is unchecked where the identity cannot be used at all', () => {
    const chat: ChatPort = {
      batchSize: 1,
      send() {
        throw new ProblemError(problemOf('tokenCreatorMissing'));
      },
    };
    const verdict = askOne({ space: 'S', member: '1' }, USER, portsWith(chat), BUDGET);
    expect(verdict).toMatchObject({ kind: 'unchecked', problem: { code: 'tokenCreatorMissing' } });
  });
});

test('what is answered is kept when something stops the rest', () => {
  const refusal: Failure = { at: 'platform', message: 'Service invoked too many times for one day: chat.' };
  let sent = 0;
  const members = [{ id: '1' }, { id: '2' }];
  const real = new FakeChat([
    { id: 'A', members },
    { id: 'B', members },
  ]);
  const chat: ChatPort = {
    batchSize: 1,
    send: (requests) => {
      sent += 1;
      return sent === 1 ? real.send(requests) : [{ ok: false, failure: refusal }];
    },
  };
  const references = [
    { space: 'A', member: '1' },
    { space: 'B', member: '1' },
  ];
  const { verdicts, problem } = ask(references, USER, portsWith(chat), BUDGET);
  expect([...verdicts.keys()]).toEqual(['spaces/A/members/1']);
  expect(problem?.code).toBe('dailyQuota');
});

import { describe, expect, test } from '@jest/globals';
import type { Failure, Outcome } from '../../src/core/ports';
import { loadScript } from './script.testing';

const NOW = Date.UTC(2026, 9, 1, 9);
const { failureFrom, outcomeOf } = loadScript('failure', {}, () => NOW) as {
  readonly failureFrom: (error: unknown) => Failure;
  readonly outcomeOf: (response: unknown) => Outcome;
};

const response = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) => ({
  getResponseCode: () => status,
  getContentText: () => text,
  getHeaders: () => headers,
});
const URL = 'https://chat.googleapis.com/v1/spaces/S/members/1';

describe('what was thrown', () => {
  test.each([
    [`DNS error: ${URL}`, 'network'],
    [`Address unavailable: ${URL}`, 'network'],
    [`Timeout: ${URL}`, 'network'],
    [`Se agotó el tiempo de espera: ${URL}`, 'network'],
    [`タイムアウト: ${URL}（行 26、ファイル「Code」）`, 'network'],
    [`使用できないアドレス: ${URL}`, 'network'],
    [`Invalid argument: ${URL}`, 'platform'],
    [
      'You do not have permission to call Ui.alert. Required permissions: https://www.googleapis.com/auth/script.container.ui',
      'platform',
    ],
    [`Request to ${URL} failed because the URL has not been whitelisted in the script manifest.`, 'platform'],
    ['Service invoked too many times for one day: urlfetch.', 'platform'],
  ])('%s -> %s', (message, at) => {
    expect(failureFrom(new Error(message))).toEqual({ at, message });
  });

  test('by an advanced service is the API’s own error', () => {
    const details = {
      code: 403,
      message: 'No.',
      status: 'PERMISSION_DENIED',
      errors: [{ reason: 'forbidden' }],
      details: [{ reason: 'SERVICE_DISABLED', metadata: { consumer: 'projects/1', other: 2 } }],
    };
    expect(failureFrom({ message: 'API call failed with error: No.', details })).toEqual({
      at: 'api',
      httpStatus: 403,
      status: 'PERMISSION_DENIED',
      reason: 'SERVICE_DISABLED',
      metadata: { consumer: 'projects/1' },
      message: 'No.',
    });
    expect(
      failureFrom({ details: { code: 429, errors: [{ reason: 'rateLimitExceeded' }] }, message: 'x' }),
    ).toEqual({
      at: 'api',
      httpStatus: 429,
      reason: 'rateLimitExceeded',
      message: 'x',
    });
  });

  test('by an advanced service whose backend answered in HTML has its status', () => {
    const message = 'Response Code: 502. Message: <html lang=en>';
    expect(failureFrom(new Error(message))).toEqual({ at: 'api', httpStatus: 502, message });
  });

  test.each([['text'], [null], [undefined], [7]])('may be no error at all: %j', (thrown) => {
    expect(failureFrom(thrown)).toEqual({ at: 'platform', message: String(thrown) });
  });
});

describe('an HTTP answer', () => {
  test('is its JSON, also where that is null', () => {
    expect(outcomeOf(response(200, '{"name":"x"}'))).toEqual({ ok: true, body: { name: 'x' } });
    expect(outcomeOf(response(200, 'null'))).toEqual({ ok: true, body: null });
  });

  test('without JSON is a failure with its first line', () => {
    expect(outcomeOf(response(200, ' <html>\n<body>'))).toEqual({
      ok: false,
      failure: { at: 'body', httpStatus: 200, message: '<html>' },
    });
    expect(outcomeOf(response(404, `<html>${'x'.repeat(500)}`))).toMatchObject({
      failure: { at: 'api', httpStatus: 404, message: `<html>${'x'.repeat(194)}` },
    });
  });

  test.each([
    ['12', 12],
    ['Thu, 01 Oct 2026 09:00:30 GMT', 30],
    ['Thu, 01 Oct 2026 08:00:00 GMT', undefined],
    ['soon', undefined],
    ['0', undefined],
  ])('tells how long to wait: %s -> %s', (header, seconds) => {
    const outcome = outcomeOf(response(429, '{}', { 'RETRY-after': header }));
    expect(outcome.ok ? null : outcome.failure.retryAfterSeconds).toBe(seconds);
  });
});

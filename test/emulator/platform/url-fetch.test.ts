/** UrlFetchApp and the Chat service where a request does not get through: strictness, quotas, hosts, spaces that fail. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { EnvironmentOptions, TestEnvironment } from '../../emulator.testing';
import { grantAll, openEnvironment, projectOf } from '../../emulator.testing';
import { withFaultPreset } from '../scenario/fault-presets';
import { DEFAULT_SCENARIO, type Scenario } from '../scenario/scenario';
import { SPACES } from '../workspace/invented';
import { ALL, openScript } from './echo.testing';

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
  environment = undefined;
});

const HOST = 'https://chat.googleapis.com';

const caught = (expression: string) =>
  `function main() { try { return ${expression}; } catch (error) { return String(error); } }`;

/** What an expression gives in a script whose requests are answered with what they were. */
async function evaluate(expression: string, options?: EnvironmentOptions): Promise<unknown> {
  environment = await openScript(caught(expression), options);
  return (await environment.emulator.run({ function: 'main', entry: 'menu' })).value;
}

/** The same on the emulated Google APIs. */
async function onGoogle(code: string, scenario: Partial<Scenario> = {}): Promise<TestEnvironment> {
  const script = projectOf({ 'Code.js': code, 'appsscript.json': ALL });
  environment = await openEnvironment({ project: script.folder, scenario });
  script.remove();
  grantAll(environment);
  return environment;
}

/** Requests for memberships of these spaces, muted and with the user's token. */
const REQUESTS = `
  const requests = (...spaces) => spaces.map((space) => ({
    url: '${HOST}/v1/' + space + '/members?pageSize=1',
    headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() },
    muteHttpExceptions: true,
  }));
  const codes = (...spaces) => UrlFetchApp.fetchAll(requests(...spaces)).map((one) => one.getResponseCode());
  function attempt(work) { try { return work(); } catch (error) { return String(error); } }
`;

describe('an address', () => {
  test.each(['a"b', 'a b', 'a{b}', 'a|b', 'a\\\\b', 'a^b', 'a`b', 'a<b>', 'é', '佐藤', 'a%2', 'a%zz'])(
    'with an unescaped character is refused: ?q=%s',
    async (text) => {
      const url = `${HOST}/v1/spaces?q=${text}`;
      const read = url.replace('\\\\', '\\');
      for (const call of [
        `UrlFetchApp.fetch('${url}')`,
        `UrlFetchApp.fetchAll(['${HOST}/v1/x', '${url}'])`,
      ]) {
        expect(await evaluate(call)).toBe(`Exception: Invalid argument: ${read}`);
        await environment?.close();
      }
    },
  );

  test('takes every character once it is escaped', async () => {
    const text = `"<>{}|\\^\` é佐藤%'()*!~`;
    const call = `JSON.parse(UrlFetchApp.fetch('${HOST}/v1/x?q=' + encodeURIComponent(${JSON.stringify(text)})).getContentText()).path`;
    expect(decodeURIComponent(String(await evaluate(call)))).toBe(`/v1/x?q=${text}`);
  });
});

describe('a header', () => {
  test.each([
    ["{ Authorization: 'Bearer a\\nX-Other: b' }", 'Header:Authorization'],
    ["{ 'X-A': 'a\\u0000' }", 'Header:X-A'],
    ["{ Host: 'evil.example' }", 'Header:Host'],
    ["{ 'content-length': '3' }", 'Header:content-length'],
    ['{ Authorization: null }', 'Header:null'],
    ['{ Authorization: undefined }', 'Header:undefined'],
  ])('%s is refused', async (headers, attribute) => {
    expect(await evaluate(`UrlFetchApp.fetch('${HOST}/v1/x', { headers: ${headers} })`)).toBe(
      `Exception: Attribute provided with invalid value: ${attribute}`,
    );
  });
});

describe('a host that the administrator does not allow', () => {
  const scenario = { allowedHosts: ['iamcredentials.googleapis.com'] };

  test('is refused, whatever the manifest says', async () => {
    expect(await evaluate(`UrlFetchApp.fetch('${HOST}/v1/x?secret=1')`, { scenario })).toBe(
      `Exception: Request to ${HOST}/v1/x failed because your administrator has not allowed this host.`,
    );
  });

  test('does not concern the advanced service', async () => {
    expect(await evaluate(`Chat.Spaces.get('spaces/A').path`, { scenario })).toBe('/v1/spaces/A');
  });
});

describe('the day’s quota', () => {
  const USED_UP = 'Exception: Service invoked too many times for one day: urlfetch.';
  const SCRIPT = `${REQUESTS}
    const { launch, lab } = ${JSON.stringify(SPACES)};
    function main() {
      return [
        attempt(() => codes(launch)),
        attempt(() => codes(launch, lab)),
        attempt(() => codes(lab)),
        attempt(() => Chat.Spaces.Members.list(launch, { pageSize: 1 }).memberships.length),
      ];
    }`;

  test('ends midway: a batch that it does not cover is refused, and all that follows', async () => {
    const scenario = withFaultPreset(DEFAULT_SCENARIO, 'daily-quota-midway');
    const { emulator, apis } = await onGoogle(SCRIPT, scenario);
    const { value } = await emulator.run({ function: 'main', entry: 'menu' });
    expect(value).toEqual([[200], USED_UP, USED_UP, 1]);
    expect(apis.counts().requests).toBe(2);
  });

  test('begins anew with another scenario', async () => {
    const { emulator, scenario } = await onGoogle(SCRIPT, { urlFetchesLeft: 3 });
    const run = async () => (await emulator.run({ function: 'main', entry: 'menu' })).value;
    expect(await run()).toEqual([[200], [200, 200], USED_UP, 1]);
    emulator.setScenario({ ...scenario });
    expect(await run()).toEqual([[200], [200, 200], USED_UP, 1]);
  });

  test('may be the advanced service’s too', async () => {
    const { emulator } = await onGoogle(SCRIPT, {
      urlFetchesLeft: 4,
      assumptions: { 'advanced-fetch-quota': 'shared' },
    });
    const run = async () => (await emulator.run({ function: 'main', entry: 'menu' })).value;
    expect(await run()).toEqual([[200], [200, 200], [200], USED_UP]);
  });
});

describe('a space that fails', () => {
  const { launch, lab } = SPACES;

  test.each([
    ['500', 500, 'Internal error encountered.'],
    ['400', 400, 'Request contains an invalid argument.'],
    ['failed-precondition', 400, 'Precondition check failed.'],
  ] as const)('answers %s to every request, and other spaces do not', async (fault, code, message) => {
    const { emulator } = await onGoogle(
      `${REQUESTS} function main() {
        return [codes('${launch}', '${lab}', '${launch}'), attempt(() => Chat.Spaces.Members.get('${launch}/members/app'))];
      }`,
      { spaceFaults: { [launch]: fault } },
    );
    expect((await emulator.run({ function: 'main', entry: 'menu' })).value).toEqual([
      [code, 200, code],
      `GoogleJsonResponseException: API call to chat.spaces.members.get failed with error: ${message}`,
    ]);
  });

  test('answers with a page', async () => {
    const { emulator } = await onGoogle(
      `${REQUESTS} function main() {
        return UrlFetchApp.fetchAll(requests('${launch}', '${lab}')).map((one) => one.getContentText().slice(0, 9));
      }`,
      { spaceFaults: { [launch]: 'garbage' } },
    );
    const { value } = await emulator.run({ function: 'main', entry: 'menu' });
    expect(value).toEqual(['<!doctype', expect.stringMatching(/^\{\s+"memb/)]);
  });

  test('hangs: a minute passes, and the whole batch is lost', async () => {
    const { emulator, clock, apis } = await onGoogle(
      `${REQUESTS} function main() {
        const start = Date.now();
        const error = attempt(() => codes('${lab}', '${launch}', '${launch}'));
        return [error, Date.now() - start];
      }`,
      { spaceFaults: { [launch]: 'hang' } },
    );
    const before = clock.now();
    const { value } = await emulator.run({ function: 'main', entry: 'menu' });
    expect(value).toEqual([`Exception: Timeout: ${HOST}/v1/${launch}/members?pageSize=1`, 60_000]);
    expect(clock.now() - before).toBe(60_000);
    expect(
      apis
        .counts()
        .log.map(({ status }) => status)
        .sort(),
    ).toEqual([200, 504, 504]);
  });

  test('hangs the advanced service too, until the execution is over its time', async () => {
    const { emulator } = await onGoogle(
      `${REQUESTS} function main() {
        const errors = [];
        for (let tries = 0; tries < 7; tries++) {
          errors.push(attempt(() => Chat.Spaces.Members.get('${launch}/members/app')));
          console.log(errors.join());
        }
      }`,
      { spaceFaults: { [launch]: 'hang' } },
    );
    const { outcome, log } = await emulator.run({ function: 'main', entry: 'menu' });
    expect(outcome).toBe('timedOut');
    expect(log.length).toBeLessThan(7);
    expect(log[0]!.text).toBe(`Exception: Timeout: ${HOST}/v1/${launch}/members/app`);
  });
});

describe('messages are in the user’s language', () => {
  const NOT_FOUND = 'Requested entity was not found.';
  const SCRIPT = `${REQUESTS}
    function main() {
      return [
        attempt(() => UrlFetchApp.fetch('https://nowhere.example/')),
        attempt(() => UrlFetchApp.fetch('${HOST}/v1/spaces/gone')),
        attempt(() => Chat.Spaces.Members.get('spaces/gone/members/1')),
        attempt(() => ScriptApp.getAuthorizationInfo('FULL')),
        attempt(() => codes('${SPACES.launch}')),
      ].map(String);
    }`;
  const messages = async (locale: string): Promise<readonly string[]> => {
    const { emulator } = await onGoogle(SCRIPT, { locale, urlFetchesLeft: 2 });
    return (await emulator.run({ function: 'main', entry: 'menu' })).value as readonly string[];
  };

  test.each(['en', 'en_GB'])('English: %s', async (locale) => {
    const [dns, failed, api, signature, quota] = await messages(locale);
    expect(dns).toBe('Exception: DNS error: https://nowhere.example/');
    expect(failed).toMatch(
      /^Exception: Request failed for https:\/\/chat\.googleapis\.com returned code 401\. Truncated/,
    );
    expect(api).toBe(
      `GoogleJsonResponseException: API call to chat.spaces.members.get failed with error: ${NOT_FOUND}`,
    );
    expect(signature).toBe(
      "Exception: The parameters (String) don't match the method signature for ScriptApp.getAuthorizationInfo.",
    );
    expect(quota).toBe('Exception: Service invoked too many times for one day: urlfetch.');
  });

  test('Japanese, as far as it is known', async () => {
    const [dns, failed, api, signature, quota] = await messages('ja');
    expect(failed).toMatch(
      /^Exception: https:\/\/chat\.googleapis\.com のリクエストに失敗しました（エラー: 401）/,
    );
    expect(api).toContain(NOT_FOUND);
    expect(signature).toBe(
      'Exception: パラメータ（String）が ScriptApp.getAuthorizationInfo のメソッドのシグネチャと一致しません',
    );
    expect(quota).toBe('Exception: 1 日にサービス urlfetch を実行した回数が多すぎます。');
    // Nobody saw the Japanese one.
    expect(dns).not.toContain('DNS error');
    expect(dns).toContain('https://nowhere.example/');
  });

  test('another language: nothing that is known, but names, addresses and the API’s own words', async () => {
    const english = await messages('en');
    await environment?.close();
    const japanese = await messages('ja');
    await environment?.close();
    const others = await messages('xx');
    others.forEach((text, index) => {
      expect(text).not.toBe(english[index]);
      expect(text).not.toBe(index === 0 ? '' : japanese[index]);
      expect(text).not.toMatch(
        /error:|failed|many times|parameters|signature|リクエスト|パラメータ|回数|呼び出し/,
      );
    });
    expect(others[2]).toContain('chat.spaces.members.get');
    expect(others[2]).toContain(NOT_FOUND);
    expect(others[4]).toContain(' urlfetch');
  });

  test('also what a scope lacks', async () => {
    const refused = { refusedScopes: ['script.external_request'] };
    const { emulator } = await onGoogle(`${REQUESTS} function main() { return attempt(() => codes('x')); }`, {
      ...refused,
      locale: 'ja',
    });
    const run = async () => (await emulator.run({ function: 'main', entry: 'menu' })).value;
    const scope = 'https://www.googleapis.com/auth/script.external_request';
    expect(await run()).toBe(
      `Exception: UrlFetchApp.fetchAll を呼び出す権限がありません。必要な権限: ${scope}`,
    );
    emulator.setScenario({ ...DEFAULT_SCENARIO, ...refused, locale: 'xx' });
    const text = await run();
    expect(text).toContain(scope);
    expect(text).not.toMatch(/permission|権限/);
  });
});

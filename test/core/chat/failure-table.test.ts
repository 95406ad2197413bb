/**
 * Every message of Apps Script, in English, in Japanese and in a language that nobody knows, and the problem that a person is told
 * of. Where the language hides the cause, the problem is `unknown` (Couldn't check, with Google's own words) and never another one.
 */
import { describe, expect, test } from '@jest/globals';
import { USER } from '../../../src/core/chat/identity';
import type { Failure } from '../../../src/core/ports';
import { judgeFailure } from '../../../src/core/chat/problem';
import type { ProblemCode } from '../../../src/core/chat/problem-table';
import { platformMessage, type PlatformMessage } from '../../emulator/platform/messages';
import { messageIn, type MessageKey } from '../../emulator/platform/spreadsheet/messages';
import { wordsIn, type Wording, type WordingValues } from '../../emulator/platform/wording';
import { loadScript } from '../../gas/script.testing';

const { failureFrom } = loadScript('failure', {}, () => 0) as {
  readonly failureFrom: (error: unknown) => Failure;
};

const URL = 'https://chat.googleapis.com/v1/spaces/AAAA/members/1?fields=name';
const SCOPE = 'https://www.googleapis.com/auth/script.external_request';

interface Row {
  readonly values?: WordingValues;
  readonly en: ProblemCode;
  /** As in English unless told. */
  readonly ja?: ProblemCode;
  /** As in English unless told. */
  readonly other?: ProblemCode;
}

/** Told by something that no language changes: a name, a number, an address, a scope. */
const everywhere = (code: ProblemCode, values: WordingValues = {}): Row => ({ en: code, values });
/** Told by words that are known in two languages. */
const inTwo = (code: ProblemCode, values: WordingValues = {}): Row => ({
  en: code,
  other: 'unknown',
  values,
});
/** Told by words that are known in English only. */
const inEnglish = (code: ProblemCode, values: WordingValues = {}): Row => ({
  ...inTwo(code, values),
  ja: 'unknown',
});

/** Messages of the platform. A text says why the add-on cannot meet the message, or why no cause can be told. */
const PLATFORM: Readonly<Record<PlatformMessage, Row | string>> = {
  addressUnavailable: everywhere('networkDown', { url: URL }),
  dnsError: everywhere('networkDown', { url: URL }),
  // That no answer came is true of a time-out too.
  timeout: { en: 'timeout', ja: 'networkDown', other: 'networkDown', values: { url: URL } },
  authorizationRequired: inTwo('authorizationRequired'),
  notPermitted: everywhere('scopeRefused', { member: 'UrlFetchApp.fetch', scopes: SCOPE, help: 'x' }),
  // Whether the scope can be granted is then asked of Apps Script: see gas/execution.ts.
  notInManifest: {
    ...{ en: 'scopeNotInManifest', other: 'scopeRefused' },
    values: { member: 'UrlFetchApp.fetch', scopes: SCOPE },
  },
  notWhitelisted: inEnglish('urlNotAllowed', { url: URL }),
  hostNotAllowed: { en: 'unknown', values: { url: URL } },
  tooManyForToday: everywhere('dailyQuota', { service: 'premium urlfetch' }),
  urlTooLong: everywhere('requestTooLong', { what: 'URLFetch URL Length' }),
  lockTimeout: inTwo('lockTimeout'),
  // In other languages the triggers are counted: see gas/trigger.ts.
  tooManyTriggers: inTwo('tooManyTriggers'),
  // An add-on tries again without its earlier trigger, whatever was said: see gas/trigger.ts.
  tooManyTriggersHere: inEnglish('tooManyTriggers'),
  triggerTooOften: 'An add-on asks for an hour: core/target.ts; a test holds it.',
  noUserInterface: everywhere('noUserInterface', { member: 'SpreadsheetApp.getUi()' }),
  propertyQuota: inEnglish('storeFull'),
  argumentTooLarge: everywhere('storeFull', { argument: 'value' }),
  executionTimeout: inTwo('executionTimeout'),
  advancedFrame: 'Judged by the details that come with it: below.',
  connectionFailure: 'Of a page, with the name NetworkError in front: below.',
  requestFailed: 'Requests are sent with muteHttpExceptions.',
  attributeEmpty: 'Every request has a URL.',
  attributeInvalid: 'Every header has a value.',
  invalidArgument: 'Every URL is encoded.',
  noFunctionNamed: 'A trigger names a function of main.ts; a test holds it.',
  noPageNamed: 'The page is part of the build.',
  signature: 'Arguments are checked by the compiler.',
};

/** Messages of the spreadsheet. */
const SPREADSHEET: Readonly<Record<MessageKey, Row | string>> = {
  protected: inTwo('protectedCell'),
  invalid: inTwo('valueRefused', { cell: 'C2' }),
  typedColumn: inEnglish('valueRefused'),
  textTooLong: everywhere('textTooLong', { most: 50000 }),
  tooManyCells: everywhere('cellLimit', { limit: 10000000 }),
  nameTaken: inTwo('tabNameTaken', { name: 'Memberships' }),
  sheetNotFound: inEnglish('sheetGone', { id: 12 }),
  rangeNotFound: inEnglish('sheetChanged'),
  outsideGrid: inTwo('sheetChanged'),
  rowsOutOfBounds: inEnglish('sheetChanged'),
  columnsOutOfBounds: inEnglish('sheetChanged'),
  noActiveSheet: inEnglish('notAGrid'),
  rowTooSmall: 'Rows count from 1.',
  columnTooSmall: 'Columns count from 1.',
  noRows: 'Nothing empty is read or written.',
  noColumns: 'Nothing empty is read or written.',
  rowsDiffer: 'A block has the shape of its range.',
  columnsDiffer: 'A block has the shape of its range.',
  lastSheet: 'No tab is removed.',
  allRowsDeleted: 'No rows are deleted.',
  allColumnsDeleted: 'Not all columns are deleted.',
  allRowsFrozen: 'One row is frozen.',
  filterExists: 'No filter is made.',
  filterOverTable: 'No filter is made.',
  ruleWithoutRanges: 'Every rule has a range.',
  ruleOfOtherSheet: 'Rules are about their own tab.',
  metadataNotWhole: 'Marks are put on whole columns and tabs.',
};

/** Messages that the emulator has no occasion for, as public reports have them. */
const REPORTED: readonly (readonly [wording: Wording, row: Row])[] = [
  [
    {
      en: 'Service invoked too many times in a short time: urlfetch. Try {call} between calls.',
    },
    everywhere('tooOften', { call: 'Utilities.sleep(1000)' }),
  ],
  [
    { en: 'Bandwidth quota exceeded: {url}. Try reducing the rate of data transfer.' },
    inEnglish('bandwidth', { url: URL }),
  ],
  [
    { en: 'There are too many {service} operations against the same script.' },
    everywhere('lockTimeout', { service: 'LockService' }),
  ],
  [
    {
      en: 'Service Spreadsheets failed while accessing document with id {id}.',
      ja: 'ドキュメント {id} にアクセス中にスプレッドシートのサービスに接続できなくなりました。',
    },
    inTwo('spreadsheetTrouble', { id: '1a2b' }),
  ],
  [
    {
      en: "We're sorry, a server error occurred. Please wait a bit and try again.",
      ja: 'サーバー エラーが発生しました。しばらくしてからもう一度試してください。',
    },
    inTwo('spreadsheetTrouble'),
  ],
  [
    {
      en: 'You do not have permission to access the requested document.',
      ja: 'リクエストされたドキュメントにアクセスする権限がありません。',
    },
    inTwo('spreadsheetDenied'),
  ],
];

const LANGUAGES = ['en', 'ja', 'xx'] as const;
type Language = (typeof LANGUAGES)[number];

/** Localised too; some surfaces put it behind a message. [field reports] */
const PLACES: Readonly<Record<Language, string>> = {
  en: ' (line 26, file "Code")',
  ja: '（行 26、ファイル「Code」）',
  xx: ' (wox 26, cuwa "Code")',
};

const expectedIn = ({ en, ja = en, other = en }: Row): Readonly<Record<Language, ProblemCode>> => ({
  en,
  ja,
  xx: other,
});

type Case = readonly [what: string, language: Language, message: string, code: ProblemCode];

function casesOf(what: string, say: (language: Language, values: WordingValues) => string, row: Row): Case[] {
  return LANGUAGES.map((language) => [
    what,
    language,
    say(language, row.values ?? {}),
    expectedIn(row)[language],
  ]);
}

function rowsIn<K extends string>(table: Readonly<Record<K, Row | string>>): (readonly [K, Row])[] {
  return (Object.entries(table) as [K, Row | string][]).filter(
    (entry): entry is [K, Row] => typeof entry[1] !== 'string',
  );
}

const CASES: readonly Case[] = [
  ...rowsIn(PLATFORM).flatMap(([key, row]) =>
    casesOf(key, (language, values) => platformMessage(language, key, values), row),
  ),
  ...rowsIn(SPREADSHEET).flatMap(([key, row]) =>
    casesOf(key, (language, values) => messageIn(language, key, values), row),
  ),
  ...REPORTED.flatMap(([wording, row]) =>
    casesOf(wording.en, (language, values) => wordsIn(language, wording, values), row),
  ),
];

const judged = (thrown: unknown): ProblemCode => judgeFailure(failureFrom(thrown), { identity: USER }).code;

describe('a message of Apps Script', () => {
  test.each(CASES)('%s in %s: %s -> %s', (_, language, message, code) => {
    expect(judged(new Error(message))).toBe(code);
    expect(judged(new Error(message + PLACES[language]))).toBe(code);
  });

  test('that is not understood is shown as it is', () => {
    for (const [, , message, code] of CASES) {
      if (code !== 'unknown') continue;
      expect(judgeFailure(failureFrom(new Error(message)), { identity: USER }).original).toBe(message);
    }
  });
});

describe('an error of the Chat API, whose frame is translated', () => {
  const ANSWERS = [
    [404, 'Requested entity was not found.', 'notFound', 'notFound'],
    [403, 'The caller does not have permission', 'forbidden', 'noAccess'],
    [400, 'Invalid membership state, user, group or request ID', 'badRequest', 'noSuchMember'],
    [429, 'Resource has been exhausted (e.g. check quota).', 'rateLimitExceeded', 'rateLimited'],
    [403, 'Google Chat API has not been used in project 1 before', 'accessNotConfigured', 'apiOff'],
    [500, 'Internal error encountered.', 'backendError', 'serverError'],
    [503, 'The service is currently unavailable.', 'backendError', 'unavailable'],
  ] as const;

  test.each(
    ANSWERS.flatMap(([code, message, reason, problem]) =>
      LANGUAGES.map((language) => [code, reason, language, message, problem] as const),
    ),
  )('%i %s in %s', (code, reason, language, message, problem) => {
    const frame = platformMessage(language, 'advancedFrame', { method: 'chat.spaces.members.get', message });
    const details = { code, message, errors: [{ message, domain: 'global', reason }] };
    expect(judged(Object.assign(new Error(frame), { details }))).toBe(problem);
  });
});

test.each(LANGUAGES)('a page whose connection was lost is told so in %s', (language) => {
  const message = `NetworkError: ${platformMessage(language, 'connectionFailure', { status: 0 })}`;
  expect(judgeFailure({ at: 'platform', message }, { identity: USER }).code).toBe('connectionLost');
});

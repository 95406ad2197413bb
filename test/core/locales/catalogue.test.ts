/** Both catalogues are complete, differ, and explain every problem. */
import { describe, expect, test } from '@jest/globals';
import { PROBLEMS, type ProblemCode } from '../../../src/core/chat/problem-table';
import { problemOf } from '../../../src/core/chat/problem';
import { pageCatalogueFor } from '../../../src/core/locales/page-catalogue';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const PARAMS = {
  value: 'X1',
  tab: 'Team',
  scope: 'userinfo.email',
  range: 'A1:B2',
  since: '10:00',
  project: '123',
  caller: 'app',
  feature: 'userinfo.email',
};
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** Names and patterns that are the same in both languages. */
const SAME = new Set(['en', 'Rollcall', 'Google Chat API', 'yyyy-MM-dd HH:mm']);

/** Every text of a catalogue with the path to it; functions are tested where they are used. */
function textsIn(part: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
}

describe('the catalogues', () => {
  const english = new Map(textsIn(pageCatalogueFor('en')));
  const japanese = new Map(textsIn(pageCatalogueFor('ja')));

  test('hold the same texts, none empty', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const text of [...english.values(), ...japanese.values()]) expect(text.trim()).not.toBe('');
  });

  test('are translated', () => {
    for (const [path, text] of english) {
      expect(`${path}: ${text}`).not.toMatch(JAPANESE);
      if (!SAME.has(text)) expect(`${path}: ${japanese.get(path) ?? ''}`).toMatch(JAPANESE);
    }
  });

  test('use the same placeholders', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [path, text] of english) {
      expect([path, placeholders(japanese.get(path) ?? '')]).toEqual([path, placeholders(text)]);
    }
  });

  test.each([
    ['ja', '参加中'],
    ['ja_JP', '参加中'],
    ['ja-JP', '参加中'],
    ['en', 'In space'],
    ['en_GB', 'In space'],
    ['jam', 'In space'],
    ['fr_CA', 'In space'],
    ['', 'In space'],
  ])('%j speaks its language', (locale, member) => {
    expect(pageCatalogueFor(locale).verdicts.member).toBe(member);
  });
});

describe.each(['en', 'ja'])('in %s every problem', (locale) => {
  const catalogue = pageCatalogueFor(locale);

  test.each(CODES)('%s says what happened, why, what to do and who can do it', (code) => {
    for (const params of [PARAMS, {}]) {
      const text = catalogue.problemText(problemOf(code, params, 'Google’s own words'));
      for (const part of [text.happened, text.cause, text.nextStep, text.whoText]) {
        expect(part).toMatch(/[.。]$/);
        expect(part).not.toMatch(/[{}]|undefined| {2}/);
      }
      expect(text.code).toBe(code);
      expect(text.link === undefined).toBe(PROBLEMS[code].page === undefined);
      if (text.link !== undefined) expect(text.link.label).not.toBe('');
      expect(text.original === undefined).toBe(PROBLEMS[code].showOriginal !== true);
    }
  });

  test('shows a hostile value as harmless text', () => {
    const value = '\u202eevil\u0000\n<b>{project}</b>$&';
    const text = catalogue.problemText(problemOf('memberUnreadable', { value }));
    expect(text.happened).toContain('evil <b>{project}</b>$&');
    expect(text.happened).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

test.each(['en', 'ja'])('in %s a problem calls menus, columns and marks by their names', (locale) => {
  const { job, menu, problems } = pageCatalogueFor(locale);
  expect(problems.noJob.nextStep).toContain(menu.lookUpSelectedRows);
  expect(problems.nothingToAsk.nextStep).toContain(job.questionTitles.space);
  expect(problems.nothingToAsk.nextStep).toContain(job.questionTitles.member);
});

test('a permission is named with what it is for', () => {
  const problem = problemOf('scopeRefused', { scope: 'script.external_request' });
  expect(pageCatalogueFor('en').problemText(problem)).toMatchObject({
    happened: 'A permission is missing for requests side by side.',
    cause: '“script.external_request” was not granted when Rollcall asked for it.',
  });
  expect(pageCatalogueFor('ja').problemText(problem).happened).toBe(
    '必要な権限がありません（並列リクエスト）。',
  );
});

test.each(['en', 'ja'])('a scope that the manifest lacks is named as it must stand there: %s', (locale) => {
  const problem = problemOf('scopeNotInManifest', { scope: 'userinfo.email' });
  expect(pageCatalogueFor(locale).problemText(problem).nextStep).toContain(
    '"https://www.googleapis.com/auth/userinfo.email"',
  );
});

test('a link has the label of its page', () => {
  expect(pageCatalogueFor('en').problemText(problemOf('appNotConfigured', { project: '123' })).link).toEqual({
    url: 'https://console.cloud.google.com/apis/api/chat.googleapis.com/hangouts-chat?project=123',
    label: 'Open the configuration page of the Chat app',
  });
});

describe('the words that an add-on has of its own', () => {
  const keysOf = (locale: string) => {
    const bound = new Map(textsIn(pageCatalogueFor(locale)));
    const addOn = new Map(textsIn(pageCatalogueFor(locale, 'add-on')));
    expect([...addOn.keys()]).toEqual([...bound.keys()]);
    return [...addOn].flatMap(([path, text]) => (text === bound.get(path) ? [] : [path]));
  };

  test('are the same texts in both languages', () => {
    expect(keysOf('en').length).toBeGreaterThan(8);
    expect(keysOf('ja')).toEqual(keysOf('en'));
  });

  test.each(['en', 'ja'])('never send anybody to the script editor: %s', (locale) => {
    const { setup, sidebar, job } = pageCatalogueFor(locale, 'add-on');
    for (const [path, text] of textsIn({ setup, sidebar, job }))
      expect(`${path}: ${text}`).not.toMatch(/script editor|スクリプト エディタ|Apps Script エディタ/i);
  });

  test('use the same placeholders as a bound script’s', () => {
    for (const locale of ['en', 'ja']) {
      const bound = new Map(textsIn(pageCatalogueFor(locale)));
      for (const [path, text] of textsIn(pageCatalogueFor(locale, 'add-on'))) {
        const placeholders = (of: string) => [...new Set(of.match(/\{\w+\}/g))].sort();
        expect([path, placeholders(text)]).toEqual([path, placeholders(bound.get(path) ?? '')]);
      }
    }
  });
});

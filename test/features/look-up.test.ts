import { afterEach, describe, expect, test } from '@jest/globals';
import type { Answer, Reply, Start, Written } from '../../src/core/contract';
import { openWorld, type TestWorld, type WorldOptions } from '../stand-in';
import { CELLAR, ORCHARD, PICKERS } from './orchard';

let world: TestWorld | null = null;

async function open(options: WorldOptions = {}): Promise<TestWorld> {
  world = await openWorld({ workspace: ORCHARD, ...options });
  return world;
}

afterEach(async () => {
  await world?.close();
  world = null;
});

async function call<T>(name: string, ...args: readonly unknown[]): Promise<T> {
  return (await world!.standIn.runFromPage(name, args)) as T;
}

const lookUp = (space: string, member: string) => call<Reply<Answer>>('sidebarLookUp', { space, member });

async function answered(space: string, member: string): Promise<Answer> {
  const reply = await lookUp(space, member);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
}

describe('the sidebar answers one question', () => {
  test.each([
    ['en', 'ada@orchard.example', 'member', /^Ada Orchard \(ada@orchard\.example\) .*Owner/],
    ['en', 'ben@orchard.example', 'member', /Manager/],
    ['en', 'cleo@orchard.example', 'invited', /invited/],
    ['en', 'dan@orchard.example', 'notMember', /not a direct member/],
    ['ja', 'ada@orchard.example', 'member', /オーナー/],
    ['ja', 'cleo@orchard.example', 'invited', /招待/],
    ['ja', 'dan@orchard.example', 'notMember', /グループ/],
  ])('in %s: %s is %s', async (locale, member, verdict, sentence) => {
    await open({ scenario: { locale } });
    const answer = await answered(PICKERS, member);
    expect(answer.verdict).toBe(verdict);
    expect(answer.sentence).toMatch(sentence);
  });

  test.each(['en', 'ja'])('and says it could not check a space that nobody may see: %s', async (locale) => {
    await open({ scenario: { locale } });
    const answer = await answered(CELLAR, 'dan@orchard.example');
    expect(answer.verdict).toBe('unchecked');
    expect(answer.problem?.nextStep).not.toBe('');
  });

  test('about the person themself, by the word me', async () => {
    await open();
    expect(await answered(PICKERS, 'me')).toMatchObject({ verdict: 'member', displayName: 'Ada Orchard' });
  });
});

test('an answer is written into a row of Memberships, and updated there when it is asked again', async () => {
  const { standIn } = await open();
  const answer = await answered(PICKERS, 'ben@orchard.example');
  const first = await call<Reply<Written>>('sidebarWrite', answer);
  const second = await call<Reply<Written>>('sidebarWrite', answer);
  expect([first, second]).toEqual([
    { ok: true, value: { tab: 'Memberships', row: 2, updated: false } },
    { ok: true, value: { tab: 'Memberships', row: 2, updated: true } },
  ]);
  const rows = standIn.spreadsheet.display('Memberships');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain('=HYPERLINK("https://evil.example","Ben")');
  const start = await call<Reply<Start>>('sidebarStart');
  expect(start).toMatchObject({
    ok: true,
    value: { recent: [{ space: PICKERS, member: 'ben@orchard.example' }], refused: [], grantUrl: null },
  });
});

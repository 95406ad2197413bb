import { describe, expect, test } from '@jest/globals';
import { EditorCalls } from '../../../src/core/editor-calls';
import { ProblemError } from '../../../src/core/chat/problem';
import { openExecution } from '../execution.testing';
import { FakeChat, type FakeMember, type FakeSpace } from '../fake-chat.testing';
import { MemoryStore, MemoryWorkbook } from '../memory.testing';
import { person } from '../roster/roster.testing';

const ME: FakeMember = { id: '1', email: 'me@example.com', shown: true };
const ADA = person('7', { displayName: 'Ada' });
const OWNER = { role: 'ROLE_MANAGER' } as const;
const SPACES: readonly FakeSpace[] = [
  { id: 'AAAAalone01', displayName: 'Alone', members: [ME, { ...ADA, ...OWNER }] },
  {
    id: 'AAAAboth001',
    displayName: '=Both',
    members: [
      { ...ME, ...OWNER },
      { ...ADA, ...OWNER },
    ],
  },
  { id: 'AAAAwithout', displayName: 'Without', members: [ME] },
  { id: 'AAAAmember1', displayName: 'Member', members: [ME, ADA] },
  { id: 'AAAAdirect1', spaceType: 'DIRECT_MESSAGE', members: [ME, ADA] },
];

function open(spaces = SPACES) {
  const workbook = new MemoryWorkbook();
  workbook.add('Sheet1', []);
  let chat = new FakeChat(spaces);
  const store = new MemoryStore(workbook);
  const editor = () => {
    const execution = openExecution(chat, { workbook, store });
    return { execution, calls: new EditorCalls(execution) };
  };
  /** Spaces come and go. */
  const change = (now: readonly FakeSpace[]) => {
    const { now: time } = chat;
    chat = new FakeChat(now);
    chat.now = time + 60_000;
  };
  return { workbook, chat, editor, change };
}

describe('where somebody is, in the editor', () => {
  test('becomes a tab with a row a space, and names first the spaces whose only owner they are', () => {
    const { workbook, chat, editor } = open();
    const { execution, calls } = editor();
    const found = calls.whereIs('7', undefined, undefined);
    expect(found).toMatchObject({ asked: 4, unchecked: 0 });
    expect(found?.places.map(({ space, isOnlyOwner }) => [space, isOnlyOwner])).toEqual([
      ['spaces/AAAAalone01', true],
      ['spaces/AAAAboth001', false],
      ['spaces/AAAAmember1', false],
    ]);
    expect(execution.printed).toContain('Only owner of Alone.');
    expect(execution.printed).toContain('In 3 of the 4 spaces that you are in.');
    const table = workbook.tables.find(({ title }) => title === 'Spaces of 7');
    expect(table?.cell(3, 1).value).toBe('=Both');
    expect(table?.used().rows).toBe(5);
    expect(chat.gets()).toHaveLength(4);
  });

  test('counts the spaces that one is in today, not those of an earlier table', () => {
    const { editor, change, workbook } = open();
    editor().calls.whereIs('7', undefined, { directMessages: true });
    // Somebody copies a row.
    workbook.tables.find(({ title }) => title === 'Spaces of 7')?.copyRow(3);
    change(SPACES.filter(({ id }) => id !== 'AAAAalone01'));
    const { execution, calls } = editor();
    const found = calls.whereIs('7', undefined, undefined);
    expect(found).toMatchObject({ asked: 3, unchecked: 0 });
    expect(found?.places.map(({ space }) => space)).toEqual(['spaces/AAAAboth001', 'spaces/AAAAmember1']);
    expect(execution.printed).toContain('In 2 of the 3 spaces that you are in.');
  });

  test('looks into direct messages by an option', () => {
    expect(open().editor().calls.whereIs('7', undefined, { directMessages: true })).toMatchObject({
      asked: 5,
    });
  });

  test('asked again uses the same tab, and answers what changed', () => {
    const { workbook, editor } = open();
    editor().calls.whereIs('7', undefined, undefined);
    const found = editor().calls.whereIs('7', undefined, undefined);
    expect(found?.asked).toBe(4);
    expect(workbook.tables.filter(({ title }) => title.startsWith('Spaces of'))).toHaveLength(1);
  });

  test('of several people makes a tab each', () => {
    const { workbook, editor } = open();
    editor().calls.whereIs(['7', 'me'], undefined, undefined);
    expect(workbook.tables.map(({ title }) => title).slice(1)).toEqual(['Spaces of 7', 'Spaces of me']);
  });

  test.each<[string, unknown, readonly FakeSpace[], string]>([
    ['of a text that means nobody', 'spaces/AAAAalone01', SPACES, 'spaceInsteadOfMember'],
    ['without a member', undefined, SPACES, 'argumentUnreadable'],
    ['in no space', '7', [], 'noSpaces'],
  ])('%s is refused, and nothing is made', (_, member, spaces, code) => {
    const { workbook, editor } = open(spaces);
    expect(() => editor().calls.whereIs(member, undefined, undefined)).toThrow(ProblemError);
    try {
      editor().calls.whereIs(member, undefined, undefined);
    } catch (error) {
      expect((error as ProblemError).problem.code).toBe(code);
    }
    expect(workbook.tables).toHaveLength(1);
  });
});

describe('a comparison in the editor', () => {
  test('asks all people of the open tab anew, and prints the three sets', () => {
    const { workbook, editor } = open();
    const table = workbook.add('Course', [['Person'], ['p7@orchard.example'], ['p8@orchard.example']]);
    workbook.select(table, { row: 1, column: 1, rows: 1, columns: 1 });
    const { execution, calls } = editor();
    const found = calls.compareWithSpace('spaces/AAAAboth001', undefined);
    expect(found).toMatchObject({ counts: { member: 1, notMember: 1 }, rest: { count: 1 } });
    expect(execution.printed.join('\n')).toContain('1 on both, 1 only on the list, 1 only in the space');
    const again = editor().calls.compareWithSpace('spaces/AAAAboth001', undefined);
    expect(again?.counts).toEqual(found?.counts);
  });
});
